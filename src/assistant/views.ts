/** The contents of the index, in the API's types. Pure. */
import { type CitedWorks, describeNotes, describeRow } from '../answer/cite.ts';
import type { Neighbours } from '../core/passage-store.ts';
import type { Hit, Passage, ReportDocument } from '../core/types.ts';
import { judgeReading, worstOf } from '../reading/judge-reading.ts';
import { type DocumentName, labelDocuments } from '../wire/label-documents.ts';
import type { DocumentListing, HitsEvent, PassageDetail, SearchResponse } from '../wire/types.ts';

/**
 * The listings of documents: their chapters without front and back matter, and the whole of their structure.
 * @param documents all of the index, since each is told from the others.
 */
export function listDocuments(documents: readonly ReportDocument[]): DocumentListing[] {
  const labels = labelDocuments(documents);
  return documents.map((document) => listDocument(document, labels.get(document.id) ?? document.title));
}

function listDocument(document: ReportDocument, label: string): DocumentListing {
  const { body, note, table } = document.report.passages;
  const { unread } = document.report;
  return {
    id: document.id,
    title: document.title,
    ...(document.printedTitle !== undefined && { printedTitle: document.printedTitle }),
    label,
    ...(document.year !== undefined && { year: document.year }),
    ...(document.printedYear !== undefined && { printedYear: document.printedYear }),
    tags: document.tags ?? [],
    ...(document.collection !== undefined && { collection: document.collection }),
    pages: document.pageCount,
    passages: body + note + table,
    tables: document.report.tables,
    notes: document.report.notes,
    sha256: document.sha256,
    ingestedAt: document.ingestedAt,
    ...(document.report.unsure !== undefined && { unsure: document.report.unsure }),
    ...(document.report.damage && { damage: document.report.damage }),
    ...(document.report.ocr && { ocr: document.report.ocr }),
    ...(unread && { unread: { pages: unread.pages, remedy: unread.remedy } }),
    reading: summarizeReading(document),
    chapters: document.chapters
      .filter((chapter) => chapter.kind === 'chapter')
      .map(({ name, title, part, page, lastPage }) => ({
        name,
        title,
        ...(part && { part }),
        page,
        lastPage,
      })),
    ...(document.structure && { structure: document.structure }),
  };
}

/** How well it was read, in a word, and the parts that say so. */
function summarizeReading(document: ReportDocument): DocumentListing['reading'] {
  const judgements = judgeReading(document);
  const verdict = worstOf(judgements);
  const parts = judgements.filter((one) => verdict !== 'good' && one.verdict === verdict);
  return { verdict, parts: parts.map(({ name }) => name) };
}

/** A passage with its sentences, notes and neighbours. */
export function describePassage(
  passage: Passage,
  { previous, next }: Neighbours,
  works: Pick<CitedWorks, 'notes' | 'names'>,
): PassageDetail {
  return {
    passageId: passage.id,
    document: passage.documentId,
    ...works.names.get(passage.documentId),
    chapter: passage.chapter,
    section: passage.section,
    ...(passage.path && { path: passage.path }),
    kind: passage.kind,
    page: passage.pages[0] ?? 1,
    pages: passage.pages,
    text: passage.text,
    sentences: passage.sentences.map((sentence) => ({
      text: sentence.text,
      pages: sentence.pages,
      boxes: sentence.boxes,
      ...(sentence.ocr && { ocr: sentence.ocr }),
      ...describeNotes(sentence, works),
      ...describeRow(sentence),
    })),
    previous,
    next,
  };
}

/** How sure the least sure of a passage's sentences is; undefined where none was read by OCR. */
function ocrOf({ sentences }: Passage): SearchResponse['hits'][number]['ocr'] {
  const sureness = sentences.flatMap(({ ocr }) => ocr?.confidence ?? []);
  return sureness.length === 0 ? undefined : { confidence: Math.min(...sureness) };
}

/** What the places of each document say of it, by its id. */
type Names = ReadonlyMap<string, DocumentName>;

/** A hit with its scores rounded to four places. */
export function toWireHit({ passage, score, scores }: Hit, names: Names): SearchResponse['hits'][number] {
  const ocr = ocrOf(passage);
  const round = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
  return {
    passageId: passage.id,
    document: passage.documentId,
    ...names.get(passage.documentId),
    chapter: passage.chapter,
    section: passage.section,
    ...(passage.path && { path: passage.path }),
    page: passage.pages[0] ?? 1,
    pages: passage.pages,
    kind: passage.kind,
    text: passage.text,
    ...(ocr && { ocr }),
    score: Math.round(score * 10_000) / 10_000,
    scores: { keyword: round(scores.keyword), vector: round(scores.vector), maxsim: round(scores.maxsim) },
  };
}

/** @param resolvedQuestion where it is not the question asked. */
export function toHitsEvent(hits: readonly Hit[], names: Names, resolvedQuestion?: string): HitsEvent {
  return {
    hits: hits.map((hit) => toWireHit(hit, names)),
    ...(resolvedQuestion !== undefined && { resolvedQuestion }),
  };
}
