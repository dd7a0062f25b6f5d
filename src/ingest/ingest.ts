/** The stages of an ingest: find, read, lay out, encode, write. */
import { existsSync } from 'node:fs';
import type { DocumentReader } from '../core/document-reader.ts';
import { type ErrorCode, VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import { addSummaries, type Summarizer } from '../core/summary.ts';
import type { IngestedDocument, ReportDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import { encodePassages } from '../search/encode-passages.ts';
import { withIndexLock } from '../store/disk/lock.ts';
import {
  type KnownDocument,
  listDocuments,
  type OpenIndex,
  openIndex,
  reusableEncodings,
} from '../store/disk/open-index.ts';
import { removeLeftovers, type WriteFile, writeIndex } from '../store/disk/write-index.ts';
import { distinctFiles, findDocuments, hashFile, type SourceFile, toSourceFile } from './find-documents.ts';
import { passageRulesVersion } from './passages.ts';
import { joinRefusals, type Refused, readDocuments, takeDocuments, tryEach } from './read-documents.ts';

export interface IngestOptions extends WorkOptions {
  /** The files to ingest; if empty and none is to be removed, every document of `corpusDir`. */
  files?: readonly string[];
  corpusDir: string;
  indexDir: string;
  maxFileBytes: number;
  /** Counts what each document speaks of, for the index. */
  summarizer: Summarizer;
  /** The id of the encoder that `openEncoder` opens, known without loading it. */
  encoderId: string;
  openEncoder: (signal?: AbortSignal) => Promise<Encoder & { close?: () => Promise<void> }>;
  /** Whether one refused file keeps all of them out. */
  strict?: boolean;
  /** Ids of documents to take out of the index. */
  remove?: readonly string[];
  /** How much work a file may cause; the usual by default. */
  limits?: Limits;
  /** The kinds of documents that are read; those that ship by default. */
  readers?: readonly DocumentReader[];
  /** Replaced by tests of a full disk. */
  writeFile?: WriteFile;
}

export interface IngestReport {
  /** False if the index was already up to date. */
  changed: boolean;
  documents: (ReportDocument & { status: 'new' | 'changed' | 'unchanged' })[];
  /** Ids of documents removed from the index. */
  removed: string[];
  /** Ids of documents whose files are gone: they stay in the index as they were. */
  gone: string[];
  /** Files that were refused; of a document that the index had, its earlier version stays. */
  refused: { file: string; code: ErrorCode; problem: string }[];
  passages: { total: number; encoded: number; reused: number };
  timings: { totalMs: number; readMs: number; encodeMs: number; writeMs: number };
}

/** The current index, or undefined if there is none that this version can use. */
async function openPrevious(indexDir: string, encoderId: string): Promise<OpenIndex | undefined> {
  try {
    return await openIndex(indexDir, { encoderId }, { everySum: true });
  } catch (error) {
    // One that is damaged or of another version is made anew from the documents.
    if (error instanceof VerseError) return undefined;
    throw error;
  }
}

function isWholeCorpus({ files = [], remove = [] }: IngestOptions): boolean {
  return files.length === 0 && remove.length === 0;
}

async function namedFiles(options: IngestOptions): Promise<SourceFile[]> {
  const { files = [], corpusDir, readers } = options;
  return distinctFiles(
    isWholeCorpus(options)
      ? await findDocuments(corpusDir, readers)
      : files.map((file) => toSourceFile(file, readers)),
  );
}

/** Documents that this ingest does not name and keeps: by their files, or as they are where these are gone. */
function keptDocuments(
  documents: readonly KnownDocument[],
  named: readonly SourceFile[],
  { remove = [], readers }: IngestOptions,
): { files: SourceFile[]; gone: string[] } {
  const ids = new Set([...named.map((file) => file.id), ...remove]);
  const kept = documents.filter((document) => !ids.has(document.id));
  return {
    files: kept
      .filter(({ file }) => existsSync(file))
      .map(({ id, file }) => ({ ...toSourceFile(file, readers), id })),
    gone: kept.filter(({ file }) => !existsSync(file)).map(({ id }) => id),
  };
}

/** Whether the index has these documents from these files, made by the current rules. */
function isUpToDate(
  ingested: readonly IngestedDocument[],
  { whole: { documents }, manifest }: OpenIndex,
  { summarizer }: IngestOptions,
): boolean {
  return (
    manifest.passageRules === passageRulesVersion &&
    manifest.summaryRules === summarizer.rules &&
    documents.length === ingested.length &&
    ingested.every(({ document: { id, sha256, file } }) =>
      documents.some((one) => one.id === id && one.sha256 === sha256 && one.file === file),
    )
  );
}

function elapsed(since: number): number {
  return Math.round(performance.now() - since);
}

function reportUnchanged(
  { whole: { documents, passages } }: OpenIndex,
  left: Pick<IngestReport, 'gone' | 'refused'>,
  started: number,
): IngestReport {
  return {
    changed: false,
    documents: documents.map((document) => ({ ...document, status: 'unchanged' })),
    removed: [],
    ...left,
    passages: { total: passages.length, encoded: 0, reused: passages.length },
    timings: { totalMs: elapsed(started), readMs: 0, encodeMs: 0, writeMs: 0 },
  };
}

/** @throws VerseError `unknown-document` where one is to be removed that the index does not have. */
function requireKnown(documents: readonly KnownDocument[], { remove = [] }: IngestOptions): void {
  const ids = documents.map(({ id }) => id);
  const unknown = remove.find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  throw new VerseError(
    'unknown-document',
    `No document is called “${unknown}”.`,
    `There are: ${ids.join(', ') || 'none'}.`,
  );
}

/** @throws VerseError `bad-input` where an ingest would leave no document. */
function requireDocuments(ingested: readonly IngestedDocument[], { remove = [] }: IngestOptions): void {
  if (ingested.length > 0) return;
  throw new VerseError(
    'bad-input',
    `${remove.join(' and ')}: no other document is there, and there is no index without one.`,
    'Add another first.',
  );
}

/**
 * Brings the index up to date with the named files, or with every document of the corpus folder. Documents that an
 * earlier ingest took in stay, also where their files are gone, until `remove` names them. Files that are refused are
 * left out. The old index answers until the new one is whole.
 * @throws VerseError where all files are refused, or one is and `strict` is set (see `errors.ts`), or the reason of
 * `signal`; nothing is changed then.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const { indexDir, encoderId, maxFileBytes, summarizer, onProgress = () => {}, signal, writeFile } = options;
  const load = (files: readonly SourceFile[]) =>
    tryEach(files, (file) => hashFile(file, maxFileBytes), signal);
  const named = await namedFiles(options);
  const loaded = await load(named);
  const requireSome = (refused: readonly Refused<SourceFile>[]) => {
    const isNone = named.length > 0 && named.every(({ id }) => refused.some(({ file }) => file.id === id));
    const refusal = isNone || options.strict ? joinRefusals(refused) : undefined;
    if (refusal !== undefined) throw refusal;
  };
  requireSome(loaded.refused);
  return withIndexLock(indexDir, async ({ assertHeld }) => {
    const previous = await openPrevious(indexDir, encoderId);
    const before = previous?.whole.documents ?? (await listDocuments(indexDir));
    requireKnown(before, options);
    const others = keptDocuments(before, named, options);
    const kept = await load(others.files);
    const files = [...loaded.results, ...kept.results];
    const readStarted = performance.now();
    const read = await readDocuments(files, previous, {
      onProgress,
      signal,
      limits: options.limits,
      readers: options.readers,
    });
    const refused = [...loaded.refused, ...kept.refused, ...read.refused];
    requireSome(refused);
    const asBefore = [...others.gone, ...refused.map(({ file }) => file.id)];
    const ingested = [...read.results, ...takeDocuments(asBefore, previous)].sort((left, right) =>
      left.document.id < right.document.id ? -1 : 1,
    );
    requireDocuments(ingested, options);
    const left = {
      gone: others.gone.filter((id) => ingested.some(({ document }) => document.id === id)),
      refused: refused.map(({ file, refusal }) => ({
        file: file.path,
        code: refusal.code,
        problem: refusal.sentence,
      })),
    };
    if (previous !== undefined && isUpToDate(ingested, previous, options)) {
      await removeLeftovers(indexDir);
      return reportUnchanged(previous, left, started);
    }
    const readMs = elapsed(readStarted);
    const encodeStarted = performance.now();
    signal?.throwIfAborted();
    const encoder = await options.openEncoder(signal);
    const passages = ingested.flatMap((one) => one.passages);
    const reusable = previous === undefined ? undefined : reusableEncodings(previous);
    const { encodings, reused } = await encodePassages(passages, encoder, {
      reusable,
      onProgress,
      signal,
    }).finally(() => encoder.close?.());
    const encodeMs = elapsed(encodeStarted);
    const writeStarted = performance.now();
    await writeIndex(
      indexDir,
      {
        encoderId,
        dimensions: encoder.dimensions,
        passageRules: passageRulesVersion,
        summaryRules: summarizer.rules,
        summary: addSummaries(ingested.map(summarizer.summarize)),
        ingested,
        encodings,
      },
      { onProgress, signal, assertHeld, ...(writeFile && { writeFile }) },
    );
    const statusOf = (document: ReportDocument) => {
      const known = before.find((one) => one.id === document.id);
      return known === undefined ? 'new' : known.sha256 === document.sha256 ? 'unchanged' : 'changed';
    };
    return {
      changed: true,
      documents: ingested.map(({ document }) => ({ ...document, status: statusOf(document) })),
      removed: before
        .map(({ id }) => id)
        .filter((id) => !ingested.some(({ document }) => document.id === id)),
      ...left,
      passages: { total: passages.length, encoded: passages.length - reused, reused },
      timings: { totalMs: elapsed(started), readMs, encodeMs, writeMs: elapsed(writeStarted) },
    };
  });
}
