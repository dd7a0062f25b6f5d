/** The stages of an ingest: find, read, lay out, encode, write. */
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { Summarizer } from '../core/summary.ts';
import type { IngestedDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import { encodePassages } from '../search/encode-passages.ts';
import { indexedHash, indexedParts } from '../search/indexed-text.ts';
import type { Noting } from '../store/audit.ts';
import type {
  EncodedDocument,
  IndexChange,
  IndexHome,
  KeptDocument,
  PreviousIndex,
} from '../store/index-home.ts';
import { findEditions, withSketch } from './find-editions.ts';
import { type GatherOptions, gatherKept, gatherNamed, requireSome } from './gather-files.ts';
import { compareDocuments, type IngestReport, type LeftOut, reportUnchanged } from './ingest-report.ts';
import { keepByHand } from './keep-by-hand.ts';
import { passageRulesVersion } from './passages.ts';
import { type GatheredDocument, keepDocuments, readDocuments } from './read-documents.ts';
import { requireOcr } from './read-scans.ts';

export interface IngestOptions extends GatherOptions, WorkOptions, Noting {
  /** The index that is brought up to date. */
  home: IndexHome;
  /** Counts what each document speaks of, for the index. */
  summarizer: Summarizer;
  /** The id of the encoder that `openEncoder` opens, known without loading it. */
  encoderId: string;
  openEncoder: (signal?: AbortSignal) => Promise<Encoder & { close?: () => Promise<void> }>;
  /** Which collection the named files are put into; without it each stays in its own, and a new one is in none. */
  collection?: string | undefined;
  /**
   * Whether all that the index has is held against its sums, so that what is damaged is made anew; by default where no file is named.
   * An ingest that adds to a large index then costs what is added.
   */
  everySum?: boolean;
  /** How much work a file may cause; the usual by default. */
  limits?: Limits;
  /** Which pages without text are read by OCR; none by default. */
  ocr?: OcrChoice;
}

/** Whether the index has these documents from these files, made by the current rules. */
function isUpToDate(
  ingested: readonly KeptDocument[],
  { documents, passageRules, summaryRules }: PreviousIndex,
  { summarizer }: IngestOptions,
): boolean {
  return (
    passageRules === passageRulesVersion &&
    summaryRules === summarizer.rules &&
    documents.length === ingested.length &&
    // One that was read anew of the same file has another time.
    ingested.every(({ document: { id, sha256, file, ingestedAt, collection } }) =>
      documents.some(
        (one) =>
          one.id === id &&
          one.sha256 === sha256 &&
          one.file === file &&
          one.ingestedAt === ingestedAt &&
          one.collection === collection,
      ),
    )
  );
}

function elapsed(since: number): number {
  return Math.round(performance.now() - since);
}

/** @throws VerseError `bad-input` where an ingest would leave no document. */
function requireDocuments(ingested: readonly KeptDocument[], { remove = [] }: IngestOptions): void {
  if (ingested.length > 0) return;
  throw new VerseError(
    'bad-input',
    `${remove.join(' and ')}: no other document is there, and there is no index without one.`,
    'Add another first.',
  );
}

/** The documents, those of the named files in the collection that the ingest names. */
function putInto<Document extends KeptDocument>(
  documents: readonly Document[],
  named: readonly { id: string }[],
  { collection }: IngestOptions,
): Document[] {
  return documents.map((one) =>
    collection !== undefined && named.some(({ id }) => id === one.document.id)
      ? { ...one, document: { ...one.document, collection } }
      : one,
  );
}

/** How many passages the documents have, those that are kept among them. */
function countPassages(documents: readonly GatheredDocument[], previous: PreviousIndex | undefined): number {
  const counts = documents.map((one) =>
    isRead(one) ? one.passages.length : (previous?.passageCounts.get(one.document.id) ?? 0),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Whether a document was read, rather than kept as the index has it. */
function isRead(document: GatheredDocument): document is IngestedDocument {
  return 'passages' in document;
}

/** Gives each document that was read the encodings of its passages, which come in the order of all of them. */
function shareEncodings(
  documents: readonly GatheredDocument[],
  encodings: EncodedDocument['encodings'],
): (KeptDocument | EncodedDocument)[] {
  let start = 0;
  return documents.map((one) => {
    if (!isRead(one)) return one;
    const end = start + one.passages.length;
    const own = encodings.slice(start, end);
    start = end;
    return { ...one, encodings: own };
  });
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
  const { home, encoderId, summarizer, limits, readers, ocr, by, onProgress = () => {}, signal } = options;
  if (ocr !== undefined) requireOcr(ocr);
  const named = await gatherNamed(options);
  requireSome(named, options);
  const { files: given = [], remove = [] } = options;
  const { everySum = given.length === 0 && remove.length === 0 } = options;
  const update = async ({ previous, known: before, write, leave }: IndexChange): Promise<IngestReport> => {
    const files = await gatherKept(named, before, options);
    const readStarted = performance.now();
    const earlier = previous && { index: previous, summaryRules: summarizer.rules };
    const read = await readDocuments(files.hashed, earlier, { onProgress, signal, limits, readers, ocr });
    const refused = [...files.refused, ...read.refused];
    requireSome({ ...files, refused }, options);
    const asBefore = [...files.gone, ...refused.map(({ file }) => file.id)];
    const found = [...read.results, ...(await keepDocuments(asBefore, earlier))].sort((left, right) =>
      left.document.id < right.document.id ? -1 : 1,
    );
    const documents = putInto(keepByHand(found, before), named.named, options).map(withSketch);
    requireDocuments(documents, options);
    const leftOut: LeftOut = {
      gone: files.gone.filter((id) => documents.some(({ document }) => document.id === id)),
      refused: refused.map(({ file, refusal }) => ({
        file: file.path,
        code: refusal.code,
        problem: refusal.sentence,
      })),
    };
    if (previous !== undefined && isUpToDate(documents, previous, options)) {
      await leave();
      return reportUnchanged(previous, leftOut, elapsed(started));
    }
    const compared = compareDocuments(documents, before);
    const editions = await findEditions(
      documents,
      compared.documents,
      async (id) => (await previous?.takeDocument(id))?.passages ?? [],
    );
    const readMs = elapsed(readStarted);
    const encodeStarted = performance.now();
    signal?.throwIfAborted();
    const encoder = await options.openEncoder(signal);
    const passages = documents.filter(isRead).flatMap((one) => one.passages);
    const hashes = passages.map((passage) => indexedHash(encoder.id, indexedParts(passage)));
    const reusable = await previous?.encodings(hashes);
    const { encodings, reused } = await encodePassages(passages, encoder, {
      reusable,
      onProgress,
      signal,
    }).finally(() => encoder.close?.());
    const encodeMs = elapsed(encodeStarted);
    const writeStarted = performance.now();
    await write(
      {
        encoderId,
        dimensions: encoder.dimensions,
        passageRules: passageRulesVersion,
        summarizer,
        documents: shareEncodings(documents, encodings),
      },
      { onProgress, signal },
    );
    const encoded = passages.length - reused;
    const total = countPassages(documents, previous);
    return {
      changed: true,
      ...compared,
      editions,
      ...leftOut,
      passages: { total, encoded, reused: total - encoded },
      timings: { totalMs: elapsed(started), readMs, encodeMs, writeMs: elapsed(writeStarted) },
    };
  };
  try {
    return await home.change(encoderId, update, { everySum, by });
  } catch (error) {
    if (everySum || !(error instanceof VerseError) || error.code !== 'damaged-index') throw error;
    // Something of the others that was read is damaged: they are made anew, as by an ingest of all.
    return home.change(encoderId, update, { everySum: true, by });
  }
}
