/** Looks whether everything an answer needs is in place. */
import { createRequire } from 'node:module';
import type { Config } from './config.ts';
import { VerseError } from './errors.ts';
import { openEncoder } from './models/encoder.ts';
import { encoderId } from './models/model-files.ts';
import { selfTest } from './models/self-test.ts';
import { openIndex } from './search/open-index.ts';
import { hasHnsw } from './search/vector-store.ts';

export interface Check {
  name: string;
  ok: boolean;
  /** What was found, or what is wrong and what to do. */
  detail: string;
}

async function check(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await look() };
  } catch (error) {
    if (error instanceof VerseError) return { name, ok: false, detail: error.sentence };
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function packageVersion(name: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '?';
}

/** Runs every check, one after the other. */
export async function runChecks(config: Config, version: string): Promise<Check[]> {
  return [
    await check('version', async () => `chapter-and-verse ${version}, Node ${process.versions.node}`),
    await check('vector search', async () =>
      (await hasHnsw())
        ? `HNSW (hnswlib-node ${packageVersion('hnswlib-node')})`
        : 'hnswlib-node could not be loaded: exact search in TypeScript stands in, slower on large indexes',
    ),
    await check('encoder files', async () => `${await encoderId(config.modelsDir)}, sums as published`),
    await check('encoder', async () => {
      await selfTest(await openEncoder(config.modelsDir));
      return 'two known sentences get their known similarity';
    }),
    await check('index', async () => {
      const index = await openIndex(config.indexDir, { encoderId: await encoderId(config.modelsDir) });
      const { counts, createdAt } = index.manifest;
      await index.close();
      return `${counts.documents} documents, ${counts.passages} passages, ${counts.notes} notes, made ${createdAt}`;
    }),
  ];
}
