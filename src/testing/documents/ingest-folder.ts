/** A corpus and its index in a temporary folder, ingested with the fake encoder. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import { type IngestOptions, ingest } from '../../ingest/ingest.ts';
import type { IngestReport } from '../../ingest/ingest-report.ts';
import { retrieve } from '../../search/retrieve.ts';
import type { WriteFile } from '../../store/disk/commit-build.ts';
import { createDiskHome } from '../../store/disk/disk-home.ts';
import { type OpenIndex, openIndex } from '../../store/disk/open-index.ts';
import { createFakeEncoder, type FakeEncoder } from '../networks/fake-encoder.ts';

export interface IngestFolder {
  root: string;
  corpusDir: string;
  indexDir: string;
  readonly maxFileBytes: number;
  encoder: FakeEncoder;
  /** @param options `writeFile` is replaced by tests of a full disk. */
  run: (options?: Partial<IngestOptions> & { writeFile?: WriteFile }) => Promise<IngestReport>;
  /** Puts a file into the corpus, or elsewhere; returns its path. */
  put: (name: string, bytes: Uint8Array, into?: string) => string;
  openIt: () => Promise<OpenIndex>;
  /** The best passage for a question, as the index on the disk has it. */
  bestPassage: (text: string) => Promise<string | undefined>;
  /** What an ingest left in the index folder, with every build called "build". */
  listIndex: () => string[];
}

/** The documents of a report with what became of them: `{ etnc: 'new' }`. */
export function statuses({ documents }: IngestReport): Record<string, string> {
  return Object.fromEntries(documents.map(({ id, status }) => [id, status]));
}

/** Makes the folder anew before each test, and removes it after. */
export function useIngestFolder(): IngestFolder {
  const folder: IngestFolder = {
    root: '',
    corpusDir: '',
    indexDir: '',
    maxFileBytes: 100_000,
    encoder: createFakeEncoder(),
    run: ({ writeFile, ...options } = {}) => {
      const { corpusDir, indexDir, maxFileBytes, encoder } = folder;
      const openEncoder = async () => encoder;
      const home = createDiskHome(indexDir, writeFile && { writeFile });
      const fixed = { corpusDir, home, maxFileBytes, summarizer, encoderId: encoder.id, openEncoder };
      return ingest({ ...fixed, ...options });
    },
    put: (name, bytes, into = folder.corpusDir) => {
      mkdirSync(into, { recursive: true });
      const path = join(into, name);
      writeFileSync(path, bytes);
      return path;
    },
    openIt: () => openIndex(folder.indexDir, { encoderId: folder.encoder.id }),
    bestPassage: async (text) => {
      const index = await folder.openIt();
      const question = { text, encoding: await folder.encoder.encodeQuery(text), chapters: [] };
      const [hit] = await retrieve(question, index, { count: 1 });
      return hit?.passage.text;
    },
    listIndex: () =>
      readdirSync(folder.indexDir)
        .map((name) => name.replace(/^build-.*/, 'build'))
        .sort(),
  };
  beforeEach(() => {
    folder.root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-ingest-')));
    folder.corpusDir = join(folder.root, 'corpus');
    folder.indexDir = join(folder.root, 'index');
    mkdirSync(folder.corpusDir);
    folder.encoder = createFakeEncoder();
  });
  afterEach(() => rmSync(folder.root, { recursive: true, force: true }));
  return folder;
}
