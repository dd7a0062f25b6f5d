/** A library that takes documents, in temporary folders: what `verse serve` opens, with the real ingest. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeDocument } from '../../assistant/change-document.ts';
import { ingestDocuments } from '../../assistant/ingest-documents.ts';
import { type LiveAssistant, openLiveAssistant } from '../../assistant/live-assistant.ts';
import { listKnown } from '../../assistant/own-reports.ts';
import { loadConfig, packageRoot } from '../../config/settings.ts';
import { type DocumentChanges, openDocumentChanges } from '../../http/changes/document-changes.ts';
import { createTurns } from '../../http/changes/turns.ts';
import { openUploadQueue, type UploadQueue } from '../../http/uploads/upload-queue.ts';

export interface Library {
  live: LiveAssistant;
  uploads: UploadQueue;
  changes: DocumentChanges;
  corpusDir: string;
  close(): Promise<void>;
}

/**
 * Opens a library.
 * @param files documents to ingest at the start, by name.
 */
export async function openLibrary(files: Record<string, Uint8Array> = {}): Promise<Library> {
  const folder = mkdtempSync(join(tmpdir(), 'verse-library-'));
  const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
  mkdirSync(corpusDir);
  mkdirSync(indexDir);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(corpusDir, name), bytes);
  const config = loadConfig({ corpusDir, indexDir }, {}, packageRoot);
  if (Object.keys(files).length > 0) await ingestDocuments(config);
  const live = await openLiveAssistant(config);
  const shared = { ...config, turns: createTurns(), documents: () => listKnown(config) };
  const uploads = await openUploadQueue({
    ...shared,
    ingest: async (path, options) => {
      await ingestDocuments(config, [path], options);
      await live.refresh();
    },
  });
  const changes = openDocumentChanges({
    ...shared,
    takeOut: async (remove, { by }) => {
      await ingestDocuments(config, [], { remove, by });
      await live.refresh();
    },
    change: async (id, change, { by }) => {
      await changeDocument(config, id, change, by);
      await live.refresh();
    },
    isTakenIn: uploads.takesIn,
  });
  return {
    live,
    uploads,
    changes,
    corpusDir,
    close: async () => {
      await uploads.close();
      await live.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
