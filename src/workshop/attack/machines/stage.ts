/** What is attacked: servers and workers over one database, with the documents of an index. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedIndex } from '../../../assistant/expected-index.ts';
import { summarizer } from '../../../assistant/summarizer.ts';
import type { Config } from '../../../config/settings.ts';
import type { Passage } from '../../../core/types.ts';
import type { WorkedDocument } from '../../../ingest/work-queue.ts';
import { withHome } from '../../../store/choose-home.ts';
import { openIndex } from '../../../store/disk/open-index.ts';
import type { AttackSettings } from '../family.ts';
import { type Killable, type Server, startServer, startWorker } from '../processes/program.ts';
import { startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

/** A time during which the database was away, of `performance.now()`. */
export interface Outage {
  from: number;
  to: number;
}

/** What is attacked: everything over one database. */
export interface Stage {
  config: Config;
  root: string;
  database: TemporaryPostgres;
  passages: readonly Passage[];
  /** The documents that questions are asked of: what is queued beside them must not change an answer. */
  documents: readonly string[];
  servers: readonly Server[];
  workers: readonly Killable[];
  worked: readonly WorkedDocument[];
  outages: Outage[];
  /** What was queued, by id: the sum of the latest version. */
  queued: Map<string, string>;
  signal: AbortSignal | undefined;
}

/** Puts what is in the folder of an index into the database. */
async function copyIndex(config: Config, inDatabase: Config): Promise<Pick<Stage, 'passages' | 'documents'>> {
  const { encoderId } = await expectedIndex(config.modelsDir);
  const index = await openIndex(config.indexDir, { encoderId });
  try {
    const documents = await index.documents();
    const taken = await Promise.all(documents.map(({ id }) => index.takeDocument(id)));
    const contents = taken.flatMap((one) => one ?? []);
    const { passageRules, encoder } = index.manifest;
    await withHome(inDatabase, (home) =>
      home.change(encoderId, ({ write }) =>
        write({ encoderId, dimensions: encoder.dimensions, passageRules, summarizer, documents: contents }),
      ),
    );
    return {
      passages: contents.flatMap((one) => one.passages),
      documents: documents.map(({ id }) => id),
    };
  } finally {
    await index.close();
  }
}

/** Runs what is attacked, and ends it. */
export async function withStage<Result>(
  { config, signal }: AttackSettings,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const database = startPostgres({ isSafe: true });
  const root = await mkdtemp(join(tmpdir(), 'verse-machines-'));
  const started: Killable[] = [];
  const worked: WorkedDocument[] = [];
  try {
    const { storeUrl } = database;
    const inDatabase: Config = { ...config, storeUrl, storeFiles: 'paths', corpusDir: root };
    const copied = await copyIndex(config, inDatabase);
    const variables = {
      VERSE_STORE: storeUrl,
      VERSE_STORE_FILES: 'database',
      VERSE_CORPUS: root,
      VERSE_MODELS: config.modelsDir,
      VERSE_UPLOADS: 'never',
      VERSE_OCR: 'off',
      VERSE_CHAT_MODEL: '',
      // A busy machine is no fault of theirs.
      VERSE_STORE_TIMEOUT_MS: '30000',
      VERSE_REQUEST_TIMEOUT_MS: '60000',
    };
    const servers = [await startServer(variables), await startServer(variables)];
    started.push(...servers);
    const workers = [1, 2].map(() => startWorker(variables, (one) => worked.push(one)));
    started.push(...workers);
    return await use({
      config: { ...inDatabase, storeFiles: 'database' },
      root,
      database,
      ...copied,
      servers,
      workers,
      worked,
      outages: [],
      queued: new Map(),
      signal,
    });
  } finally {
    await Promise.all(started.map((one) => one.kill()));
    database.remove();
    await rm(root, { recursive: true, force: true });
  }
}
