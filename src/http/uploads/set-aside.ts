/** Moves a document's file out of the corpus without deleting it. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import type { ReportDocument } from '../../core/types.ts';

/** Moves a file into the folder `.removed` beside it, under a free name. @returns its new path. */
export async function setAside(file: string): Promise<string> {
  const folder = join(dirname(file), '.removed');
  await mkdir(folder, { recursive: true });
  const { name, ext } = parse(file);
  let target = join(folder, `${name}${ext}`);
  for (let count = 2; existsSync(target); count++) target = join(folder, `${name} ${count}${ext}`);
  await rename(file, target);
  return target;
}

/**
 * Checks that a document may be removed.
 * @param count how many documents there are.
 * @throws VerseError `bad-input` for one from outside the corpus, and for the last one.
 */
export function checkRemovable(document: ReportDocument, count: number, corpusDir: string): void {
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
