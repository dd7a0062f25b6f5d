/** Headings told by how they are set: the document's styles, and which of them opens chapters. Pure. */
import { captionText } from '../../language/en/layout-words.ts';
import { thresholds } from '../layout/thresholds.ts';
import { type Block, blockText, titleText } from '../page-model.ts';
import { styleOf } from './block-style.ts';
import type { Entry } from './entries.ts';
import { indexPages, isDisplay } from './find-title.ts';
import { isNumberAlone, readTitleNumber, type TitleNumber } from './numbering.ts';

interface Heading {
  title: string;
  page: number;
  block: number;
  titleEnd: number;
  size: number;
  number: TitleNumber | null;
  /** Whether only other headings stand above it on its page. */
  opensPage: boolean;
}

/** Characters; a longer text is no heading. */
const longestHeading = 200;

function mayBeHeading(block: Block, bodySize: number): boolean {
  const text = blockText(block).trim();
  return (
    text.length <= longestHeading &&
    /\p{L}{2}|^\d{1,2}$/u.test(text) &&
    !/[,;]$|[.:]\s+\p{Ll}/u.test(text) &&
    !captionText.test(text) &&
    isDisplay(block, bodySize)
  );
}

/** Whether the title stands in the next block: "CHAPTER 3", "3". */
const isLabelOnly = (text: string) => isNumberAlone(text) || /^\d{1,2}\.?$/.test(text);

function collectHeadings(blocks: readonly Block[], bodySize: number): Map<string, Heading[]> {
  const styles = new Map<string, Heading[]>();
  for (const [page, indexes] of indexPages(blocks)) {
    let opensPage = true;
    for (let at = 0; at < indexes.length; at++) {
      const index = indexes[at] ?? 0;
      const block = blocks[index];
      if (block === undefined) continue;
      if (!mayBeHeading(block, bodySize)) {
        opensPage = false;
        continue;
      }
      const next = blocks[indexes[at + 1] ?? -1];
      const label = blockText(block).trim();
      const isLabel = isLabelOnly(label) && next !== undefined && mayBeHeading(next, bodySize);
      const named = isLabel ? next : block;
      if (isLabel) at++;
      const title = isLabel ? `${label} ${titleText(next)}` : titleText(block);
      const heading: Heading = {
        title: title.trim(),
        page,
        block: index,
        titleEnd: isLabel ? index + 1 : index,
        size: named.lines[0]?.size ?? 0,
        number: readTitleNumber(title.trim()),
        opensPage,
      };
      const { key } = styleOf(named);
      styles.set(key, [...(styles.get(key) ?? []), heading]);
    }
  }
  return styles;
}

/** The share of headings whose numbers follow one another. */
function sequenceShare(headings: readonly Heading[]): number {
  const numbers = headings.flatMap(({ number }) => (number?.path.length === 1 ? [number.path[0] ?? 0] : []));
  const follows = numbers.filter((value, at) =>
    at === 0 ? value <= 1 : value === (numbers[at - 1] ?? 0) + 1,
  );
  return headings.length === 0 ? 0 : follows.length / headings.length;
}

/** How much a style looks like that of chapter titles: numbered in sequence, at the top of pages, large. */
function chapterScore(headings: readonly Heading[], bodySize: number, pageCount: number): number {
  const tops = headings.filter(({ opensPage }) => opensPage).length / headings.length;
  const labels = headings.filter(({ number }) => number?.label === 'chapter').length / headings.length;
  const size = Math.log2(Math.max(1, (headings[0]?.size ?? 0) / bodySize));
  const dense = headings.length > Math.max(6, pageCount / 3) ? 1.5 : 0;
  return 2 * sequenceShare(headings) + tops + labels + size - dense;
}

/** From this score on a style opens chapters: numbered in sequence, or large and at the top of its pages. */
const leastScore = 1.2;

/** The headings that open chapters, and below them those of the styles that are larger than the text. */
export function entriesFromHeadings(blocks: readonly Block[], bodySize: number, pageCount: number): Entry[] {
  const onFirst = blocks
    .filter(({ page }) => page === 1)
    .reduce((sum, block) => sum + blockText(block).length, 0);
  // A cover's titles open no chapter.
  const first = onFirst <= thresholds.page.divider ? 2 : 1;
  const styles = [...collectHeadings(blocks, bodySize).values()]
    .map((headings) => headings.filter(({ page }) => page >= first))
    .filter((headings) => headings.length >= 2);
  const [best] = styles
    .map((headings) => ({ headings, score: chapterScore(headings, bodySize, pageCount) }))
    .sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < leastScore) return [];
  return best.headings.map(({ title, page, block, titleEnd }) => ({
    title,
    depth: 0,
    page,
    block,
    titleEnd,
    sources: ['heading'],
  }));
}
