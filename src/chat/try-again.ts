/** Retries after temporary failures, with growing pauses. */
import { setTimeout as pause } from 'node:timers/promises';

export interface TryAgainOptions {
  signal: AbortSignal;
  /** Whether an error may be temporary. */
  isPassing: (error: unknown) => boolean;
  /** Milliseconds that the server asks to wait. */
  askedMs?: (error: unknown) => number | undefined;
  /** The pause before each retry, in milliseconds. */
  pausesMs?: readonly number[];
  /** Replaced by tests. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** Two retries, since the reader is waiting; after that quotations are the better answer. */
const usualPausesMs = [500, 2000];
/** If the server asks for a longer pause, there is no retry. */
const longestPauseMs = 10_000;

/** @throws the error of the last attempt, or the reason of `signal`. */
export async function tryAgain<Result>(
  attempt: () => Promise<Result>,
  options: TryAgainOptions,
): Promise<Result> {
  const { signal, isPassing, askedMs, pausesMs = usualPausesMs } = options;
  const wait = options.wait ?? ((milliseconds) => pause(milliseconds, undefined, { signal }));
  signal.throwIfAborted();
  try {
    return await attempt();
  } catch (error) {
    signal.throwIfAborted();
    const [pauseMs, ...rest] = pausesMs;
    const asked = askedMs?.(error) ?? 0;
    if (pauseMs === undefined || asked > longestPauseMs || !isPassing(error)) throw error;
    // Ends early if the signal is aborted, which is checked next.
    await wait(Math.max(pauseMs, asked)).catch(() => undefined);
    return tryAgain(attempt, { ...options, pausesMs: rest });
  }
}
