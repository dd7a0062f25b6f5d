/** Ends work that does not end by itself. */
import { runInThisContext } from 'node:vm';

/** Far above what the work takes, so that a slow machine changes nothing. */
const limitMs = 120_000;

/** Runs work of this thread, which only the engine itself can stop. @throws where it goes on and on. */
export function withinLimit<Result>(work: () => Result): Result {
  const holder = globalThis as { limitedWork?: () => unknown };
  holder.limitedWork = work;
  try {
    return runInThisContext('globalThis.limitedWork()', { timeout: limitMs }) as Result;
  } finally {
    delete holder.limitedWork;
  }
}
