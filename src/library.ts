/**
 * The public interface of the package, `import … from 'chapter-and-verse'`; the only barrel. Nothing else in dist is
 * public.
 */
import { type Assistant, openAssistant as openIndexed } from './assistant/assistant.ts';
import { changeDocument as changeIn } from './assistant/change-document.ts';
import { checkRequests } from './assistant/check-requests.ts';
import {
  type IngestDocumentsOptions,
  type IngestReport,
  ingestDocuments as ingestInto,
} from './assistant/ingest-documents.ts';
import { type Flags, loadConfig } from './config/settings.ts';
import type { DocumentChange, DocumentListing } from './wire/types.ts';

export type { AskOptions, Assistant } from './assistant/assistant.ts';
export type { IngestReport } from './assistant/ingest-documents.ts';
export {
  ChapterAndVerseRetriever,
  type ChapterAndVerseRetrieverInput,
  type PassageMetadata,
} from './assistant/retriever.ts';
export { type ErrorCode, VerseError } from './core/errors.ts';
export type { OnProgress, Progress, WorkOptions } from './core/types.ts';
export type {
  Answer,
  AnswerSentence,
  AskRequest,
  Change,
  CheckedSentence,
  Citation,
  CompareRequest,
  DocumentChange,
  DocumentListing,
  EditionChanges,
  HitsEvent,
  NearestPassage,
  PassageDetail,
  ReadingReport,
  SearchRequest,
  SearchResponse,
  SentenceEvent,
  Turn,
  VerifyRequest,
} from './wire/types.ts';

/** Settings such as `indexDir`; those left out come from the settings file and the environment, as on the command line. */
export type Settings = Flags;

/**
 * Opens the index that `ingestDocuments` made. Close it when you are done.
 * @throws VerseError `bad-input`, `no-index`, `stale-index`, `damaged-index`, `model-missing`, `model-damaged`,
 * `other-network`.
 */
export async function openAssistant(settings: Settings = {}): Promise<Assistant> {
  return checkRequests(await openIndexed(loadConfig(settings)));
}

/**
 * Brings the index up to date with these documents, or with all in `corpusDir` if none is named.
 * @param options `onProgress` hears of each step; `signal` stops the ingest; `strict` refuses all files where one is;
 * `remove` takes documents out, by their ids.
 * @returns also which files were refused, and the documents whose files are gone; both stay as they were in the index.
 * @throws VerseError that says why all files are refused, or the reason of `signal`; the index is then as it was.
 */
export function ingestDocuments(
  files: readonly string[] = [],
  settings: Settings = {},
  options: IngestDocumentsOptions = {},
): Promise<IngestReport> {
  return ingestInto(loadConfig(settings), files, options);
}

/**
 * Sets a document's title, year or tags, which later ingests keep, without reading its file again.
 * @param change null for what is printed.
 * @throws VerseError `unknown-document`, naming near ones; `bad-input` for a title or tag that is empty, too long or holds
 * control characters, and for a year that is none; `no-index`, `stale-index`, `damaged-index`, `index-locked`,
 * `cannot-write`.
 */
export function changeDocument(
  id: string,
  change: DocumentChange,
  settings: Settings = {},
): Promise<DocumentListing> {
  return changeIn(loadConfig(settings), id, change);
}
