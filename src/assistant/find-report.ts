/** Which document of the index a file is. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import { toDocumentId } from '../ingest/choose-reader.ts';
import { hashFile, toSourceFile } from '../ingest/find-documents.ts';
import { type IndexPlace, withHome } from '../store/choose-home.ts';
import type { KnownDocument } from '../store/index-home.ts';

/** @throws VerseError `bad-input` for a file whose name is that of another document of the index. */
export function checkNames(files: readonly string[], known: readonly KnownDocument[]): void {
  for (const file of files) {
    const id = toDocumentId(basename(file));
    const other = known.find((one) => one.id === id && resolve(one.file) !== resolve(file));
    if (other === undefined || !existsSync(other.file)) continue;
    throw new VerseError(
      'bad-input',
      `${file}: the index has another document of this name, ${other.file}.`,
      `Give the file another name, or take that one out: verse remove ${id}.`,
    );
  }
}

export interface FoundReport {
  /** As the document is called in the index, or will be. */
  id: string;
  /** Whether the index has it: a file is known by its bytes, whatever its name. */
  isKnown: boolean;
}

/** @throws VerseError `cannot-read`, `too-large`; `bad-input` where another document of the index has its name. */
export async function findReport(
  place: IndexPlace & Pick<Config, 'maxFileBytes'>,
  path: string,
): Promise<FoundReport> {
  const file = await hashFile(toSourceFile(path), place.maxFileBytes);
  const documents = await withHome(place, (home) => home.list());
  const known = documents.find(({ sha256 }) => sha256 === file.sha256);
  if (known !== undefined) return { id: known.id, isKnown: true };
  checkNames([path], documents);
  return { id: file.id, isKnown: false };
}
