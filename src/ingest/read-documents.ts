/** The documents of an ingest: extracted if new or changed, else kept as the index has them. */
import { sketchRules } from '../compare/sketch.ts';
import type { DocumentReader } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { IngestedDocument, ReportDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import type { KeptDocument, PreviousIndex } from '../store/index-home.ts';
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

/** A document to be written, or one that stays in the index as it is. */
export type GatheredDocument = IngestedDocument | KeptDocument;

/** The index before, and by which rules the next one is made. */
export interface Earlier {
  index: PreviousIndex;
  summaryRules: number;
}

/** A document that is in the index, with all of it where it must be summarized or sketched anew. */
async function keepDocument(
  document: ReportDocument,
  { index, summaryRules }: Earlier,
): Promise<GatheredDocument> {
  if (index.summaryRules === summaryRules && document.sketch?.rules === sketchRules) return { document };
  const taken = await index.takeDocument(document.id);
  return { ...taken, document };
}

/** The documents of an index as they are, for those whose files cannot be read now. */
export async function keepDocuments(
  ids: readonly string[],
  earlier: Earlier | undefined,
): Promise<GatheredDocument[]> {
  if (earlier === undefined) return [];
  const known = earlier.index.documents.filter(({ id }) => ids.includes(id));
  return Promise.all(known.map((document) => keepDocument(document, earlier)));
}

/** The index's version of a file, if neither the file nor the rules have changed; under the file's path. */
async function keepUnchanged(
  file: HashedFile,
  earlier: Earlier | undefined,
): Promise<GatheredDocument | undefined> {
  if (earlier?.index.passageRules !== passageRulesVersion) return undefined;
  const known = earlier.index.documents.find(({ id }) => id === file.id);
  return known?.sha256 === file.sha256 ? keepDocument({ ...known, file: file.path }, earlier) : undefined;
}

/**
 * Extracts the documents that are new or changed; the others stay as the index has them. Stages: `read <id>` and
 * `read <id> by OCR`, in pages.
 * @throws the reason of `signal`.
 */
export async function readDocuments(
  files: readonly HashedFile[],
  earlier: Earlier | undefined,
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
): Promise<{ results: GatheredDocument[]; refused: Refused<HashedFile>[] }> {
  const extraction = openExtraction(limits, readers, ocr);
  const read = async (file: HashedFile): Promise<GatheredDocument> => {
    const known = await keepUnchanged(file, earlier);
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
