/** The stages of an ingest: find, read, lay out, encode, write. */
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import { addSummaries, type Summarizer } from '../core/summary.ts';
import type { IngestedDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import { encodePassages } from '../search/encode-passages.ts';
import { removeLeftovers, type WriteFile } from '../store/disk/commit-build.ts';
import { withIndexLock } from '../store/disk/lock.ts';
import { listDocuments, type OpenIndex, openIndex, reusableEncodings } from '../store/disk/open-index.ts';
import { writeIndex } from '../store/disk/write-index.ts';
import { findEditions, withSketch } from './find-editions.ts';
import { type GatherOptions, gatherKept, gatherNamed, requireSome } from './gather-files.ts';
import { compareDocuments, type IngestReport, type LeftOut, reportUnchanged } from './ingest-report.ts';
import { keepTitles } from './keep-titles.ts';
import { passageRulesVersion } from './passages.ts';
import { readDocuments, takeDocuments } from './read-documents.ts';
import { requireOcr } from './read-scans.ts';

export interface IngestOptions extends GatherOptions, WorkOptions {
  indexDir: string;
  /** Counts what each document speaks of, for the index. */
  summarizer: Summarizer;
  /** The id of the encoder that `openEncoder` opens, known without loading it. */
  encoderId: string;
  openEncoder: (signal?: AbortSignal) => Promise<Encoder & { close?: () => Promise<void> }>;
  /** How much work a file may cause; the usual by default. */
  limits?: Limits;
  /** Which pages without text are read by OCR; none by default. */
  ocr?: OcrChoice;
  /** Replaced by tests of a full disk. */
  writeFile?: WriteFile;
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
    // One that was read anew of the same file has another time.
    ingested.every(({ document: { id, sha256, file, ingestedAt } }) =>
      documents.some(
        (one) => one.id === id && one.sha256 === sha256 && one.file === file && one.ingestedAt === ingestedAt,
      ),
    )
  );
}

function elapsed(since: number): number {
  return Math.round(performance.now() - since);
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
  const {
    indexDir,
    encoderId,
    summarizer,
    limits,
    readers,
    ocr,
    onProgress = () => {},
    signal,
    writeFile,
  } = options;
  if (ocr !== undefined) requireOcr(ocr);
  const named = await gatherNamed(options);
  requireSome(named, options);
  return withIndexLock(indexDir, async ({ assertHeld }) => {
    const previous = await openPrevious(indexDir, encoderId);
    const before = previous?.whole.documents ?? (await listDocuments(indexDir));
    const files = await gatherKept(named, before, options);
    const readStarted = performance.now();
    const read = await readDocuments(files.hashed, previous, { onProgress, signal, limits, readers, ocr });
    const refused = [...files.refused, ...read.refused];
    requireSome({ ...files, refused }, options);
    const asBefore = [...files.gone, ...refused.map(({ file }) => file.id)];
    const found = [...read.results, ...takeDocuments(asBefore, previous)].sort((left, right) =>
      left.document.id < right.document.id ? -1 : 1,
    );
    const ingested = keepTitles(found, before).map(withSketch);
    requireDocuments(ingested, options);
    const leftOut: LeftOut = {
      gone: files.gone.filter((id) => ingested.some(({ document }) => document.id === id)),
      refused: refused.map(({ file, refusal }) => ({
        file: file.path,
        code: refusal.code,
        problem: refusal.sentence,
      })),
    };
    if (previous !== undefined && isUpToDate(ingested, previous, options)) {
      await removeLeftovers(indexDir);
      return reportUnchanged(previous, leftOut, elapsed(started));
    }
    const compared = compareDocuments(ingested, before);
    const editions = await findEditions(
      ingested,
      compared.documents,
      async (id) => previous?.readStretch({ documents: [id] }) ?? [],
    );
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
    return {
      changed: true,
      ...compared,
      editions,
      ...leftOut,
      passages: { total: passages.length, encoded: passages.length - reused, reused },
      timings: { totalMs: elapsed(started), readMs, encodeMs, writeMs: elapsed(writeStarted) },
    };
  });
}
