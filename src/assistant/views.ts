/** The contents of the index, in the API's types. Pure. */
import { type CitedWorks, describeNotes } from '../answer/cite.ts';
import type { Neighbours } from '../core/passage-store.ts';
import type { Hit, Passage, ReportDocument } from '../core/types.ts';
import type { DocumentListing, HitsEvent, PassageDetail, SearchResponse } from '../wire/types.ts';

/** A document's listing: its chapters without front and back matter. */
export function listDocument(document: ReportDocument): DocumentListing {
  const { body, note, table } = document.report.passages;
  return {
    id: document.id,
    title: document.title,
    pages: document.pageCount,
    passages: body + note + table,
    sha256: document.sha256,
    ingestedAt: document.ingestedAt,
    ...(document.report.damage && { damage: document.report.damage }),
    chapters: document.chapters
      .filter((chapter) => chapter.kind === 'chapter')
      .map(({ name, title, page, lastPage }) => ({ name, title, page, lastPage })),
  };
}

/** A passage with its sentences, notes and neighbours. */
export function describePassage(
  passage: Passage,
  { previous, next }: Neighbours,
  works: Pick<CitedWorks, 'notes'>,
): PassageDetail {
  return {
    passageId: passage.id,
    document: passage.documentId,
    chapter: passage.chapter,
    section: passage.section,
    kind: passage.kind,
    page: passage.pages[0] ?? 1,
    pages: passage.pages,
    text: passage.text,
    sentences: passage.sentences.map((sentence) => ({
      text: sentence.text,
      pages: sentence.pages,
      boxes: sentence.boxes,
      ...describeNotes(sentence, works),
    })),
    previous,
    next,
  };
}

/** A hit with its scores rounded to four places. */
export function toWireHit({ passage, score, scores }: Hit): SearchResponse['hits'][number] {
  const round = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
  return {
    passageId: passage.id,
    document: passage.documentId,
    chapter: passage.chapter,
    section: passage.section,
    page: passage.pages[0] ?? 1,
    pages: passage.pages,
    kind: passage.kind,
    text: passage.text,
    score: Math.round(score * 10_000) / 10_000,
    scores: { keyword: round(scores.keyword), vector: round(scores.vector), maxsim: round(scores.maxsim) },
  };
}

/** @param resolvedQuestion where it is not the question asked. */
export function toHitsEvent(hits: readonly Hit[], resolvedQuestion?: string): HitsEvent {
  return { hits: hits.map(toWireHit), ...(resolvedQuestion !== undefined && { resolvedQuestion }) };
}
