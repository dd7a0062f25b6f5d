/** The stages of an ingest: find, read, lay out, encode, write. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DocumentReader } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import { addSummaries, type Summarizer } from '../core/summary.ts';
import type { ReportDocument, WorkOptions } from '../core/types.ts';
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
import {
  distinctFiles,
  findDocuments,
  type HashedFile,
  hashFile,
  type SourceFile,
  toSourceFile,
} from './find-documents.ts';
import { passageRulesVersion } from './passages.ts';
import { forEachFile, readDocuments } from './read-documents.ts';

export interface IngestOptions extends WorkOptions {
  /** The files to ingest; if empty, every document of `corpusDir`. */
  files?: readonly string[];
  corpusDir: string;
  indexDir: string;
  maxFileBytes: number;
  /** Counts what each document speaks of, for the index. */
  summarizer: Summarizer;
  /** The id of the encoder that `openEncoder` opens, known without loading it. */
  encoderId: string;
  openEncoder: (signal?: AbortSignal) => Promise<Encoder & { close?: () => Promise<void> }>;
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

function isWholeCorpus({ files = [] }: IngestOptions): boolean {
  return files.length === 0;
}

async function namedFiles(options: IngestOptions): Promise<SourceFile[]> {
  const { files = [], corpusDir, readers } = options;
  return distinctFiles(
    isWholeCorpus(options)
      ? await findDocuments(corpusDir, readers)
      : files.map((file) => toSourceFile(file, readers)),
  );
}

/** Documents that this ingest keeps though it does not name them: from outside the corpus, with files that still exist. */
function keptFiles(
  documents: readonly KnownDocument[],
  named: readonly SourceFile[],
  options: IngestOptions,
): SourceFile[] {
  const ids = new Set(named.map((file) => file.id));
  const corpus = resolve(options.corpusDir);
  return documents
    .filter((document) => !ids.has(document.id) && existsSync(document.file))
    .filter((document) => !(isWholeCorpus(options) && dirname(resolve(document.file)) === corpus))
    .map((document) => toSourceFile(document.file, options.readers));
}

/** Whether the index has these files under these paths, made by the current rules. */
function isUpToDate(
  files: readonly HashedFile[],
  { whole: { documents }, manifest }: OpenIndex,
  { summarizer }: IngestOptions,
): boolean {
  return (
    manifest.passageRules === passageRulesVersion &&
    manifest.summaryRules === summarizer.rules &&
    documents.length === files.length &&
    files.every(({ id, sha256, path }) =>
      documents.some((one) => one.id === id && one.sha256 === sha256 && one.file === path),
    )
  );
}

function elapsed(since: number): number {
  return Math.round(performance.now() - since);
}

function reportUnchanged({ whole: { documents, passages } }: OpenIndex, started: number): IngestReport {
  return {
    changed: false,
    documents: documents.map((document) => ({ ...document, status: 'unchanged' })),
    removed: [],
    passages: { total: passages.length, encoded: 0, reused: passages.length },
    timings: { totalMs: elapsed(started), readMs: 0, encodeMs: 0, writeMs: 0 },
  };
}

/**
 * Brings the index up to date with the named files, or with every document of the corpus folder. Documents that an
 * earlier ingest took in from elsewhere stay. The old index answers until the new one is whole.
 * @throws VerseError for what is refused (see `errors.ts`), or the reason of `signal`; nothing is changed then.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const { indexDir, encoderId, maxFileBytes, summarizer, onProgress = () => {}, signal, writeFile } = options;
  const load = (files: readonly SourceFile[]) =>
    forEachFile(files, (file) => hashFile(file, maxFileBytes), signal);
  const named = await namedFiles(options);
  const loaded = await load(named);
  return withIndexLock(indexDir, async ({ assertHeld }) => {
    const previous = await openPrevious(indexDir, encoderId);
    const before = previous?.whole.documents ?? (await listDocuments(indexDir));
    const kept = await load(keptFiles(before, named, options));
    const files = [...loaded, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (previous !== undefined && isUpToDate(files, previous, options)) {
      await removeLeftovers(indexDir);
      return reportUnchanged(previous, started);
    }
    const readStarted = performance.now();
    const ingested = await readDocuments(files, previous, {
      onProgress,
      signal,
      limits: options.limits,
      readers: options.readers,
    });
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
      removed: before.map(({ id }) => id).filter((id) => !files.some((file) => file.id === id)),
      passages: { total: passages.length, encoded: passages.length - reused, reused },
      timings: { totalMs: elapsed(started), readMs, encodeMs, writeMs: elapsed(writeStarted) },
    };
  });
}
