/** Resolves the places that a draft cites to documents, chapters and pages. Pure. */

import type { Language } from '../../core/language.ts';
import type { Chapter, ReportDocument } from '../../core/types.ts';
import { withoutArticle } from '../../language/without-article.ts';
import { isSameName, nearNames } from '../../text/near-names.ts';
import { chapterCalled, citingIn } from './citing.ts';
import type { CitedPlace } from './read-places.ts';
import type { Citation } from './take-citations.ts';

type Document = Pick<ReportDocument, 'id' | 'title' | 'pageCount' | 'pageLabels' | 'chapters'>;

export interface ResolvedPlaces {
  /** Ids of the cited documents; none if nothing cited exists. */
  documents: string[];
  /** Pages from 1 in the file, ascending. */
  pages: number[];
  /** What does not exist, as sentences: "p. 384: the report has 194 pages." */
  faults: string[];
}

interface CitedPages {
  document: Document;
  pages: number[];
}

const initialsOf = (name: string) => name.replace(/(\p{Lu})\S*\s*/gu, '$1');

function isCalled({ name, title }: Chapter, wanted: string): boolean {
  const [head = ''] = title.split(':');
  const isShort = name.includes(' ') && wanted === initialsOf(name);
  return [name, title, head].some((one) => isSameName(one, wanted)) || isShort;
}

/** The possible names in "ETNC report, chapter on Germany": the whole, "ETNC report", "Germany". */
function partsOf(name: string, language: Language): string[] {
  return [name, ...name.split(/\s*[,:]\s*/)].map((part) =>
    chapterCalled(withoutArticle(part.replace(/["“”‘’']/g, ''), language), citingIn(language)),
  );
}

/** The chapters of that name; their documents with them. */
function findChapters(
  name: string,
  documents: readonly Document[],
  language: Language,
): { document: Document; chapter: Chapter }[] {
  const parts = partsOf(name, language);
  return documents.flatMap((document) =>
    document.chapters
      .filter((chapter) => parts.some((part) => isCalled(chapter, part)))
      .map((chapter) => ({ document, chapter })),
  );
}

/** Whether a name is the report's ("ETNC 2026", "The report") and not an unknown chapter's ("Reuters"). */
const looksLikeChapter = /^\p{Lu}\p{Ll}+$/u;

export function isChapterName(name: string, documents: readonly Document[]): boolean {
  return documents.some(({ chapters }) => chapters.some((chapter) => isCalled(chapter, name)));
}

function pageOf(label: string, { pageLabels, pageCount }: Document): number[] {
  const page = Number(label);
  const counted = page >= 1 && page <= pageCount ? [page] : [];
  const printed = pageLabels.flatMap((one, index) => (one === label ? [index + 1] : []));
  return [...new Set([...counted, ...printed])];
}

const rangeOf = ({ page, lastPage }: Chapter) =>
  page === lastPage ? `p. ${page}` : `pp. ${page}–${lastPage}`;

function describeMissing(label: string, documents: readonly Document[]): string {
  const [only, ...others] = documents;
  const length =
    only !== undefined && others.length === 0
      ? `the report has ${only.pageCount} pages`
      : 'no document has it';
  return `p. ${label}: ${length}.`;
}

/** Pages cited without a chapter. */
function findPages(
  labels: readonly string[],
  documents: readonly Document[],
): { found: CitedPages[]; faults: string[] } {
  const found = documents.map((document) => ({
    document,
    pages: labels.flatMap((label) => pageOf(label, document)),
  }));
  const missing = labels.filter((label) =>
    documents.every((document) => pageOf(label, document).length === 0),
  );
  return { found, faults: missing.map((label) => describeMissing(label, documents)) };
}

/** Cited pages of a chapter, or the whole chapter. */
function findInChapter(
  labels: readonly string[],
  { document, chapter }: { document: Document; chapter: Chapter },
): { found: CitedPages[]; faults: string[] } {
  const all = Array.from({ length: chapter.lastPage - chapter.page + 1 }, (_, index) => chapter.page + index);
  if (labels.length === 0) return { found: [{ document, pages: all }], faults: [] };
  const pages = labels.map((label) => ({
    label,
    known: pageOf(label, document),
    own: pageOf(label, document).filter((page) => all.includes(page)),
  }));
  const faults = pages.flatMap(({ label, known, own }): string[] => {
    if (own.length > 0) return [];
    if (known.length === 0) return [describeMissing(label, [document])];
    const home = document.chapters.find(({ page, lastPage }) =>
      known.some((one) => one >= page && one <= lastPage),
    );
    const where = home === undefined ? '' : `, but in ${home.name}`;
    return [`p. ${label} is not in ${chapter.name} (${rangeOf(chapter)})${where}.`];
  });
  return { found: [{ document, pages: pages.flatMap(({ own }) => own) }], faults };
}

function resolvePlace(
  { name, pages, document }: CitedPlace,
  all: readonly Document[],
  language: Language,
): { found: CitedPages[]; faults: string[] } {
  const documents = document === undefined ? all : all.filter(({ id }) => id === document);
  if (name === null) return findPages(pages, documents);
  const chapters = findChapters(name, documents, language);
  if (chapters.length > 0) {
    const each = chapters.map((one) => findInChapter(pages, one));
    // With several documents, the page must be in one of their chapters of that name.
    const isFound = each.some(({ faults }) => faults.length === 0);
    return {
      found: each.flatMap(({ found }) => found),
      faults: isFound ? [] : each.slice(0, 1).flatMap(({ faults }) => faults),
    };
  }
  const near = nearNames(
    name,
    documents.flatMap((document) => document.chapters.map((chapter) => chapter.name)),
  );
  if (near.length === 0 && !looksLikeChapter.test(name)) return findPages(pages, documents);
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  return { found: [], faults: [`No chapter is called “${name}”.${hint}`] };
}

/**
 * The combined places of a sentence's citations.
 * @param language that of the draft.
 */
export function resolvePlaces(
  citations: readonly Citation[],
  documents: readonly Document[],
  language: Language,
): ResolvedPlaces {
  const each = citations.flatMap(({ text, places }) =>
    places === null
      ? [{ found: [], faults: [`${text}: there is no such note.`] }]
      : places.map((place) => resolvePlace(place, documents, language)),
  );
  const found = each.flatMap((one) => one.found).filter(({ pages }) => pages.length > 0);
  return {
    documents: [...new Set(found.map(({ document }) => document.id))],
    pages: [...new Set(found.flatMap(({ pages }) => pages))].sort((a, b) => a - b),
    faults: [...new Set(each.flatMap(({ faults }) => faults))],
  };
}
