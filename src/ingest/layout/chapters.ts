/** Divides a document's blocks into chapters: by its outline, else its contents pages, else its largest headings. Pure. */

import type { OutlineEntry } from '../../core/document-reader.ts';
import type { Chapter, ExtractionReport } from '../../core/types.ts';
import type { Block } from '../page-model.ts';
import {
  type ChapterStart,
  shortName,
  startsFromContents,
  startsFromHeadings,
  startsFromOutline,
} from './chapter-starts.ts';

/** A chapter and its blocks, from `firstBlock` to before `endBlock`. */
export interface ChapterSpan {
  chapter: Chapter;
  firstBlock: number;
  endBlock: number;
  /** The block of its title; null for front matter without one. */
  titleBlock: number | null;
}

export interface ChapterPlan {
  from: ExtractionReport['chaptersFrom'];
  spans: ChapterSpan[];
}

/** Chapters with the same short name get their full titles instead. */
function nameChapters(starts: readonly ChapterStart[]): string[] {
  const names = starts.map((start) => shortName(start.title));
  return names.map((name, index) =>
    names.indexOf(name) === index && names.lastIndexOf(name) === index
      ? name
      : (starts[index]?.title ?? name),
  );
}

/**
 * Finds the chapters of a document.
 * @param blocks all blocks of the document in reading order.
 * @param bodySize the size that most of the text is set in, in points.
 */
export function planChapters(
  outline: readonly OutlineEntry[],
  blocks: readonly Block[],
  bodySize: number,
  pageCount: number,
  documentTitle: string,
): ChapterPlan {
  const attempts: [ExtractionReport['chaptersFrom'], () => ChapterStart[]][] = [
    ['outline', () => (outline.length === 0 ? [] : startsFromOutline(outline, blocks, bodySize))],
    ['contents', () => startsFromContents(blocks, bodySize)],
    ['headings', () => startsFromHeadings(blocks, bodySize)],
  ];
  let from: ExtractionReport['chaptersFrom'] = 'none';
  let starts: ChapterStart[] = [];
  for (const [source, find] of attempts) {
    const found = find().sort((a, b) => a.block - b.block);
    if (!found.some((start) => start.kind === 'chapter')) continue;
    from = source;
    starts = found;
    break;
  }
  if (starts.length === 0) {
    starts = [{ title: documentTitle, kind: 'chapter', block: 0, titleBlock: null }];
  } else if ((starts[0]?.block ?? 0) > 0) {
    starts = [{ title: 'Front matter', kind: 'front', block: 0, titleBlock: null }, ...starts];
  }
  const names = nameChapters(starts);
  const spans = starts.map((start, index): ChapterSpan => {
    const next = starts[index + 1];
    const endBlock = next?.block ?? blocks.length;
    const page = index === 0 ? 1 : (blocks[start.block]?.page ?? 1);
    const nextPage = next === undefined ? pageCount + 1 : (blocks[next.block]?.page ?? pageCount + 1);
    const nextStartsPage = next !== undefined && blocks[next.block - 1]?.page !== nextPage;
    const lastPage = Math.max(page, next === undefined || nextStartsPage ? nextPage - 1 : nextPage);
    return {
      chapter: { name: names[index] ?? start.title, title: start.title, kind: start.kind, page, lastPage },
      firstBlock: start.block,
      endBlock,
      titleBlock: start.titleBlock,
    };
  });
  return { from, spans };
}
