/** Ctrl-C during long work: it stops, cleans up, and the command says so. */
import { constants } from 'node:os';

const stops = ['SIGINT', 'SIGTERM'] as const;

/** The work was stopped from outside; `message` says what is left of it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    message: string,
    readonly by: (typeof stops)[number],
  ) {
    super(message);
  }

  /** As shells number it: 130 after Ctrl-C, 143 after SIGTERM. */
  get exitCode(): number {
    return 128 + constants.signals[this.by];
  }
}

/**
 * Does work that Ctrl-C or SIGTERM aborts; a second one ends the process at once, as it does by itself.
 * @param left said when it was stopped: what is left of the work.
 * @returns what the work gives, also where it was done before it could be stopped.
 * @throws Interrupted by the work's signal.
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
    // Node's own abort is an error of its own, with the reason inside.
    throw stopping.signal.aborted ? stopping.signal.reason : error;
  } finally {
    listenNoMore();
  }
}
