/** The references of an answer: report, year, chapter, pages and a link. Pure. */
import { formatNumbers } from '../text/format-pages.ts';
import type { Answer, Citation } from '../wire/types.ts';
import { takenSentences } from './taken-sentences.ts';

/** The address of a place's page; undefined where there is none to give. */
export type LinkOf = (place: Pick<Citation, 'document' | 'page'>) => string | undefined;

/** A chapter that an answer cites, or a report without chapters. */
export interface Reference {
  document: string;
  title: string;
  /** The year that the report is of, if known. */
  year?: number;
  /** Absent where the report has none. */
  chapter?: string;
  /** As printed: "83–84, 90", "iii". */
  pages: string;
  /** To the first of them. */
  link?: string;
  /** What is quoted there, letter for letter, each with its page. */
  quotes: { text: string; pages: string }[];
}

/** "83–84, 90"; where the page numbers printed are others than those of the file "iii f., viii". */
function pagesOf(citations: readonly Citation[]): string {
  if (citations.every(({ page, pageLabel }) => pageLabel === String(page))) {
    const numbers = new Set(citations.flatMap(({ page, pages }) => [page, ...pages]));
    return formatNumbers([...numbers].sort((a, b) => a - b));
  }
  const labels = citations.map(({ pageLabel, pages }) => (pages.length > 1 ? `${pageLabel} f.` : pageLabel));
  return [...new Set(labels)].join(', ');
}

/** The reference of places in one chapter. */
export function referTo(citations: readonly [Citation, ...Citation[]], linkOf: LinkOf): Reference {
  const [first] = [...citations].sort((a, b) => a.page - b.page);
  const { document, documentTitle, documentYear, undivided, chapter } = citations[0];
  const link = linkOf({ document, page: first?.page ?? citations[0].page });
  return {
    document,
    title: documentTitle,
    ...(documentYear !== undefined && { year: documentYear }),
    ...(!undivided && { chapter }),
    pages: pagesOf(citations),
    ...(link !== undefined && { link }),
    quotes: citations.map((one) => ({ text: one.quote, pages: pagesOf([one]) })),
  };
}

/** The references of the sentences that passed their check: each chapter once, in the order of the answer. */
export function referencesOf(answer: Answer, linkOf: LinkOf): Reference[] {
  const chapters = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of [...takenSentences(answer).values()].flatMap(({ citations }) => citations)) {
    const key = JSON.stringify([citation.document, citation.chapter]);
    const known = chapters.get(key);
    if (known === undefined) chapters.set(key, [citation]);
    else if (!known.includes(citation)) known.push(citation);
  }
  return [...chapters.values()].map((citations) => referTo(citations, linkOf));
}

/** "p. 84", "pp. 83–84, 90". */
export function pagesName(pages: string): string {
  return `${/[–,]|f\.$/.test(pages) ? 'pp.' : 'p.'} ${pages}`;
}

/** "Fragmented Europe (2026)"; a title that has its year already is enough. */
function titleWithYear({ title, year }: Pick<Reference, 'title' | 'year'>): string {
  return year === undefined || new RegExp(`\\b${year}\\b`).test(title) ? title : `${title} (${year})`;
}

/** "Fragmented Europe (2026), chapter “Germany”, pp. 83–84.", without the link. */
export function referenceText(reference: Reference): string {
  const { chapter } = reference;
  const pages = pagesName(reference.pages);
  const place = chapter === undefined ? pages : `chapter “${chapter}”, ${pages}`;
  return `${titleWithYear(reference)}, ${place}${place.endsWith('.') ? '' : '.'}`;
}
