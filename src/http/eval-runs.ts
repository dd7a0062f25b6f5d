/** The runs of `verse eval --keep`, read from their folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptRun, keptRunSchema } from '../wire/kept-run.ts';

async function readRun(path: string): Promise<KeptRun | null> {
  try {
    return keptRunSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Half written, or of another version: it is not listed.
    return null;
  }
}

/** All runs that were kept, the latest first; none where there is no folder. */
export async function listRuns(folder: string): Promise<KeptRun[]> {
  const files = await readdir(folder).catch(() => []);
  const names = files.filter((file) => file.endsWith('.json')).sort();
  const runs = await Promise.all(names.map((name) => readRun(join(folder, name))));
  return runs.filter((run) => run !== null).reverse();
}

/** The report of a run, a whole HTML page; null where there is none. The caller lets no name leave the folder. */
export function readReport(folder: string, name: string): Promise<string | null> {
  return readFile(join(folder, `${name}.html`), 'utf8').catch(() => null);
}
