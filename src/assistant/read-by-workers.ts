/** Has the workers of a database read a file, and follows it until one has. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { DocumentQueue, QueueEntry } from '../store/document-queue.ts';
import { type EnqueueOptions, enqueueDocuments, withQueue } from './document-queue.ts';

const lookEveryMs = 1000;

export interface FollowOptions extends Pick<EnqueueOptions, 'by'> {
  collection?: string | undefined;
  /** Takes the file off the queue, unless it is read by then. */
  signal?: AbortSignal | undefined;
  /** Ends the following alone: the file stays in the queue. */
  leaving?: AbortSignal | undefined;
  /** A worker has taken it. */
  onTaken?: (() => void) | undefined;
  /** Milliseconds between two looks. */
  everyMs?: number;
}

/** The entry as it is now, null where it is off the queue; undefined where the database is away, which passes. */
async function look(queue: DocumentQueue, number: number): Promise<QueueEntry | null | undefined> {
  try {
    return (await queue.list()).find((entry) => entry.number === number) ?? null;
  } catch (error) {
    if (error instanceof VerseError && (error.code === 'cannot-read' || error.code === 'cannot-write'))
      return;
    throw error;
  }
}

/**
 * Puts a file into the queue; resolves once it is read. One that failed is taken off, since whoever sent it is told.
 * @throws VerseError as `enqueueDocuments` does; `some-refused` with the worker's sentence; the reasons of the signals.
 */
export async function readByWorkers(
  config: Config,
  file: string,
  { signal, leaving, onTaken = () => {}, everyMs = lookEveryMs, collection, by }: FollowOptions = {},
): Promise<void> {
  signal?.throwIfAborted();
  const { queued } = await enqueueDocuments(config, [file], {
    by,
    ...(collection !== undefined && { collection }),
    strict: true,
  });
  const stop = AbortSignal.any([signal, leaving].filter((one) => one !== undefined));
  await withQueue(config, async (queue) => {
    for (const { number, id } of queued) {
      for (;;) {
        leaving?.throwIfAborted();
        if (signal?.aborted && (await queue.remove(number))) throw signal.reason;
        const entry = await look(queue, number);
        if (entry?.state === 'done') break;
        if (entry?.state === 'failed') {
          await queue.remove(number);
          throw new VerseError('some-refused', entry.problem ?? `${id}: it could not be read.`);
        }
        if (entry === null)
          throw new VerseError('some-refused', `${id} was taken off the queue before it was read.`);
        if (entry?.state === 'working') onTaken();
        // Either signal ends the pause; the next turn sees which.
        await wait(everyMs, undefined, { signal: stop }).catch(() => {});
      }
    }
  });
}

/** The documents that wait in the queue or are being read: their names are taken. */
export async function listQueued(config: Config): Promise<Pick<QueueEntry, 'id' | 'collection' | 'file'>[]> {
  const entries = await withQueue(config, (queue) => queue.list());
  return entries.filter(({ state }) => state === 'waiting' || state === 'working');
}
