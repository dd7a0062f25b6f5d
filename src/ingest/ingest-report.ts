/** What an ingest did, told to whoever asked for it. */
import type { ErrorCode } from '../core/errors.ts';
import type { NoticedEdition, ReportDocument } from '../core/types.ts';
import type { KeptDocument, KnownDocument, PreviousIndex } from '../store/index-home.ts';

export interface IngestReport {
  /** False if the index was already up to date. */
  changed: boolean;
  documents: (Omit<ReportDocument, 'sketch'> & { status: 'new' | 'changed' | 'unchanged' })[];
  /** Ids of documents removed from the index. */
  removed: string[];
  /** Ids of documents whose files are gone: they stay in the index as they were. */
  gone: string[];
  /** Files that were refused; of a document that the index had, its earlier version stays. */
  refused: { file: string; code: ErrorCode; problem: string }[];
  /** Documents that are new or changed and have most of their sentences in common with another one. */
  editions: NoticedEdition[];
  passages: { total: number; encoded: number; reused: number };
  timings: { totalMs: number; readMs: number; encodeMs: number; writeMs: number };
}

/** What the index does not hold as its files have it now. */
export type LeftOut = Pick<IngestReport, 'gone' | 'refused'>;

/** A sketch tells a reader nothing. */
function withoutSketch({ sketch: _, ...document }: ReportDocument): Omit<ReportDocument, 'sketch'> {
  return document;
}

/** The report of an ingest that found the index up to date. */
export function reportUnchanged(
  { documents, passageCounts }: PreviousIndex,
  leftOut: LeftOut,
  totalMs: number,
): IngestReport {
  const total = [...passageCounts.values()].reduce((sum, count) => sum + count, 0);
  return {
    changed: false,
    documents: documents.map((document) => ({ ...withoutSketch(document), status: 'unchanged' })),
    removed: [],
    ...leftOut,
    editions: [],
    passages: { total, encoded: 0, reused: total },
    timings: { totalMs, readMs: 0, encodeMs: 0, writeMs: 0 },
  };
}

/** Which pages were read by OCR, for comparing. */
const scansRead = ({ report }: Pick<KnownDocument, 'report'>) => JSON.stringify(report?.ocr ?? null);

/** How the documents of the new index differ from those of the one before. */
export function compareDocuments(
  ingested: readonly KeptDocument[],
  before: readonly KnownDocument[],
): Pick<IngestReport, 'documents' | 'removed'> {
  const statusOf = (document: ReportDocument) => {
    const known = before.find((one) => one.id === document.id);
    if (known === undefined) return 'new';
    const isSame = known.sha256 === document.sha256 && scansRead(known) === scansRead(document);
    return isSame ? 'unchanged' : 'changed';
  };
  return {
    documents: ingested.map(({ document }) => ({ ...withoutSketch(document), status: statusOf(document) })),
    removed: before.map(({ id }) => id).filter((id) => !ingested.some(({ document }) => document.id === id)),
  };
}
