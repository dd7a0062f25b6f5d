/** Questions are worked on a few at a time, in the order in which they came. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Assistant } from '../../assistant/assistant.ts';

export interface Turnstile {
  /**
   * Does `work` in its turn.
   * @throws what it throws; the reason of `signal`, also where that is aborted before its turn.
   */
  take<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

/**
 * A question keeps the event loop busy for most of its time, so that many at once all end late. The others of a few make use of
 * the time in which one waits for a file or a database.
 */
const atOnce = 4;

/**
 * Turns of the event loop before a question begins. One lets in a single connection (libuv/libuv#3696) and takes as long as
 * what is worked on, so that without these neither a refusal nor a probe got in: of 300 questions in 3 seconds none was refused
 * and the last answered after 2.6 seconds, and probes waited for up to 2 seconds. With these it is 0.1 seconds for a refusal
 * or a probe, and 1.6 for an answer.
 */
const turnsBefore = 16;

/** What takes longer waits for something else, as a reader who does not read, and holds up nobody. */
const longestMs = 1000;

export function createTurnstile(): Turnstile {
  const waiting = new Set<() => void>();
  let running = 0;

  const callNext = () => {
    const [next] = waiting;
    if (next === undefined) running -= 1;
    else next();
  };

  /** Resolves when it is its turn. */
  function waitForTurn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(begin);
        reject(signal?.reason);
      };
      const begin = () => {
        waiting.delete(begin);
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      waiting.add(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  return {
    take: async (work, signal) => {
      await waitForTurn(signal);
      let isOver = false;
      const end = () => {
        if (!isOver) callNext();
        isOver = true;
      };
      const timer = setTimeout(end, longestMs);
      try {
        for (let turn = 0; turn < turnsBefore; turn += 1) await nextTurn();
        signal?.throwIfAborted();
        return await work();
      } finally {
        clearTimeout(timer);
        end();
      }
    },
  };
}

/** The assistant, whose questions wait for their turns, but for those that wait for a language model. */
export function inTurns(assistant: Assistant, { take }: Turnstile): Assistant {
  return {
    ...assistant,
    ask: (request, options) => {
      const ask = () => assistant.ask(request, options);
      return request.mode === 'generate' ? ask() : take(ask, options?.signal);
    },
    search: (request, options) => take(() => assistant.search(request, options), options?.signal),
    check: (request, options) => take(() => assistant.check(request, options), options?.signal),
    compare: (request, options) => take(() => assistant.compare(request, options), options?.signal),
  };
}
