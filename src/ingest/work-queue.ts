/** A worker: takes documents from a queue one after the other, reads and encodes each, and writes it. */
import { setTimeout as wait } from 'node:timers/promises';
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { Summarizer } from '../core/summary.ts';
import type { NoticedEdition, ReportDocument, WorkOptions } from '../core/types.ts';
import type { Limits } from '../quarantine/limits.ts';
import { encodePassages } from '../search/encode-passages.ts';
import { indexedHash, indexedParts } from '../search/indexed-text.ts';
import type { DocumentQueue, QueueEntry, TakenDocument, WriteOptions } from '../store/document-queue.ts';
import type { Extraction } from './extract-apart.ts';
import { openExtraction } from './extract-file.ts';
import { findEditions, withSketch } from './find-editions.ts';
import { keepByHand } from './keep-by-hand.ts';
import { passageRulesVersion } from './passages.ts';
import { isReadOtherwise, requireOcr } from './read-scans.ts';

/** What became of a document that a worker took. */
export interface WorkedDocument {
  number: number;
  id: string;
  /** `unchanged`: the index had it of the same file; `dropped`: see `TakenDocument.write`. */
  outcome: 'done' | 'unchanged' | 'failed' | 'dropped';
  passages: number;
  /** Why it failed, in a sentence. */
  problem: string | null;
  /** Which other document it may be an edition of; null for none. */
  edition: NoticedEdition | null;
  ms: number;
}

export interface WorkQueueOptions extends WorkOptions {
  queue: DocumentQueue;
  /** Ends when nothing is left to take, rather than waiting for more. */
  once: boolean;
  summarizer: Summarizer;
  encoder: Encoder;
  limits: Limits;
  ocr: OcrChoice;
  /** The document as its entry wants it: with its tags and its year. */
  adjust: (document: ReportDocument, entry: QueueEntry) => ReportDocument;
  onDocument: (worked: WorkedDocument) => void;
  /** Hears of each time that the database is away, and is tried again after a while. */
  onOutage: (problem: VerseError) => void;
  /** Replaced by tests: readers of their own. */
  openExtraction?: () => Extraction;
  /** Milliseconds between two looks at an empty queue, and before a database that is away is tried again. */
  idleMs?: number;
}

const usualIdleMs = 1000;

/** What is wrong with the database, not with a document. */
const ofDatabase = new Set([
  'database-away',
  'cannot-read',
  'cannot-write',
  'index-locked',
  'stale-index',
  'bad-installation',
]);

/** An error that the next document would meet too. */
class Outage extends Error {
  constructor(readonly problem: VerseError) {
    super(problem.message);
  }
}

/** Marks what the database refuses; what is wrong with a file stays as it is. */
async function ofStore<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw error instanceof VerseError && ofDatabase.has(error.code) ? new Outage(error) : error;
  });
}

/** Looks whether a document that is new or changed is an edition of another one. */
const notice: NonNullable<WriteOptions['notice']> = async (own, { documents, passages }) => {
  const { id } = own.document;
  const all = [own, ...documents.map((document) => ({ document }))];
  const [found] = await findEditions(all, [{ id, status: 'new' }], passages);
  return found ?? null;
};

