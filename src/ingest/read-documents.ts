/** The documents of an ingest: extracted if new or changed, else taken from the index. */
import type { DocumentReader } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { IngestedDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import type { OpenIndex } from '../store/disk/open-index.ts';
import { openExtraction } from './extract-file.ts';
import type { HashedFile } from './find-documents.ts';
import { passageRulesVersion } from './passages.ts';

/** Joins all refusals, so that a user with two bad files hears of both at once. */
function joinRefusals([first, ...others]: readonly [VerseError, ...VerseError[]]): VerseError {
  if (others.length === 0) return first;
  const refused = [first, ...others].map((refusal) => `\n  ${refusal.sentence}`);
  return new VerseError(
    first.code,
    `${refused.length} files are refused, so the index stays as it was:${refused.join('')}`,
  );
}

/**
 * Does `work` for each, one after the other.
 * @throws VerseError with all refusals, at the end; the reason of `signal` as soon as it is aborted.
 */
export async function forEachFile<File, Result>(
  files: readonly File[],
  work: (file: File) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  const refusals: VerseError[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    try {
      results.push(await work(file));
    } catch (error) {
      if (!(error instanceof VerseError)) throw error;
      refusals.push(error);
    }
  }
  const [first, ...others] = refusals;
  if (first !== undefined) throw joinRefusals([first, ...others]);
  return results;
}

/** The index's version of a file, if neither the file nor the rules have changed. */
function takeUnchanged(file: HashedFile, previous: OpenIndex | undefined): IngestedDocument | undefined {
  if (previous?.manifest.passageRules !== passageRulesVersion) return undefined;
  const { documents, passages, notes } = previous.whole;
  const document = documents.find((one) => one.id === file.id && one.sha256 === file.sha256);
  if (document === undefined) return undefined;
  return {
    document: { ...document, file: file.path },
    passages: passages.filter((passage) => passage.documentId === file.id),
    notes: notes.filter((note) => note.id.startsWith(`${file.id}/`)),
  };
}

/**
 * Extracts the documents that are new or changed; takes the others from the index. Stage: `read <id>`, in pages.
 * @throws VerseError naming every file that is refused; the reason of `signal`.
 */
export async function readDocuments(
  files: readonly HashedFile[],
  previous: OpenIndex | undefined,
  {
    onProgress = () => {},
    signal,
    limits,
    readers,
  }: WorkOptions & { limits?: Limits | undefined; readers?: readonly DocumentReader[] | undefined },
): Promise<IngestedDocument[]> {
  const extraction = openExtraction(limits, readers);
  const read = async (file: HashedFile): Promise<IngestedDocument> => {
    const known = takeUnchanged(file, previous);
    if (known !== undefined) return known;
    const { path, ...source } = file;
    return extraction.extract(
      { ...source, file: path, ingestedAt: new Date().toISOString() },
      { onPage: (done, total) => onProgress({ stage: `read ${file.id}`, done, total }), signal },
    );
  };
  return forEachFile(files, read, signal).finally(extraction.close);
}
