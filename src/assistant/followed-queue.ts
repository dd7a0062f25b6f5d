/** The queue of a database as a server follows it: what was sent to it waits there for workers, beside what others put there. */
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { DocumentQueue, HeldFile, QueueEntry } from '../store/document-queue.ts';
import { nameActor } from './audit.ts';
import { type EnqueueOptions, enqueueDocuments } from './document-queue.ts';
import { shareLooks, unlessAway } from './queue-looks.ts';

const lookEveryMs = 1000;

export interface FollowOptions extends Pick<EnqueueOptions, 'by' | 'upload'> {
  collection?: string | undefined;
  /** Takes the file off the queue, unless it is read by then. */
  signal?: AbortSignal | undefined;
  /** Ends the following alone: the file stays in the queue. */
  leaving?: AbortSignal | undefined;
  /** A worker has taken it. */
  onTaken?: (() => void) | undefined;
  /** Somebody else has taken it off the queue. */
  onTakenOff?: (() => void) | undefined;
}

/** A file that this server reads itself. */
export type OwnReading = Omit<HeldFile, 'by'> & Pick<EnqueueOptions, 'by'>;

export interface FollowedQueue {
  /**
   * Puts a file into the queue; resolves once it is read. One that failed is taken off, since whoever sent it is told.
   * @throws VerseError as `enqueueDocuments` does; `some-refused` with the worker's sentence, and where it was taken off; the
   * reasons of the signals.
   */
  read(file: string, options?: FollowOptions): Promise<void>;
  /**
   * Has the other servers list what this one reads itself, all of it and as far as it is; gives the uploads of those that somebody has
   * taken off. @throws VerseError as `DocumentQueue` does.
   */
  tell(own: readonly OwnReading[]): Promise<string[]>;
  /** What waits or is being read, but what this server told of; as it was last seen while the database is away. */
  underWay(): Promise<readonly QueueEntry[]>;
  /** As of `DocumentQueue`. */
  remove(number: number): Promise<boolean>;
  /** Ends the looks. */
  close(): Promise<void>;
}

/** @param everyMs milliseconds between two looks at the queue. */
export function followQueue(config: Config, queue: DocumentQueue, everyMs = lookEveryMs): FollowedQueue {
  const looks = shareLooks(queue, everyMs);
  let seen: readonly QueueEntry[] = [];
  /** The uploads that are held in the queue for this server, and those that it told of last. */
  const held = new Set<string>();
  let own: ReadonlySet<string> = held;

  /** Resolves once an entry is read. @throws as `read`. */
  async function follow(
    { number, id }: QueueEntry,
    { signal, leaving, onTaken, onTakenOff }: FollowOptions,
  ): Promise<void> {
    const stop = AbortSignal.any([signal, leaving].filter((one) => one !== undefined));
    const stopped = new Promise<undefined>((resolve) => {
      stop.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    for (;;) {
      leaving?.throwIfAborted();
      if (signal?.aborted && (await queue.remove(number))) throw signal.reason;
      const looking = signal?.aborted ? unlessAway(queue.list()) : looks.next();
      const entries = await Promise.race(signal?.aborted ? [looking] : [looking, stopped]);
      // The next turn sees which signal it was.
      if (entries === undefined) continue;
      const entry = entries.find((one) => one.number === number);
      if (entry?.state === 'done') return;
      if (entry?.state === 'failed') {
        await queue.remove(number);
        throw new VerseError('some-refused', entry.problem ?? `${id}: it could not be read.`);
      }
      if (entry === undefined) {
        onTakenOff?.();
        throw new VerseError('some-refused', `${id} was taken off the queue before it was read.`);
      }
      if (entry.state === 'working') onTaken?.();
    }
  }

  return {
    read: async (file, { collection, by, upload, ...following } = {}) => {
      following.signal?.throwIfAborted();
      const { queued } = await enqueueDocuments(config, [file], {
        by,
        upload,
        ...(collection !== undefined && { collection }),
        strict: true,
        // Who sent it is told what is wrong with it.
        byName: true,
      });
      for (const entry of queued) await follow(entry, following);
    },
    tell: async (readings) => {
      const told = new Set(readings.map(({ upload }) => upload));
      own = new Set([...held, ...told]);
      const over = [...held].filter((upload) => !told.has(upload));
      if (over.length > 0) await queue.letGo(over);
      for (const upload of over) held.delete(upload);
      const known = readings.filter(({ upload }) => held.has(upload));
      const left = known.length > 0 ? await queue.tell(known) : [];
      const added = readings.filter(({ upload }) => !held.has(upload));
      if (added.length > 0)
        await queue.hold(added.map((one) => ({ ...one, by: nameActor(config, one.by) ?? 'unknown' })));
      for (const { upload } of added) held.add(upload);
      return known.map(({ upload }) => upload).filter((upload) => !left.includes(upload));
    },
    underWay: async () => {
      seen = (await unlessAway(queue.underWay())) ?? seen;
      return seen.filter(({ upload }) => !own.has(upload));
    },
    remove: queue.remove,
    close: looks.close,
  };
}
