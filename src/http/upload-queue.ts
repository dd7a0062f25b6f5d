/** PDFs that came over HTTP, ingested one after the other, with how far each is. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { VerseError } from '../errors.ts';
import type { OnProgress, Progress, ReportDocument } from '../types.ts';
import { type Upload, type Uploads, uploadStages } from '../wire.ts';
import { checkFileName, receiveFile, removeUnfinished } from './receive-file.ts';

export interface UploadQueueOptions {
  corpusDir: string;
  maxFileBytes: number;
  /** Brings the index up to date with these files, or with the whole corpus; resolves when questions find it. */
  ingest: (files: readonly string[], onProgress: OnProgress) => Promise<unknown>;
  /** Milliseconds, for the time left. */
  now?: () => number;
}

export interface UploadQueue {
  state(): Uploads;
  /** Takes a file in; resolves once it is whole and waits for its ingest. @throws VerseError for what is refused. */
  add(name: string, body: AsyncIterable<Uint8Array>, documents: readonly { id: string }[]): Promise<void>;
  /** Takes a document out of corpus and index; its file is kept in the folder `.removed`. @throws VerseError. */
  remove(document: ReportDocument, documents: readonly unknown[]): Promise<void>;
  /** Forgets an upload that is done or refused. */
  dismiss(id: string): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

const isStage = (name: string | undefined): name is (typeof uploadStages)[number] =>
  uploadStages.some((stage) => stage === name);

/** Whole seconds to the end of a stage by its pace so far; null until a tenth of it has shown one. */
function secondsLeft({ done, total }: Progress, elapsedMs: number): number | null {
  if (total === null || done === 0 || done < total / 10) return null;
  return Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
}

function describeProblem(error: unknown): Upload['problem'] {
  if (error instanceof VerseError) return { code: error.code, detail: error.sentence };
  return { code: 'internal', detail: 'Something went wrong inside the server. Its log says more.' };
}

/** Moves a file into the folder `.removed` beside it, under a name that is free there. */
async function setAside(file: string): Promise<string> {
  const folder = join(dirname(file), '.removed');
  await mkdir(folder, { recursive: true });
  const name = basename(file, '.pdf');
  let target = join(folder, `${name}.pdf`);
  for (let count = 2; existsSync(target); count++) target = join(folder, `${name} ${count}.pdf`);
  await rename(file, target);
  return target;
}

function checkRemovable(document: ReportDocument, count: number, corpusDir: string): void {
  if (dirname(resolve(document.file)) !== resolve(corpusDir)) {
    throw new VerseError(
      'bad-input',
      `${document.id} was ingested from outside the corpus folder.`,
      'Remove its file there, then run `verse ingest`.',
    );
  }
  if (count > 1) return;
  throw new VerseError(
    'bad-input',
    `${document.id} is the only document, and there is no index without one.`,
    'Add another first.',
  );
}

export async function openUploadQueue(options: UploadQueueOptions): Promise<UploadQueue> {
  const { corpusDir, maxFileBytes, ingest, now = () => performance.now() } = options;
  await removeUnfinished(corpusDir);
  const uploads: Upload[] = [];
  /** One ingest at a time: the index has one writer. */
  let last: Promise<unknown> = Promise.resolve();

  function enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  /** Writes an ingest's progress into its upload. */
  function follow(upload: Upload): OnProgress {
    let started = now();
    return (progress) => {
      const [stage] = progress.stage.split(' ');
      if (!isStage(stage)) return;
      const { done, total } = progress;
      if (upload.stages.at(-1)?.stage === stage) upload.stages.pop();
      else started = now();
      upload.stages.push({ stage, done, total });
      upload.secondsLeft = secondsLeft(progress, now() - started);
    };
  }

  async function ingestUpload(upload: Upload, path: string): Promise<void> {
    upload.state = 'ingesting';
    try {
      await ingest([path], follow(upload));
      upload.state = 'done';
      upload.document = basename(path).replace(/\.pdf$/i, '');
    } catch (error) {
      // It would stop every later ingest of the corpus.
      await rm(path, { force: true });
      upload.state = 'refused';
      upload.problem = describeProblem(error);
    }
    upload.secondsLeft = null;
  }

  return {
    state: () => ({ allowed: true, maxBytes: maxFileBytes, uploads: structuredClone(uploads) }),
    add: async (givenName, body, documents) => {
      const name = checkFileName(givenName);
      const id = name.replace(/\.pdf$/i, '');
      if (documents.some((document) => document.id === id)) {
        throw new VerseError(
          'bad-input',
          `There is a document called ${id} already.`,
          'Remove it first, or give this file another name.',
        );
      }
      await mkdir(corpusDir, { recursive: true });
      const path = await receiveFile(corpusDir, name, body, maxFileBytes);
      const upload: Upload = {
        id: randomUUID(),
        name,
        state: 'waiting',
        stages: [],
        secondsLeft: null,
        document: null,
        problem: null,
      };
      uploads.push(upload);
      void enqueue(() => ingestUpload(upload, path));
    },
    remove: (document, documents) =>
      enqueue(async () => {
        checkRemovable(document, documents.length, corpusDir);
        const kept = await setAside(document.file);
        try {
          await ingest([], () => {});
        } catch (error) {
          await rename(kept, document.file);
          throw error;
        }
      }),
    dismiss: (id) => {
      const index = uploads.findIndex((upload) => upload.id === id);
      const { state } = uploads[index] ?? {};
      if (state === 'done' || state === 'refused') uploads.splice(index, 1);
    },
    settled: async () => {
      await last;
    },
  };
}
