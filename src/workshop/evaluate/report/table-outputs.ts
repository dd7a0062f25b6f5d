/** Output files of measurements that are only tables: Markdown or JSON. */
import { extname } from 'node:path';
import { VerseError } from '../../../core/errors.ts';
import { writeOutput } from './outputs.ts';

/** A measurement in each of its forms. */
export interface Tables {
  /** For JSON. */
  json: unknown;
  /** For a terminal. */
  text: string;
  /** In Markdown. */
  page: () => string;
  /** What is to be said of it, as what was left out: a line. */
  notice?: string;
}

const endings: Readonly<Record<string, (tables: Tables) => string>> = {
  '.json': ({ json }) => `${JSON.stringify(json, null, 2)}\n`,
  '.md': ({ page }) => page(),
};

/** Call before measuring. @throws VerseError `bad-input` for any other ending. */
export function checkTableOutputs(paths: readonly string[], option: string): void {
  const other = paths.find((path) => !(extname(path) in endings));
  if (other === undefined) return;
  throw new VerseError('bad-input', `${other}: with ${option} only .md and .json can be written.`);
}

/** Writes each file in the format of its ending. @throws VerseError `cannot-write`. */
export async function writeTables(paths: readonly string[], tables: Tables): Promise<void> {
  for (const path of paths) {
    const text = endings[extname(path)]?.(tables);
    if (text !== undefined) await writeOutput(path, text);
  }
}
