/** Finds the pages of a document that are doubtful, and why. Pure. */
import { isHeadless } from '../core/reading-trace.ts';
import type { Passage, ReadingTrace, ReportDocument } from '../core/types.ts';
import { countNoun } from '../text/count-noun.ts';
import type { ReadingPartName } from '../wire/types.ts';
import { thresholds } from './thresholds.ts';

/** What is doubtful on a page. */
export interface PageDoubt {
  part: ReadingPartName;
  page: number;
  /** The more, the more doubtful. */
  weight: number;
  why: string;
}

function countPages(pages: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const page of pages) counts.set(page, (counts.get(page) ?? 0) + 1);
  return counts;
}

/** A doubt for each page that has some of a thing, heavier by how many it has. */
function doubtEach(
  part: ReadingPartName,
  pages: Iterable<number>,
  weight: number,
  why: (count: number) => string,
): PageDoubt[] {
  return [...countPages(pages)].map(([page, count]) => ({
    part,
    page,
    weight: weight + Math.log2(count),
    why: why(count),
  }));
}

/** How sure OCR is of each page that it read. */
export function ocrByPage(passages: readonly Passage[]): Map<number, number> {
  return new Map(
    passages.flatMap(({ sentences }) =>
      sentences.flatMap(({ pages, ocr }) =>
        ocr === undefined ? [] : pages.map((page): [number, number] => [page, ocr.confidence]),
      ),
    ),
  );
}

export function findDoubts(
  { structure = [], report }: Pick<ReportDocument, 'structure' | 'report'>,
  passages: readonly Passage[],
  trace: ReadingTrace,
): PageDoubt[] {
  const { unread, counts, chaptersFrom } = report;
  const unsure = structure.filter(({ kind, sources }) => kind === 'chapter' && sources.length < 2);
  return [
    ...(unread?.pages ?? []).map((page) => ({
      part: 'pages' as const,
      page,
      weight: 5,
      why: 'a picture without text, not read',
    })),
    ...doubtEach(
      'completeness',
      trace.leftOut.flatMap(({ as, box }) => (as === 'lost' ? [box.page] : [])),
      4,
      (count) => `${countNoun(count, 'line')} in no passage`,
    ),
    ...[...ocrByPage(passages)]
      .filter(([, confidence]) => confidence < thresholds.ocr.good)
      .map(([page, confidence]) => ({
        part: 'pages' as const,
        page,
        weight: 3 + 5 * (thresholds.ocr.good - confidence),
        why: `read by OCR with a confidence of ${confidence.toFixed(2).replace(/^0/, '')}`,
      })),
    ...doubtEach(
      'tables',
      trace.tables.flatMap((table) => (isHeadless(table) ? [table.box.page] : [])),
      3,
      (count) => `${countNoun(count, 'table')} whose columns have no heads`,
    ),
    ...(counts?.upwardPages ?? []).map((page) => ({
      part: 'order' as const,
      page,
      weight: 3,
      why: 'a sentence breaks off, and the text goes on further up',
    })),
    ...doubtEach(
      'notes',
      trace.looseMarkers.map(({ page }) => page),
      2,
      (count) => `${countNoun(count, 'marker')} without a note`,
    ),
    ...doubtEach(
      'words',
      trace.unknownWords.map(({ page }) => page),
      1,
      (count) => `${countNoun(count, 'word')} in no dictionary`,
    ),
    // Where chapters are but pages, no page begins one.
    ...(chaptersFrom === 'pages' ? [] : unsure).map(({ page, title }) => ({
      part: 'chapters' as const,
      page,
      weight: 1,
      why: `one source alone says that “${title}” begins here`,
    })),
  ];
}
