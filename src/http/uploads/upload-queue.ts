/** Uploaded files, ingested one at a time, and the progress of each. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isNamedAsDocument, toDocumentId } from '../../assistant/document-kinds.ts';
import { removeDocuments, setAside } from '../../assistant/remove-documents.ts';
import { VerseError } from '../../core/errors.ts';
import type { ReportDocument, WorkOptions } from '../../core/types.ts';
import type { DocumentChange, Upload, Uploads } from '../../wire/types.ts';
import { HttpProblem } from '../respond/problem.ts';
import { checkFileName, receiveFile, removeUnfinished } from './receive-file.ts';
import { describeRefusal, followIngest } from './upload-progress.ts';

export interface UploadQueueOptions {
  corpusDir: string;
  maxFileBytes: number;
  /**
   * Updates the index with these files, or without the documents of `remove`; resolves once questions use it. When aborted it throws
   * and leaves the index unchanged, unless it was too late to stop.
   */
  ingest: (
    files: readonly string[],
    options: WorkOptions & { remove?: readonly string[] },
  ) => Promise<unknown>;
  /** Sets a document's title, year or tags; resolves once questions use them. */
  change: (id: string, change: DocumentChange) => Promise<unknown>;
  /** Milliseconds, for the time left. */
  now?: () => number;
}

export interface UploadQueue {
  /** Aborted when it is closed: what is being received then is not waited for. */
  readonly closing: AbortSignal;
  state(): Uploads;
  /** Receives a file; resolves once it is complete and queued. @throws VerseError if it is refused. */
  add(name: string, body: AsyncIterable<Uint8Array>, documents: readonly { id: string }[]): Promise<void>;
  /**
   * Reads a file of this machine, which stays where it is. Resolves once its turn is over, also where it was cancelled.
   * @throws VerseError by which it is refused.
   */
  addFile(path: string): Promise<void>;
  /** Whether a file was received or read, or is being so, and is listed still. */
  knows(path: string): boolean;
  /** Removes a document from the index; a file in the corpus is kept in its folder `.removed`. @throws VerseError. */
  remove(document: ReportDocument, documents: readonly unknown[]): Promise<void>;
  /** Sets a document's title, year or tags, after the ingests under way. @throws VerseError. */
  change(id: string, change: DocumentChange): Promise<void>;
  /** Sets a file of the corpus aside that no document and no upload has, left by a crash; false where there is none. */
  removeOrphan(id: string, documents: readonly { id: string }[]): Promise<boolean>;
  /**
   * Cancels an upload that is queued or being ingested; resolves once it has stopped and its file is deleted.
   * @throws HttpProblem 404, or 409 if its ingest had already ended.
   */
  cancel(id: string): Promise<void>;
  /** Forgets a finished upload. @throws HttpProblem 404, or 409 if it is not finished. */
  dismiss(id: string): void;
  /** Resolves when the queue is empty. */
  settled(): Promise<void>;
  /** Cancels everything and accepts nothing more. */
  close(): Promise<void>;
}

/** An upload that has not ended. */
interface Entry {
  upload: Upload;
  /** Path of its file. */
  path: string;
  /** Deletes the file where it was received, so that it fails no later ingest and is not ingested after all. */
  discard: () => Promise<void>;
  stopping: AbortController;
  /** Resolves when its turn in the queue is over. */
  over: Promise<void>;
}

/** Refused here too, so that its file is not moved to and fro. */
function onlyDocument(id: string): VerseError {
  const message = `${id} is the only document, and there is no index without one.`;
  return new VerseError('bad-input', message, 'Add another first.');
}

function refuseStopping(): HttpProblem {
  const headers = { Connection: 'close' };
  return new HttpProblem(503, 'stopping', 'The server is being stopped. Send the file again later.', {
    headers,
  });
}

const isUnderWay = ({ state }: Upload) => state === 'waiting' || state === 'ingesting';

