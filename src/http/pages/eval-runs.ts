/** The runs of `verse eval --keep`, read from their folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/settings.ts';
import { type KeptRun, keptRunSchema } from '../../wire/kept-run.ts';

async function readRun(path: string): Promise<KeptRun | null> {
  try {
    return keptRunSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Incomplete, or written by another version: not listed.
    return null;
  }
}

/** The run of the version that ships, of which only the figures are there: docs/shipped-run.json. */
export function readShippedRun(): Promise<KeptRun | null> {
  return readRun(join(packageRoot, 'docs', 'shipped-run.json'));
}

/** All kept runs, latest first; none if the folder does not exist. */
export async function listRuns(folder: string): Promise<KeptRun[]> {
  const files = await readdir(folder).catch(() => []);
  const names = files.filter((file) => file.endsWith('.json')).sort();
  const runs = await Promise.all(names.map((name) => readRun(join(folder, name))));
  return runs.filter((run) => run !== null).reverse();
}

/** A run's report, a whole HTML page, or null. The caller has checked that the name cannot lead out of the folder. */
export function readReport(folder: string, name: string): Promise<string | null> {
  return readFile(join(folder, `${name}.html`), 'utf8').catch(() => null);
}
