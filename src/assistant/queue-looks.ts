/** Looks at the queue of a database, shared by all who wait for the next one. */
import { setTimeout as wait } from 'node:timers/promises';
import { VerseError } from '../core/errors.ts';
import type { DocumentQueue, QueueEntry } from '../store/document-queue.ts';

/** What `read` gives; undefined where the database is away, which passes. */
export async function unlessAway<Result>(read: Promise<Result>): Promise<Result | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof VerseError && error.code === 'database-away') return undefined;
    throw error;
  }
}

export interface Looks {
  /** The entries by the next look; undefined where the database is away then. Rejects where the looks are ended before. */
  next(): Promise<readonly QueueEntry[] | undefined>;
  /** Ends them; resolves when none is under way. */
  close(): Promise<void>;
}

/**
 * One look for all who wait for it, and none while nobody does.
 * @param everyMs the milliseconds between two.
 */
export function shareLooks(queue: Pick<DocumentQueue, 'list'>, everyMs: number): Looks {
  const closing = new AbortController();
  let upcoming: Promise<QueueEntry[] | undefined> | undefined;
  const look = async () => {
    await wait(everyMs, undefined, { signal: closing.signal });
    return unlessAway(queue.list());
  };
  return {
    next: () => {
      upcoming ??= look().finally(() => {
        upcoming = undefined;
      });
      return upcoming;
    },
    close: async () => {
      closing.abort();
      await upcoming?.catch(() => {});
    },
  };
}