export async function openUploadQueue(options: UploadQueueOptions): Promise<UploadQueue> {
  const { corpusDir, maxFileBytes, ingest, now = () => performance.now() } = options;
  await removeUnfinished(corpusDir);
  const entries: Entry[] = [];
  /** Files that are received. */
  const receiving = new Set<string>();
  const closing = new AbortController();
  /** One ingest at a time: the index has one writer. */
  let last: Promise<unknown> = Promise.resolve();

  function enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  function find(id: string): Entry {
    const entry = entries.find(({ upload }) => upload.id === id);
    if (entry !== undefined) return entry;
    throw new HttpProblem(404, 'unknown-upload', 'There is no such upload; it may have been dismissed.');
  }

  const isTaken = (path: string) =>
    receiving.has(path) || entries.some((entry) => entry.path === path && isUnderWay(entry.upload));

  /** @throws what refused it. */
  async function ingestUpload({ upload, path, discard, stopping: { signal } }: Omit<Entry, 'over'>) {
    // Cancelled while queued.
    if (upload.state !== 'waiting') return;
    upload.state = 'ingesting';
    try {
      await ingest([path], { onProgress: followIngest(upload, now), signal });
      upload.state = 'done';
      upload.document = toDocumentId(basename(path));
    } catch (error) {
      await discard();
      upload.state = signal.aborted ? 'cancelled' : 'refused';
      upload.problem = signal.aborted ? null : describeRefusal(error);
      if (!signal.aborted) throw error;
    } finally {
      upload.secondsLeft = null;
    }
  }

  /** @throws what refused it. */
  function queueFile(name: string, path: string, discard: Entry['discard']): Promise<void> {
    const upload: Upload = {
      id: randomUUID(),
      name,
      state: 'waiting',
      stages: [],
      secondsLeft: null,
      document: null,
      problem: null,
    };
    const entry = { upload, path, discard, stopping: new AbortController() };
    const ingested = enqueue(() => ingestUpload(entry));
    entries.push({ ...entry, over: ingested.catch(() => undefined) });
    return ingested;
  }

  async function stop({ upload, discard, stopping, over }: Entry): Promise<void> {
    if (upload.state === 'waiting') {
      upload.state = 'cancelled';
      await discard();
    }
    if (upload.state !== 'ingesting') return;
    stopping.abort();
    await over;
  }

  return {
    closing: closing.signal,
    state: () => ({
      allowed: true,
      maxBytes: maxFileBytes,
      uploads: entries.map(({ upload }) => structuredClone(upload)),
    }),
    add: async (givenName, body, documents) => {
      const name = checkFileName(givenName);
      const id = toDocumentId(name);
      if (documents.some((document) => document.id === id)) {
        throw new VerseError(
          'bad-input',
          `There is a document called ${id} already.`,
          'Remove it first, or give this file another name.',
        );
      }
      const path = join(corpusDir, name);
      if (isTaken(path)) {
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
      // What refuses it is in its state.
      queueFile(name, path, () => rm(path, { force: true })).catch(() => undefined);
    },
    knows: (path) => receiving.has(path) || entries.some((entry) => entry.path === path),
    addFile: (path) => queueFile(basename(path), path, async () => undefined),
    remove: (document, documents) =>
      enqueue(async () => {
        if (documents.length < 2) throw onlyDocument(document.id);
        await removeDocuments([document], corpusDir, (remove) => ingest([], { remove }));
      }),
    change: (id, change) =>
      enqueue(async () => {
        await options.change(id, change);
      }),
    removeOrphan: async (id, documents) => {
      if (documents.some((document) => document.id === id)) return false;
      const names = await readdir(corpusDir).catch(() => []);
      const name = names.find((one) => isNamedAsDocument(one) && toDocumentId(one) === id);
      if (name === undefined || isTaken(join(corpusDir, name))) return false;
      await setAside(join(corpusDir, name));
      return true;
    },
    cancel: async (id) => {
      const entry = find(id);
      await stop(entry);
      const { name, state } = entry.upload;
      if (state === 'cancelled') return;
      const remedy = state === 'done' ? 'Remove the document instead.' : 'It was refused.';
      throw new HttpProblem(
        409,
        'upload-over',
        `${name}: the ingest was over before it was stopped. ${remedy}`,
      );
    },
    dismiss: (id) => {
      const entry = find(id);
      if (isUnderWay(entry.upload)) {
        throw new HttpProblem(
          409,
          'upload-under-way',
          `${entry.upload.name} is being ingested. Stop it first.`,
        );
      }
      entries.splice(entries.indexOf(entry), 1);
    },
    settled: async () => {
      await last;
    },
    close: async () => {
      closing.abort(refuseStopping());
      await Promise.all(entries.map(stop));
      await last;
    },
  };
}
