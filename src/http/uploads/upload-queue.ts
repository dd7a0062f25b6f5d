/** Uploaded files: received, read into the index in their turn, and listed until they are dismissed. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toDocumentId } from '../../assistant/document-kinds.ts';
import { type Grant, seesCollection } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import type { Upload, Uploads } from '../../wire/types.ts';
import { actorOf } from '../access/may-fill.ts';
import type { Turns } from '../changes/turns.ts';
import { HttpProblem } from '../respond/problem.ts';
import { ingestUpload, isUnderWay, type UnderWay, type UploadIngest } from './ingest-upload.ts';
import { receiveFile, removeUnfinished } from './receive-file.ts';
import { checkNewName, holdSent, type ListTaken, nameSent } from './sent-file.ts';
import { openSharedUploads, type SharedQueue } from './shared-uploads.ts';
import { tellOthers } from './tell-others.ts';

export interface UploadQueueOptions {
  corpusDir: string;
  maxFileBytes: number;
  /** Shared with what else changes the index. */
  turns: Turns;
  /**
   * Whether others read the files, several at once, and go on when this is closed: by the queue of a database. What is sent then
   * waits until one has taken it.
   */
  isReadElsewhere?: boolean;
  /** The queue of the database, where there is one: what other servers have is listed and cancelled through it, and they do so here. */
  shared?: SharedQueue | undefined;
  /**
   * Reads a file into the index; resolves once questions use it. When aborted it throws and leaves the index unchanged, unless it
   * was too late to stop.
   */
  ingest: UploadIngest['ingest'];
  /** All documents of the index, whoever asks, and what waits elsewhere to become one; none before the first ingest. */
  documents: ListTaken;
  /** Milliseconds, for the time left. */
  now?: () => number;
}

/** What comes with a file. */
export interface Sending {
  name: string;
  body: AsyncIterable<Uint8Array>;
  /** Which collection its document goes into; by default the first of the sender's, or none. */
  collection?: string | undefined;
}

/** Knows of each what its grant lets it see: to the others an upload is not there. */
export interface UploadQueue {
  /** Aborted when it is closed: what is being received then is not waited for. */
  readonly closing: AbortSignal;
  state(grant: Grant): Promise<Uploads>;
  /**
   * Receives a file, under the name that `nameSent` gives it; resolves once it is complete and queued.
   * @throws VerseError if it is refused; HttpProblem 403 for a collection that the sender does not see.
   */
  add(sending: Sending, grant: Grant): Promise<void>;
  /**
   * Reads a file of this machine, which stays where it is. Resolves once its turn is over, also where it was cancelled.
   * @throws VerseError by which it is refused.
   */
  addFile(path: string): Promise<void>;
  /** Whether a file was received or read, or is being so, and is listed still. */
  knows(path: string): boolean;
  /** Whether a file is being received, waits, or is being read. */
  takesIn(path: string): boolean;
  /**
   * Cancels an upload that is queued or being ingested; resolves once it has stopped and its file is deleted, or, where another
   * server took it in, once it is off the queue.
   * @throws HttpProblem 404, or 409 if its ingest had already ended.
   */
  cancel(id: string, grant: Grant): Promise<void>;
  /** Forgets a finished upload. @throws HttpProblem 404, or 409 if it is not finished. */
  dismiss(id: string, grant: Grant): Promise<void>;
  /** Resolves when the queue is empty. */
  settled(): Promise<void>;
  /** Cancels everything, but what is read elsewhere, and accepts nothing more. */
  close(): Promise<void>;
}

/** An upload with its turn in the queue. */
interface Entry extends UnderWay {
  /** Resolves when its turn is over. */
  over: Promise<void>;
}

function refuseStopping(): HttpProblem {
  const headers = { Connection: 'close' };
  return new HttpProblem(503, 'stopping', 'The server is being stopped. Send the file again later.', {
    headers,
  });
}

/** It was too late to cancel it. */
function uploadOver({ name, state }: Upload): HttpProblem {
  const remedy = state === 'refused' ? 'It was refused.' : 'Remove the document instead.';
  return new HttpProblem(409, 'upload-over', `${name}: the ingest was over before it was stopped. ${remedy}`);
}

