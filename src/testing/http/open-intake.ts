/** The HTTP app over what takes documents and changes them, in a temporary folder, with ingests that do as a test says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { applyChange } from '../../assistant/change-document.ts';
import { listDocuments } from '../../assistant/views.ts';
import { VerseError } from '../../core/errors.ts';
import { createApp } from '../../http/app.ts';
import { openDocumentChanges } from '../../http/changes/document-changes.ts';
import { createTurns } from '../../http/changes/turns.ts';
import {
  openUploadQueue,
  type UploadQueue,
  type UploadQueueOptions,
} from '../../http/uploads/upload-queue.ts';
import { fakeAssistant, type sampleDocument } from '../assistant/fake-assistant.ts';
import { makeReport } from '../documents/small-report.ts';

export interface IntakeSetting extends Pick<UploadQueueOptions, 'now' | 'isReadElsewhere' | 'shared'> {
  ingest?: UploadQueueOptions['ingest'];
  takeOut?: (ids: readonly string[]) => void | Promise<void>;
  maxFileBytes?: number;
  documents?: (typeof sampleDocument)[];
}

/** The small report that `send` sends. */
export const sentReport = makeReport();

/** A corpus folder of each test's own, empty at first. */
export function useCorpus(): { readonly dir: string } {
  const corpus = { dir: '' };
  beforeEach(() => {
    corpus.dir = mkdtempSync(join(tmpdir(), 'verse-uploads-'));
  });
  afterEach(() => rmSync(corpus.dir, { recursive: true, force: true }));
  return corpus;
}

/** Ingests are recorded and done at once, and so is what is taken out, unless the test says otherwise. */
export async function openIntake(
  corpusDir: string,
  { documents = [], maxFileBytes = 1_000_000, ingest, takeOut, ...setting }: IntakeSetting = {},
) {
  const ingests: string[] = [];
  const takenOut: (readonly string[])[] = [];
  const shared = { corpusDir, turns: createTurns(), documents: async () => documents };
  const queue: UploadQueue = await openUploadQueue({
    ...shared,
    ...setting,
    maxFileBytes,
    ingest: async (file, options) => {
      ingests.push(file);
      await ingest?.(file, options);
    },
  });
  const changes = openDocumentChanges({
    ...shared,
    takeOut: async (ids) => {
      takenOut.push(ids);
      await takeOut?.(ids);
    },
    change: async (id, change) => {
      const at = documents.findIndex((one) => one.id === id);
      const [document] = documents.slice(at);
      if (document !== undefined) documents[at] = applyChange(document, change);
    },
    isTakenIn: queue.takesIn,
  });
  const assistant = fakeAssistant({
    documents: () => listDocuments(documents),
    document: (id) => {
      const found = documents.find((one) => one.id === id);
      if (found === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
      return found;
    },
  });
  const app = createApp({
    assistant: () => (documents.length > 0 ? assistant : undefined),
    config: { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 },
    renderPage: async () => new Uint8Array(),
    version: '0.0.0',
    uploads: queue,
    changes,
  });
  const send = (name: string, body: Uint8Array = sentReport, type = 'application/pdf') =>
    app.request(`/v1/documents?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: new Uint8Array(body),
    });
  return { app, queue, changes, ingests, takenOut, send };
}

/** An ingest that ends when it is told to, or by its signal. */
export function heldIngest() {
  let finish = () => {};
  const ingest: UploadQueueOptions['ingest'] = (_, { signal }) =>
    new Promise<void>((resolve, reject) => {
      finish = resolve;
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  return { ingest, finish: () => finish() };
}
