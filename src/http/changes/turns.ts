/** Turns at the index, which has one writer: uploads that this server reads, and changes of documents. */

export interface Turns {
  /** Does `work` when all that was given before is over, however that ended. */
  enqueue<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when all that was given by now is over. */
  settled(): Promise<void>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    enqueue: (work) => {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    settled: async () => {
      await last;
    },
  };
}
