/** Tries again what failed for a reason that may pass, after a growing pause. */
import { setTimeout as pause } from 'node:timers/promises';

export interface TryAgainOptions {
  signal: AbortSignal;
  /** Whether an error may pass. */
  isPassing: (error: unknown) => boolean;
  /** How long the other side asks to wait, in milliseconds. */
  askedMs?: (error: unknown) => number | undefined;
  /** The pause before each further try, in milliseconds. */
  pausesMs?: readonly number[];
  /** Replaced by tests. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** A reader waits: after two pauses the report's own sentences are the better answer. */
const usualPausesMs = [500, 2000];
/** Whoever asks for a longer pause is not waited for. */
const longestPauseMs = 10_000;

/** @throws what the last try threw; the reason of `signal`, once that is aborted. */
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
    // Cut short where the signal is aborted, which is looked at next.
    await wait(Math.max(pauseMs, asked)).catch(() => undefined);
    return tryAgain(attempt, { ...options, pausesMs: rest });
  }
}
