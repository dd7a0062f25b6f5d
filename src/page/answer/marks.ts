/** The places in the report that a turn leads to, in reading order. */
import type { Answer, Citation, Restatement } from '../../wire/types.ts';
import type { Mark, Outcome, PartialAnswer, Shown } from '../nouns.ts';

/** The key of a sentence's chip. */
export function sentenceKey(sentence: number, citation: number): string {
  return `s${sentence}-${citation}`;
}

/** The key of the chip of a nearest passage. */
export function nearestKey(position: number): string {
  return `n${position}`;
}

/** The key of the chip of the place elsewhere that answers. */
export const elsewhereKey = 'elsewhere';

/** The key of the chip of a place that repeats a citation. */
export function restatementKey(sentence: number, citation: number, position: number): string {
  return `s${sentence}-${citation}-${position}`;
}

/** The mark of such a place, without boxes, which come with its passage. */
export function restatementMark(
  citation: Citation,
  { passageId, chapter, page, pageLabel, quote }: Restatement,
  key: string,
  sentence: number,
): Mark {
  const place = {
    passageId,
    chapter,
    page,
    pageLabel,
    quote,
    pages: [page],
    boxes: [],
    notes: [],
    markers: [],
  };
  const own = { ...citation, section: null, ...place };
  return { key, kind: 'sentence', label: String(sentence + 1), citation: own };
}

/**
 * The mark of an endnote.
 * @param citation the citation that refers to it.
 * @param markKey the key of that citation's chip.
 */
export function noteMark(
  citation: Citation,
  { label, text, page, boxes }: Citation['notes'][number],
  markKey: string,
): Mark {
  const pages = [...new Set([page, ...boxes.map((box) => box.page)])];
  const place = {
    section: null,
    page,
    pages,
    pageLabel: String(page),
    quote: text,
    boxes,
    notes: [],
    markers: [],
  };
  return {
    key: `${markKey}-n${label}`,
    kind: 'note',
    label,
    citation: { ...citation, ...place },
  };
}

function sentenceMarks({ sentences, citations }: PartialAnswer): Mark[] {
  return sentences.flatMap((sentence, index) =>
    sentence.citations.flatMap((number) => {
      const citation = citations.find((one) => one.number === number);
      if (citation === undefined) return [];
      return [{ key: sentenceKey(index, number), kind: 'sentence', label: String(index + 1), citation }];
    }),
  );
}

/** What stands beside an answer that was not found: where it is answered elsewhere, then the nearest passages. */
function nearestMarks({ nearest = [], elsewhere }: Pick<Answer, 'nearest' | 'elsewhere'>): Mark[] {
  const keyed: [string, Citation][] = nearest.map((citation, index) => [nearestKey(index), citation]);
  if (elsewhere !== undefined) keyed.unshift([elsewhereKey, elsewhere]);
  return keyed.map(([key, citation]) => ({ key, kind: 'nearest', label: '', citation }));
}

/** All marks of an outcome. */
export function marksOf(outcome: Outcome): Mark[] {
  if (outcome.state === 'failed') return [];
  if (outcome.state !== 'answered') return sentenceMarks(outcome.partial);
  return [...sentenceMarks(outcome.answer), ...nearestMarks(outcome.answer)];
}

/** The mark of the sentence with this number; where sentences have none, the so-manyth mark. */
export function markOf(number: number, marks: readonly Mark[]): Mark | undefined {
  const numbered = marks.find(({ kind, label }) => kind === 'sentence' && label === String(number));
  return numbered ?? marks.filter(({ kind }) => kind === 'nearest')[number - 1];
}

/** A mark's boxes on a page. */
export function boxesOn({ citation }: Mark, document: string, page: number): Citation['boxes'] {
  return citation.document === document ? citation.boxes.filter((box) => box.page === page) : [];
}

/** Up to `most` other pages that the marks lead to, in their order: the reader is likely to open them next. */
export function otherPages(
  marks: readonly Mark[],
  shown: Pick<Shown, 'document' | 'page'>,
  most: number,
): { document: string; page: number }[] {
  const places = marks.flatMap(({ citation: { document, pages } }) =>
    pages.map((page) => ({ document, page })),
  );
  const isShown = ({ document, page }: (typeof places)[number]) =>
    document === shown.document && page === shown.page;
  return places
    .filter(
      (place, index) =>
        !isShown(place) &&
        places.findIndex(({ document, page }) => document === place.document && page === place.page) ===
          index,
    )
    .slice(0, most);
}

/** Neighbouring pages in the strip that share a button. */
export interface PageCluster {
  pages: number[];
  /** The middle between its first and last page, 0..1 of the report. */
  at: number;
}

/** The middle of a page, 0..1 of the report. */
export function shareOf(page: number, pageCount: number): number {
  return (page - 0.5) / pageCount;
}

/**
 * Groups pages closer than a button is wide, so that buttons do not overlap.
 * @param width a button's width as a share of the strip.
 */
export function clusterPages(pages: readonly number[], pageCount: number, width: number): PageCluster[] {
  const clusters: PageCluster[] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = clusters.at(-1);
    const own = { pages: [page], at: shareOf(page, pageCount) };
    if (last === undefined || own.at - last.at >= width) {
      clusters.push(own);
      continue;
    }
    last.pages.push(page);
    last.at = (shareOf(last.pages[0] ?? page, pageCount) + own.at) / 2;
  }
  return clusters;
}
