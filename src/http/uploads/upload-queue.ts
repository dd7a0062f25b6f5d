/** Uploaded files, ingested one at a time, and the progress of each. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isNamedAsDocument, toDocumentId } from '../../assistant/document-kinds.ts';
import { removeDocuments, setAside } from '../../assistant/remove-documents.ts';
import { checkCollection, everybody, type Grant, seesCollection } from '../../config/grants.ts';
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
   * Whether others read the files, several at once, and go on when this is closed: by the queue of a database. What is sent then
   * waits until one has taken it.
   */
  isReadElsewhere?: boolean;
  /**
   * Updates the index with these files, or without the documents of `remove`; resolves once questions use it. When aborted it throws
   * and leaves the index unchanged, unless it was too late to stop.
   */
  ingest: (
    files: readonly string[],
    options: WorkOptions &
      Actor &
      Following & { remove?: readonly string[]; collection?: string | undefined },
  ) => Promise<unknown>;
  /** Sets a document's title, year, tags or collection; resolves once questions use them. */
  change: (id: string, change: DocumentChange, actor: Actor) => Promise<unknown>;
  /** All documents of the index, whoever asks; none before the first ingest. */
  documents: () => Promise<readonly Pick<ReportDocument, 'id' | 'collection' | 'file'>[]>;
  /** Milliseconds, for the time left. */
  now?: () => number;
}

/** What comes of a file that is read elsewhere. */
interface Following {
  /** Called when somebody has begun to read it. */
  onTaken?: () => void;
  /** Aborted when it is not followed any longer, and stays where it waits. */
  leaving?: AbortSignal;
}

/** Who changes the index. */
export interface Actor {
  /** The name of the token; undefined for who needs none. */
  by: string | undefined;
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
  state(grant: Grant): Uploads;
  /**
   * Receives a file; resolves once it is complete and queued. Of who sees some collections only, its name begins with the
   * collection: so no name that is refused tells of a document that the sender does not see.
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
  /** Removes a document from the index; a file in the corpus is kept in its folder `.removed`. @throws VerseError. */
  remove(document: ReportDocument, grant: Grant): Promise<void>;
  /**
   * Sets a document's title, year, tags or collection, after the ingests under way.
   * @throws VerseError; HttpProblem 403 for a collection that the sender does not see.
   */
  change(id: string, change: DocumentChange, grant: Grant): Promise<void>;
  /** Sets a file of the corpus aside that no document and no upload has, left by a crash; false where there is none. */
  removeOrphan(id: string, grant: Grant): Promise<boolean>;
  /**
   * Cancels an upload that is queued or being ingested; resolves once it has stopped and its file is deleted.
   * @throws HttpProblem 404, or 409 if its ingest had already ended.
   */
  cancel(id: string, grant: Grant): Promise<void>;
  /** Forgets a finished upload. @throws HttpProblem 404, or 409 if it is not finished. */
  dismiss(id: string, grant: Grant): void;
  /** Resolves when the queue is empty. */
  settled(): Promise<void>;
  /** Cancels everything, but what is read elsewhere, and accepts nothing more. */
  close(): Promise<void>;
}

/** An upload that has not ended. */
interface Entry {
  upload: Upload;
  actor: Actor;
  /** Path of its file. */
  path: string;
  /** Deletes the file where it was received, so that it fails no later ingest and is not ingested after all. */
  discard: () => Promise<void>;
  /** @throws VerseError where its name was taken while it waited. */
  checkFree: () => Promise<void>;
  stopping: AbortController;
  /** Resolves when its turn in the queue is over. */
  over: Promise<void>;
}

/** Refused here too, so that its file is not moved to and fro. */
function onlyDocument(id: string): VerseError {
  const message = `${id} is the only document, and there is no index without one.`;
  return new VerseError('bad-input', message, 'Add another first.');
}

/** The refusal of a file whose name a document has; to who does not see that one nothing is told of it. */
function nameTaken(name: string, taken: Pick<ReportDocument, 'id' | 'collection'>, grant: Grant): VerseError {
  if (!seesCollection(grant, taken.collection))
    return new VerseError('bad-input', `The name ${name} is taken.`, 'Give this file another name.');
  return new VerseError(
    'bad-input',
    `There is a document called ${taken.id} already.`,
    'Remove it first, or give this file another name.',
  );
}

/** @throws HttpProblem 403 for one that the holder does not see, whether or not it is there. */
function checkSeen(grant: Grant, collection: string | undefined): void {
  if (seesCollection(grant, collection)) return;
  const own = grant.collections?.join(', ');
  const detail = `${grant.name} may put documents into its own collections only: ${own}.`;
  throw new HttpProblem(403, 'other-collection', detail);
}

/** Whom the audit names. */
const actorOf = (grant: Grant): Actor => ({ by: grant === everybody ? undefined : grant.name });

function refuseStopping(): HttpProblem {
  const headers = { Connection: 'close' };
  return new HttpProblem(503, 'stopping', 'The server is being stopped. Send the file again later.', {
    headers,
  });
}

const isUnderWay = ({ state }: Upload) => state === 'waiting' || state === 'ingesting';

