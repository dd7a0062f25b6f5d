/** Uploads that wait in the queue of a database, or are being read from it, and were not sent to this server. */
import { basename } from 'node:path';
import type { QueueEntry } from '../../assistant/document-queue.ts';
import type { FollowedQueue } from '../../assistant/followed-queue.ts';
import { type Grant, seesCollection } from '../../config/grants.ts';
import type { Upload } from '../../wire/types.ts';

export type SharedQueue = Pick<FollowedQueue, 'underWay' | 'remove'>;

/** How far its worker is, the database does not tell. */
function toUpload({ upload, file, state, collection }: QueueEntry): Upload {
  return {
    id: upload,
    name: basename(file),
    state: state === 'working' ? 'ingesting' : 'waiting',
    stages: [],
    secondsLeft: null,
    ...(collection !== undefined && { collection }),
    document: null,
    problem: null,
  };
}

export interface SharedUploads {
  /** Those that who asks sees, in the order in which they were queued. */
  list(grant: Grant): Promise<Upload[]>;
  find(id: string, grant: Grant): Promise<Upload | undefined>;
  /** Takes one off the queue; false where it was over by then. The server that it was sent to deletes its file. */
  cancel(id: string): Promise<boolean>;
}

/** @param isOwn whether this server has taken an upload in, and lists it itself. */
export function openSharedUploads(queue: SharedQueue, isOwn: (id: string) => boolean): SharedUploads {
  const list = async (grant: Grant) =>
    (await queue.underWay())
      .filter(({ upload, collection }) => !isOwn(upload) && seesCollection(grant, collection))
      .map(toUpload);
  return {
    list,
    find: async (id, grant) => (await list(grant)).find((upload) => upload.id === id),
    cancel: async (id) => {
      const entry = (await queue.underWay()).find(({ upload }) => upload === id);
      return entry !== undefined && queue.remove(entry.number);
    },
  };
}
