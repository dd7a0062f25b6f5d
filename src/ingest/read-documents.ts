/** The documents of an ingest: extracted if new or changed, else taken from the index. */
import type { DocumentReader } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { IngestedDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import type { OpenIndex } from '../store/disk/open-index.ts';
import { openExtraction } from './extract-file.ts';
import type { HashedFile } from './find-documents.ts';
import { passageRulesVersion } from './passages.ts';
import { isReadOtherwise } from './read-scans.ts';

/** A file that was refused, and why. */
export interface Refused<File> {
  file: File;
  refusal: VerseError;
}

/** All refusals as one, so that a user with two bad files hears of both at once. */
export function joinRefusals(refused: readonly Refused<unknown>[]): VerseError | undefined {
  const [first, ...others] = refused.map(({ refusal }) => refusal);
  if (first === undefined || others.length === 0) return first;
  const sentences = [first, ...others].map((refusal) => `\n  ${refusal.sentence}`);
  return new VerseError(
    first.code,
    `${sentences.length} files are refused, so the index stays as it was:${sentences.join('')}`,
  );
}

/**
 * Does `work` for each, one after the other, also after a refusal.
 * @throws the reason of `signal` as soon as it is aborted; what is no VerseError.
 */
export async function tryEach<File, Result>(
  files: readonly File[],
  work: (file: File) => Promise<Result>,
  signal?: AbortSignal,
): Promise<{ results: Result[]; refused: Refused<File>[] }> {
  const results: Result[] = [];
  const refused: Refused<File>[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    try {
      results.push(await work(file));
    } catch (error) {
      if (!(error instanceof VerseError)) throw error;
      refused.push({ file, refusal: error });
    }
  }
  return { results, refused };
}

/** A document as an index has it, under the file's path. */
function takeDocument(id: string, { whole }: OpenIndex, file?: string): IngestedDocument | undefined {
  const document = whole.documents.find((one) => one.id === id);
  if (document === undefined) return undefined;
  return {
    document: { ...document, ...(file !== undefined && { file }) },
    passages: whole.passages.filter((passage) => passage.documentId === id),
    notes: whole.notes.filter((note) => note.id.startsWith(`${id}/`)),
  };
}

/** The documents of an index as they are, for those whose files cannot be read now. */
export function takeDocuments(ids: readonly string[], previous: OpenIndex | undefined): IngestedDocument[] {
  if (previous === undefined) return [];
  return ids.flatMap((id) => takeDocument(id, previous) ?? []);
}

/** The index's version of a file, if neither the file nor the rules have changed. */
function takeUnchanged(file: HashedFile, previous: OpenIndex | undefined): IngestedDocument | undefined {
  if (previous?.manifest.passageRules !== passageRulesVersion) return undefined;
  const known = takeDocument(file.id, previous, file.path);
  return known?.document.sha256 === file.sha256 ? known : undefined;
}

/**
 * Extracts the documents that are new or changed; takes the others from the index. Stages: `read <id>` and
 * `read <id> by OCR`, in pages.
 * @throws the reason of `signal`.
 */
export async function readDocuments(
  files: readonly HashedFile[],
  previous: OpenIndex | undefined,
  {
    onProgress = () => {},
    signal,
    limits,
    readers,
    ocr,
  }: WorkOptions & {
    limits?: Limits | undefined;
    readers?: readonly DocumentReader[] | undefined;
    ocr?: OcrChoice | undefined;
  },
): Promise<{ results: IngestedDocument[]; refused: Refused<HashedFile>[] }> {
  const extraction = openExtraction(limits, readers, ocr);
  const read = async (file: HashedFile): Promise<IngestedDocument> => {
    const known = takeUnchanged(file, previous);
    if (known !== undefined && !isReadOtherwise(known.document.report, ocr)) return known;
    const { path, ...source } = file;
    return extraction.extract(
      { ...source, file: path, ingestedAt: new Date().toISOString() },
      {
        onPage: (done, total) => onProgress({ stage: `read ${file.id}`, done, total }),
        onScan: (_, before, total) => onProgress({ stage: `read ${file.id} by OCR`, done: before, total }),
        signal,
      },
    );
  };
  return tryEach(files, read, signal).finally(extraction.close);
}