export async function openUploadQueue(options: UploadQueueOptions): Promise<UploadQueue> {
  const { corpusDir, maxFileBytes, ingest, isReadElsewhere = false } = options;
  const { now = () => performance.now() } = options;
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

  function find(id: string, grant: Grant): Entry {
    const entry = entries.find(({ upload }) => upload.id === id && seesCollection(grant, upload.collection));
    if (entry !== undefined) return entry;
    throw new HttpProblem(404, 'unknown-upload', 'There is no such upload; it may have been dismissed.');
  }

  /** The document that a file of this name would be. */
  async function findNamed(name: string) {
    const id = toDocumentId(name);
    return (await options.documents()).find((document) => document.id === id);
  }

  /** What was seen when it was asked for may have been moved, or taken out, by what came before. @throws HttpProblem 404. */
  async function requireSeen(id: string, grant: Grant): Promise<void> {
    const found = (await options.documents()).find((document) => document.id === id);
    if (found !== undefined && seesCollection(grant, found.collection)) return;
    throw new HttpProblem(404, 'unknown-document', `No document is called “${id}”.`);
  }

  const isTaken = (path: string) =>
    receiving.has(path) || entries.some((entry) => entry.path === path && isUnderWay(entry.upload));

  /** @throws what refused it. */
  async function ingestUpload({ upload, actor, path, ...entry }: Omit<Entry, 'over'>) {
    const { discard, checkFree } = entry;
    const { signal } = entry.stopping;
    // Cancelled while queued.
    if (upload.state !== 'waiting') return;
    const onTaken = () => {
      upload.state = 'ingesting';
    };
    if (!isReadElsewhere) onTaken();
    try {
      const { collection } = upload;
      await checkFree();
      const following = isReadElsewhere ? { onTaken, leaving: closing.signal } : {};
      const onProgress = followIngest(upload, now);
      await ingest([path], { onProgress, signal, collection, ...following, ...actor });
      upload.state = 'done';
      upload.document = toDocumentId(basename(path));
    } catch (error) {
      if (isReadElsewhere && closing.signal.aborted) return;
      await discard();
      upload.state = signal.aborted ? 'cancelled' : 'refused';
      upload.problem = signal.aborted ? null : describeRefusal(error);
      if (!signal.aborted) throw error;
    } finally {
      upload.secondsLeft = null;
    }
  }

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
    const ingested = isReadElsewhere ? ingestUpload(entry) : enqueue(() => ingestUpload(entry));
    entries.push({ ...entry, over: ingested.catch(() => undefined) });
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
    state: (grant) => ({
      allowed: grant.rights.includes('add'),
      changes: grant.rights.includes('administer'),
      maxBytes: maxFileBytes,
      uploads: entries
        .filter(({ upload }) => seesCollection(grant, upload.collection))
        .map(({ upload }) => structuredClone(upload)),
    }),
    add: async ({ name: givenName, body, ...sending }, grant) => {
      const [first] = grant.collections ?? [];
      const collection = sending.collection === undefined ? first : checkCollection(sending.collection);
      checkSeen(grant, collection);
      const plainName = checkFileName(givenName);
      const name = grant.collections === undefined ? plainName : checkFileName(`${collection}.${plainName}`);
      const taken = await findNamed(name);
      if (taken !== undefined) throw nameTaken(name, taken, grant);
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
      const given = {
        actor: actorOf(grant),
        discard: async () => {
          // Where another program has read it meanwhile it is that document's.
          const now = await findNamed(name).catch(() => undefined);
          if (now?.file !== path) await rm(path, { force: true });
        },
        checkFree: async () => {
          const now = await findNamed(name);
          const isOwn = now?.file === path && seesCollection(grant, now.collection);
          if (now !== undefined && !isOwn) throw nameTaken(name, now, grant);
        },
      };
      // What refuses it is in its state.
      queueFile(path, given, collection).catch(() => undefined);
    },
    knows: (path) => receiving.has(path) || entries.some((entry) => entry.path === path),
    addFile: (path) =>
      queueFile(path, {
        actor: { by: undefined },
        discard: async () => undefined,
        checkFree: async () => undefined,
      }),
    remove: (document, grant) =>
      enqueue(async () => {
        await requireSeen(document.id, grant);
        if ((await options.documents()).length < 2) throw onlyDocument(document.id);
        await removeDocuments([document], corpusDir, (remove) => ingest([], { remove, ...actorOf(grant) }));
      }),
    change: (id, change, grant) =>
      enqueue(async () => {
        await requireSeen(id, grant);
        const { collection } = change;
        if (collection !== undefined)
          checkSeen(grant, collection === null ? undefined : checkCollection(collection));
        await options.change(id, change, actorOf(grant));
      }),
    removeOrphan: async (id, grant) => {
      // In no collection, so that who sees some only does not see it.
      if (!seesCollection(grant, undefined)) return false;
      const documents = await options.documents();
      if (documents.some((document) => document.id === id)) return false;
      const names = await readdir(corpusDir).catch(() => []);
      const name = names.find((one) => isNamedAsDocument(one) && toDocumentId(one) === id);
      if (name === undefined || isTaken(join(corpusDir, name))) return false;
      await setAside(join(corpusDir, name));
      return true;
    },
    cancel: async (id, grant) => {
      const entry = find(id, grant);
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
    dismiss: (id, grant) => {
      const entry = find(id, grant);
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
      await Promise.all([last, ...entries.map(({ over }) => over)]);
    },
    close: async () => {
      closing.abort(refuseStopping());
      await Promise.all(entries.map(isReadElsewhere ? ({ over }) => over : stop));
      await last;
    },
  };
}