export async function openUploadQueue(options: UploadQueueOptions): Promise<UploadQueue> {
  const { corpusDir, maxFileBytes, turns, ingest, isReadElsewhere = false } = options;
  const { documents: listTaken, now = () => performance.now() } = options;
  await removeUnfinished(corpusDir);
  const entries: Entry[] = [];
  /** Files that are received. */
  const receiving = new Set<string>();
  const closing = new AbortController();
  const ingesting: UploadIngest = { ingest, isReadElsewhere, closing: closing.signal, now };

  const shared =
    options.shared &&
    openSharedUploads(options.shared, (id) => entries.some(({ upload }) => upload.id === id));

  const findOwn = (id: string, grant: Grant) =>
    entries.find(({ upload }) => upload.id === id && seesCollection(grant, upload.collection));

  const listOwn = () =>
    entries
      .filter(({ upload }) => isUnderWay(upload))
      .map(({ upload, path, actor }) => ({
        upload: upload.id,
        id: toDocumentId(upload.name),
        file: path,
        ...(upload.collection !== undefined && { collection: upload.collection }),
        by: actor.by,
        progress:
          upload.state === 'waiting' ? null : { stages: upload.stages, secondsLeft: upload.secondsLeft },
      }));
  const onTakenOff = (id: string) => {
    const entry = entries.find(({ upload }) => upload.id === id);
    if (entry !== undefined) void stop(entry);
  };
  /** What is read elsewhere is in the queue by itself. */
  const telling =
    options.shared && !isReadElsewhere
      ? tellOthers({ tell: options.shared.tell, listOwn, onTakenOff })
      : undefined;

  /** One that another server took in. @throws HttpProblem 404. */
  async function findShared(id: string, grant: Grant): Promise<Upload> {
    const found = await shared?.find(id, grant);
    if (found !== undefined) return found;
    throw new HttpProblem(404, 'unknown-upload', 'There is no such upload; it may have been dismissed.');
  }

  const takesIn = (path: string) =>
    receiving.has(path) || entries.some((entry) => entry.path === path && isUnderWay(entry.upload));

  /** @throws what refused it. */
  function queueFile(
    path: string,
    given: Pick<Entry, 'actor' | 'discard' | 'checkFree'>,
    collection?: string,
  ): Promise<void> {
    const upload: Upload = {
      id: randomUUID(),
      name: basename(path),
      state: 'waiting',
      stages: [],
      secondsLeft: null,
      ...(collection !== undefined && { collection }),
      document: null,
      problem: null,
    };
    const entry = { ...given, upload, path, stopping: new AbortController() };
    const work = () => ingestUpload(entry, ingesting);
    const ingested = isReadElsewhere ? work() : turns.enqueue(work);
    entries.push({ ...entry, over: ingested.catch(() => undefined) });
    telling?.begin();
    return ingested;
  }

  async function stop({ upload, discard, stopping, over }: Entry): Promise<void> {
    if (upload.state === 'waiting' && !isReadElsewhere) {
      upload.state = 'cancelled';
      await discard();
    }
    if (!isUnderWay(upload)) return;
    stopping.abort();
    await over;
  }

  return {
    closing: closing.signal,
    state: async (grant) => ({
      allowed: grant.rights.includes('add'),
      changes: grant.rights.includes('administer'),
      maxBytes: maxFileBytes,
      uploads: [
        ...entries
          .filter(({ upload }) => seesCollection(grant, upload.collection))
          .map(({ upload }) => structuredClone(upload)),
        ...((await shared?.list(grant)) ?? []),
      ],
    }),
    add: async ({ body, ...sent }, grant) => {
      const { name, collection } = nameSent(sent, grant);
      await checkNewName(name, grant, listTaken);
      const path = join(corpusDir, name);
      if (takesIn(path)) {
        throw new VerseError(
          'bad-input',
          `A file called ${name} is being taken in.`,
          'Wait until it is done, or give this file another name.',
        );
      }
      receiving.add(path);
      try {
        await mkdir(corpusDir, { recursive: true });
        await receiveFile(corpusDir, name, body, maxFileBytes);
      } finally {
        receiving.delete(path);
      }
      if (closing.signal.aborted) {
        await rm(path, { force: true });
        throw refuseStopping();
      }
      const given = { actor: actorOf(grant), ...holdSent(path, name, grant, listTaken) };
      // What refuses it is in its state.
      queueFile(path, given, collection).catch(() => undefined);
    },
    knows: (path) => receiving.has(path) || entries.some((entry) => entry.path === path),
    takesIn,
    addFile: (path) =>
      queueFile(path, {
        actor: { by: undefined },
        discard: async () => undefined,
        checkFree: async () => undefined,
      }),
    cancel: async (id, grant) => {
      const own = findOwn(id, grant);
      if (own !== undefined) {
        await stop(own);
        if (own.upload.state !== 'cancelled') throw uploadOver(own.upload);
        return;
      }
      const found = await findShared(id, grant);
      if (!(await shared?.cancel(id))) throw uploadOver(found);
    },
    dismiss: async (id, grant) => {
      const own = findOwn(id, grant);
      const upload = own?.upload ?? (await findShared(id, grant));
      if (isUnderWay(upload))
        throw new HttpProblem(409, 'upload-under-way', `${upload.name} is being ingested. Stop it first.`);
      if (own !== undefined) entries.splice(entries.indexOf(own), 1);
    },
    settled: async () => {
      await Promise.all([turns.settled(), ...entries.map(({ over }) => over)]);
    },
    close: async () => {
      closing.abort(refuseStopping());
      await Promise.all(entries.map(isReadElsewhere ? ({ over }) => over : stop));
      await turns.settled();
      await telling?.close();
    },
  };
}
