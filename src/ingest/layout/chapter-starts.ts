/** Three ways to find where chapters begin: the outline, the contents pages, the largest headings. Pure. */

import type { OutlineEntry } from '../../core/document-reader.ts';
import type { ChapterKind } from '../../core/types.ts';
import { article, chapterLabel, chapterNumber, matterTitles } from '../../language/en/layout-words.ts';
import { type Block, blockText, lettersOf, titleText } from '../page-model.ts';
import { isContentsTitle, readContents } from './contents.ts';
import { isFloat } from './floats.ts';
import { thresholds } from './thresholds.ts';

/** Where a chapter begins, as indices of the document's blocks. */
export interface ChapterStart {
  title: string;
  kind: ChapterKind;
  block: number;
  titleBlock: number | null;
}

/** The short name of "The Netherlands: Chipping away …" is "Netherlands". */
export function shortName(title: string): string {
  const plain = title.replace(chapterNumber, '');
  const name = plain.split(/:\s/)[0] ?? plain;
  return name.replace(article, '').trim();
}

function bigrams(text: string): Set<string> {
  const result = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) result.add(text.slice(at, at + 2));
  return result;
}

/** Dice similarity of letter pairs, 0..1. */
function similarity(a: string, b: string): number {
  const left = bigrams(lettersOf(a));
  const right = bigrams(lettersOf(b));
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

function isDisplay(block: Block, bodySize: number): boolean {
  const line = block.lines[0];
  return (
    line !== undefined &&
    line.size >= bodySize * thresholds.heading.size &&
    (line.bold || line.size >= bodySize * 1.5)
  );
}

/** The block that best matches a title on its page or the next, or the page's first block. */
function findTitleBlock(
  title: string,
  page: number,
  blocks: readonly Block[],
  bodySize: number,
): number | null {
  let best: { block: number; score: number } | null = null;
  blocks.forEach((block, index) => {
    if (block.page !== page || !isDisplay(block, bodySize)) return;
    const next = blocks[index + 1];
    const own = similarity(blockText(block), title);
    // A title in two blocks; a divider's "Ireland" above the full title adds nothing.
    const joined =
      next?.page === page && isDisplay(next, bodySize)
        ? similarity(`${blockText(block)} ${blockText(next)}`, title)
        : 0;
    const isSplit = next !== undefined && joined > similarity(blockText(next), title);
    const score = isSplit ? Math.max(own, joined) : own;
    if (best === null || score > best.score) best = { block: index, score };
  });
  const found = best as { block: number; score: number } | null;
  return found !== null && found.score >= 0.5 ? found.block : null;
}

/** Moves a start back over a divider ("Germany / From mutual benefit …") on the same page or the page before. */
function includeDivider(start: number, title: string, blocks: readonly Block[]): number {
  const letters = lettersOf(title);
  const page = blocks[start]?.page ?? 1;
  const isDivider = (candidates: readonly Block[]) => {
    const texts = candidates.map(blockText);
    if (texts.length > 0 && texts.every((text) => chapterLabel.test(text.trim()))) return true;
    return (
      texts.length > 0 &&
      // A short table of contents also names the title.
      !texts.some(isContentsTitle) &&
      texts.join('').length <= thresholds.page.divider &&
      texts.some((text) => lettersOf(text).length >= 2 && letters.includes(lettersOf(text)))
    );
  };
  const firstOf = (number: number) => blocks.findIndex((block) => block.page === number);
  const top = firstOf(page);
  const above = blocks.slice(top, start);
  // Floats are painted before the text around them, so they belong to the chapter.
  const plain = above.filter((block) => !isFloat(block));
  if (plain.length > 0) return isDivider(plain) ? top : start;
  const before = firstOf(page - 1);
  return before >= 0 && before < top && isDivider(blocks.slice(before, top)) ? before : top;
}

/** Tells chapters from front and back matter. */
function kindsOf(titles: readonly string[]): ChapterKind[] {
  const isMatter = titles.map((title) => matterTitles.test(shortName(title)));
  const first = isMatter.indexOf(false);
  return titles.map((_, index) =>
    !isMatter[index] ? 'chapter' : index < first || first < 0 ? 'front' : 'back',
  );
}

/** The outline's top entries, each at the block of its title. */
export function startsFromOutline(
  outline: readonly OutlineEntry[],
  blocks: readonly Block[],
  bodySize: number,
): ChapterStart[] {
  // A single top entry is the report itself.
  const root = outline.length === 1 ? outline[0] : undefined;
  const entries = root !== undefined && root.children.length > 1 ? root.children : outline;
  const kinds = kindsOf(entries.map((entry) => entry.title));
  return entries.flatMap((entry, index) => {
    const titleBlock = findTitleBlock(entry.title, entry.page, blocks, bodySize);
    const onPage = blocks.findIndex((block) => block.page === entry.page);
    const at = titleBlock ?? onPage;
    if (at < 0) return [];
    const title = printedTitle(entry.title, titleBlock === null ? undefined : blocks[titleBlock]);
    return [{ title, kind: kinds[index] ?? 'chapter', block: includeDivider(at, title, blocks), titleBlock }];
  });
}

const withoutBlanks = (text: string) => text.replace(/\s/g, '');

/**
 * An outline's title as printed: outlines keep a heading's note marker as a digit ("with China1"), and lose the blank at
 * its line break ("for theNatural Questions").
 */
function printedTitle(title: string, block: Block | undefined): string {
  if (block === undefined) return title;
  const hasMarkers = (block.lines.at(-1)?.markers.length ?? 0) > 0;
  const plain = hasMarkers ? title.replace(/(?<=\p{L})\d{1,2}$/u, '') : title;
  const printed = titleText(block).replace(chapterNumber, '');
  return withoutBlanks(printed) === withoutBlanks(plain) ? printed : plain;
}

function largeHeadings(blocks: readonly Block[], bodySize: number): number[] {
  return blocks.flatMap((block, index) => {
    const line = block.lines[0];
    if (line === undefined) return [];
    const large = line.bold && !line.italic && line.size >= bodySize * thresholds.heading.chapterSize;
    return large ? [index] : [];
  });
}

/** Large headings that the contents pages name. */
export function startsFromContents(blocks: readonly Block[], bodySize: number): ChapterStart[] {
  const contents = readContents(blocks);
  if (contents.length < 2) return [];
  const letters = contents.map(lettersOf);
  const headings = largeHeadings(blocks, bodySize);
  const contentsLetters = letters.join('|');
  const starts: ChapterStart[] = [];
  for (const index of headings) {
    const block = blocks[index];
    if (block === undefined) continue;
    const own = lettersOf(blockText(block));
    if (own.length < 4 || !contentsLetters.includes(own)) continue;
    const entry = letters.findIndex((title) => title.includes(own));
    const title = contents[entry] ?? titleText(block);
    const already = starts.some((start) => start.title === title);
    if (already || matterTitles.test(shortName(title))) continue;
    starts.push({ title, kind: 'chapter', block: includeDivider(index, title, blocks), titleBlock: index });
  }
  return starts.length >= 2 ? starts : [];
}

function lettersOn(page: number, blocks: readonly Block[]): number {
  return blocks
    .filter((block) => block.page === page)
    .reduce((sum, block) => sum + blockText(block).length, 0);
}

/** Each heading of the largest size that recurs opens a chapter. */
export function startsFromHeadings(blocks: readonly Block[], bodySize: number): ChapterStart[] {
  const bySize = new Map<string, number[]>();
  for (const index of largeHeadings(blocks, bodySize)) {
    const size = (blocks[index]?.lines[0]?.size ?? 0).toFixed(0);
    bySize.set(size, [...(bySize.get(size) ?? []), index]);
  }
  const largest = [...bySize]
    .sort((a, b) => Number(b[0]) - Number(a[0]))
    .find(([, indexes]) => indexes.length >= 2);
  const own = (largest?.[1] ?? []).flatMap((index) => {
    const block = blocks[index];
    if (block === undefined) return [];
    // The report's own title on its cover opens no chapter.
    const isCover = block.page === 1 && lettersOn(1, blocks) <= thresholds.page.divider;
    return isCover ? [] : [{ title: titleText(block), block: index, titleBlock: index }];
  });
  const kinds = kindsOf(own.map((start) => start.title));
  return own.map((start, index) => ({ ...start, kind: kinds[index] ?? 'chapter' }));
}
