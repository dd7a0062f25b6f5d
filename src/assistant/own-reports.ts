/** The documents of an installed program, which has no folder that is filled by hand: they are where its index says. */
import { existsSync } from 'node:fs';
import { reportsFolder } from '../config/folders.ts';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import { findDocuments } from '../ingest/find-documents.ts';
import { type IndexPlace, withHome } from '../store/choose-home.ts';
import type { KnownDocument } from '../store/index-home.ts';

type Folders = Pick<Config, 'corpusDir' | 'indexDir'>;

/** Whether what is sent to the program is kept within its index, as by default where it was installed. */
export const keepsOwnReports = ({ corpusDir, indexDir }: Folders): boolean =>
  corpusDir === reportsFolder(indexDir);

export function noReport(): VerseError {
  return new VerseError('no-documents', 'No report yet.', 'Add one: verse add your.pdf');
}

/** What is known of all documents of the index, even if it cannot be opened; none where there is none. */
export function listKnown(place: IndexPlace): Promise<readonly KnownDocument[]> {
  return withHome(place, (home) => home.list());
}

/** The documents of the corpus folder, as absolute paths by name; none where it cannot be read. */
export async function listCorpus({ corpusDir }: Pick<Config, 'corpusDir'>): Promise<string[]> {
  try {
    return (await findDocuments(corpusDir)).map(({ path }) => path);
  } catch (error) {
    if (error instanceof VerseError) return [];
    throw error;
  }
}

/**
 * The files of an ingest that names none: empty where it reads the corpus folder, else those that the index was made of.
 * @throws VerseError `no-documents` where an installed program has neither.
 */
export async function filesToIngest(folders: Folders & IndexPlace): Promise<string[]> {
  if (!keepsOwnReports(folders) || (await listCorpus(folders)).length > 0) return [];
  const known = await listKnown(folders);
  if (known.length === 0) throw noReport();
  return known.map(({ file }) => file);
}

/**
 * The files of an ingest that a question causes, since the index cannot be opened: those that the index was made of, as far as they
 * are there, and no others; where it has none, as `filesToIngest`.
 */
export async function filesToRenew(folders: Folders & IndexPlace): Promise<string[]> {
  const own = (await listKnown(folders)).map(({ file }) => file).filter((file) => existsSync(file));
  return own.length > 0 ? own : filesToIngest(folders);
}
