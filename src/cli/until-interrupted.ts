/** Long work that Ctrl-C stops cleanly. */
import { constants } from 'node:os';

const stops = ['SIGINT', 'SIGTERM'] as const;

/** The work was interrupted; `message` says what remains. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    message: string,
    readonly by: (typeof stops)[number],
  ) {
    super(message);
  }

  /** As shells do: 130 after Ctrl-C, 143 after SIGTERM. */
  get exitCode(): number {
    return 128 + constants.signals[this.by];
  }
}

/**
 * Runs work that Ctrl-C or SIGTERM aborts; a second signal ends the process at once, as by default.
 * @param left the message when interrupted: what remains of the work.
 * @returns the work's result, also if it finished before it could be stopped.
 * @throws Interrupted if the work stops with its signal.
 */
export async function untilInterrupted<Result>(
  left: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stopping = new AbortController();
  const listeners = stops.map((by) => [by, () => stop(new Interrupted(left, by))] as const);
  const listenNoMore = () => {
    for (const [by, listener] of listeners) process.off(by, listener);
  };
  function stop(reason: Interrupted): void {
    listenNoMore();
    stopping.abort(reason);
  }
  for (const [by, listener] of listeners) process.on(by, listener);
  try {
    return await work(stopping.signal);
  } catch (error) {
    // Node wraps the reason in an AbortError.
    throw stopping.signal.aborted ? stopping.signal.reason : error;
  } finally {
    listenNoMore();
  }
}