/** Reads, encodes and writes a document; each stage has its id. @throws Outage; VerseError by which the document is refused. */
async function workOne(
  taken: TakenDocument,
  extraction: Extraction,
  { encoder, summarizer, ocr, adjust, onProgress = () => {}, signal }: WorkQueueOptions,
): Promise<Pick<WorkedDocument, 'outcome' | 'passages' | 'edition'>> {
  const { entry, known } = taken;
  const { id, file, sha256 } = entry;
  const isSame = known?.sha256 === sha256 && !isReadOtherwise(known.report, ocr);
  if (isSame && adjust(known, entry) === known) {
    await ofStore(taken.finish());
    return { outcome: 'unchanged', passages: 0, edition: null };
  }
  const path = await taken.openFile();
  const { document, ...contents } = await extraction.extract(
    { id, file: path, sha256, name: `${id}.pdf`, ingestedAt: new Date().toISOString() },
    {
      onPage: (done, total) => onProgress({ stage: `read ${id}`, done, total }),
      onScan: (_, before, total) => onProgress({ stage: `read ${id} by OCR`, done: before, total }),
      signal,
    },
  );
  const { passages } = contents;
  const hashes = passages.map((passage) => indexedHash(encoder.id, indexedParts(passage)));
  const reusable = await ofStore(taken.encodings(hashes));
  const { encodings } = await encodePassages(passages, encoder, {
    reusable,
    onProgress: (progress) => onProgress({ ...progress, stage: `${progress.stage} ${id}` }),
    signal,
  });
  const read = withSketch({ document: { ...document, file }, ...contents, encodings });
  const tellWritten = (done: number) => onProgress({ stage: `write ${id}`, done, total: 1 });
  tellWritten(0);
  const { isWritten, edition } = await ofStore(
    taken.write(
      {
        encoderId: encoder.id,
        dimensions: encoder.dimensions,
        passageRules: passageRulesVersion,
        summaryRules: summarizer.rules,
        summarizer,
      },
      (before) => {
        const [kept = read] = keepByHand([read], before === undefined ? [] : [before]);
        return { ...kept, document: adjust(kept.document, entry) };
      },
      { signal, ...(!isSame && { notice }) },
    ),
  );
  tellWritten(1);
  return isWritten
    ? { outcome: 'done', passages: passages.length, edition }
    : { outcome: 'dropped', passages: 0, edition: null };
}

/** Works on a document that was taken, and lets go of it. @throws Outage; the reason of `signal`. */
async function endOne(
  taken: TakenDocument,
  extraction: Extraction,
  options: WorkQueueOptions,
): Promise<WorkedDocument> {
  const started = performance.now();
  const { number, id } = taken.entry;
  const told = { number, id, passages: 0, problem: null, edition: null };
  const ms = () => Math.round(performance.now() - started);
  try {
    const done = await workOne(taken, extraction, options);
    return { ...told, ...done, ms: ms() };
  } catch (error) {
    if (options.signal?.aborted || error instanceof Outage) {
      await taken.giveBack();
      throw error;
    }
    const problem = error instanceof VerseError ? error.sentenceAfar : `${id}: ${String(error)}`;
    await ofStore(taken.refuse(problem)).catch(async (outage: unknown) => {
      await taken.giveBack();
      throw outage;
    });
    return { ...told, outcome: 'failed', problem, ms: ms() };
  }
}

/**
 * Works until the signal stops it or, with `once`, nothing is left to take. A database that is away is tried again; the
 * document that was being read then is taken anew.
 * @throws VerseError `cannot-read`, `cannot-write` where the database cannot be used from the beginning; `stale-index`,
 * `bad-installation` at any time; the reason of `signal`.
 */
export async function workQueue(options: WorkQueueOptions): Promise<void> {
  const { queue, once, encoder, summarizer, limits, ocr, signal, onDocument, onOutage } = options;
  const { idleMs = usualIdleMs } = options;
  requireOcr(ocr);
  const expected = {
    encoderId: encoder.id,
    passageRules: passageRulesVersion,
    summaryRules: summarizer.rules,
  };
  const extraction = options.openExtraction?.() ?? openExtraction(limits, undefined, ocr);
  let hasWorked = false;
  try {
    for (;;) {
      signal?.throwIfAborted();
      try {
        const taken = await ofStore(queue.take(expected));
        hasWorked = true;
        if (taken !== undefined) onDocument(await endOne(taken, extraction, options));
        else if (once) return;
        else await wait(idleMs, undefined, { signal });
      } catch (error) {
        if (!(error instanceof Outage)) throw error;
        const passes = error.problem.code === 'database-away' || error.problem.code === 'cannot-write';
        if (!hasWorked || !passes) throw error.problem;
        onOutage(error.problem);
        await wait(idleMs, undefined, { signal });
      }
    }
  } finally {
    extraction.close();
  }
}
