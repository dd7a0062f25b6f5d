/** Uploads that wait in the queue of a database, or are being read from it, and were not sent to this server. */
import { basename } from 'node:path';
import type { QueueEntry } from '../../assistant/document-queue.ts';
import type { FollowedQueue } from '../../assistant/followed-queue.ts';
import { type Grant, seesCollection } from '../../config/grants.ts';
import type { Upload } from '../../wire/types.ts';
import { isStage } from './upload-progress.ts';

export interface SharedQueue extends Pick<FollowedQueue, 'underWay' | 'remove' | 'tell'> {
  /** Opens the index as it is now; resolves once this server answers from it. */
  catchUp(): Promise<void>;
}

/** A server tells how far it is, a worker does not. */
function toUpload({ upload, file, state, collection, progress }: QueueEntry): Upload {
  return {
    id: upload,
    name: basename(file),
    state: state === 'working' ? 'ingesting' : 'waiting',
    stages: (progress?.stages ?? []).flatMap(({ stage, ...counts }) =>
      isStage(stage) ? [{ stage, ...counts }] : [],
    ),
    secondsLeft: progress?.secondsLeft ?? null,
    ...(collection !== undefined && { collection }),
    document: null,
    problem: null,
  };
}

export interface SharedUploads {
  /**
   * Those that who asks sees, in the order in which they were queued. One that is missing since the last time is over, and this server
   * answers from what came of it.
   */
  list(grant: Grant): Promise<Upload[]>;
  find(id: string, grant: Grant): Promise<Upload | undefined>;
  /** Takes one off the queue; false where it was over by then. The server that it was sent to deletes its file. */
  cancel(id: string): Promise<boolean>;
}

/** @param isOwn whether this server has taken an upload in, and lists it itself. */
export function openSharedUploads(queue: SharedQueue, isOwn: (id: string) => boolean): SharedUploads {
  let listed: readonly string[] = [];
  /** Shared by all who ask meanwhile. */
  let caughtUp = Promise.resolve();
  const list = async (grant: Grant) => {
    const entries = (await queue.underWay()).filter(({ upload }) => !isOwn(upload));
    const uploads = entries.map(({ upload }) => upload);
    if (listed.some((upload) => !uploads.includes(upload))) caughtUp = queue.catchUp();
    listed = uploads;
    await caughtUp;
    return entries.filter(({ collection }) => seesCollection(grant, collection)).map(toUpload);
  };
  return {
    list,
    find: async (id, grant) => (await list(grant)).find((upload) => upload.id === id),
    cancel: async (id) => {
      const entry = (await queue.underWay()).find(({ upload }) => upload === id);
      return entry !== undefined && queue.remove(entry.number);
    },
  };
}
