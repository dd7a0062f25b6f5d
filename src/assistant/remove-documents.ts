/** Takes documents out of the index; a file in the corpus folder is moved aside, so that no ingest takes it in again. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import type { ReportDocument } from '../core/types.ts';

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
 * Takes documents out. Files outside the corpus folder stay where they are.
 * @param takeOut takes documents out of the index, by their ids; where it fails the files are put back.
 * @returns where the files are now that were moved.
 */
export async function removeDocuments(
  documents: readonly Pick<ReportDocument, 'id' | 'file'>[],
  corpusDir: string,
  takeOut: (ids: string[]) => Promise<unknown>,
): Promise<string[]> {
  const moved: { from: string; to: string }[] = [];
  try {
    for (const { file } of documents) {
      if (dirname(resolve(file)) !== resolve(corpusDir) || !existsSync(file)) continue;
      moved.push({ from: file, to: await setAside(file) });
    }
    await takeOut(documents.map(({ id }) => id));
  } catch (error) {
    for (const { from, to } of moved) await rename(to, from);
    throw error;
  }
  return moved.map(({ to }) => to);
}
