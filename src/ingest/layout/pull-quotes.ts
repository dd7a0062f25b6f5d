/** Pull quotes: what a report says again beside its text in large type. Pure. */
import { type Block, blockText } from '../page-model.ts';
import { isFloat } from './floats.ts';
import { bodySizeOf } from './main-size.ts';
import { thresholds } from './thresholds.ts';

const sentenceEndInside = /[.!?]["'”’)]*\s+\p{Lu}/u;

/** Word pairs of a text, lower case. */
function wordPairs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** Share of a block's word pairs that occur in `pairs`. */
function coverage(block: Block, pairs: ReadonlySet<string>): number {
  const own = wordPairs(blockText(block));
  return own.length === 0 ? 0 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Whether a block is narrower than its column, so that it may be beside the text. */
function isNarrow(block: Block, columnWidth: number): boolean {
  const width =
    Math.max(...block.lines.map((line) => line.right)) - Math.min(...block.lines.map((line) => line.x));
  return block.lines.length >= 2 && width <= columnWidth * thresholds.quote.width;
}

/** Whether a block is in larger type than the text, which headings in bold italics may not be. */
function isLarger(block: Block, bodySize: number): boolean {
  return (block.lines[0]?.size ?? 0) >= bodySize * thresholds.quote.size;
}

export function isPullQuote(
  block: Block,
  bodySize: number,
  columnWidth: number,
  pairs: ReadonlySet<string>,
): boolean {
  const { coverage: enough, longestWords, longCoverage } = thresholds.quote;
  if (!isLarger(block, bodySize)) return false;
  if (isFloat(block)) {
    const text = blockText(block);
    // None of the report's 116 pull quotes has a sentence end inside; three paragraphs set as floats do.
    if (sentenceEndInside.test(text)) return coverage(block, pairs) >= enough;
    return (
      wordCount(text) <= longestWords ||
      isNarrow(block, columnWidth) ||
      coverage(block, pairs) >= longCoverage
    );
  }
  return isNarrow(block, columnWidth) && coverage(block, pairs) >= enough;
}

const labelled = /^(?:\d{1,2}[.)]\s+)?([\p{Lu}\p{N}][^:.!?]{1,40}):\s+(?=[\p{Lu}\p{N}])/u;

/**
 * Whether a float in the style of pull quotes is a heading: it opens with a label ("Outlook: Uneven awakening …") that
 * is not in the text. True for 7 floats of the report and none of its 116 pull quotes.
 */
export function isTitledFloat(block: Block, pairs: ReadonlySet<string>): boolean {
  const text = blockText(block);
  const match = labelled.exec(text);
  if (match === null || wordCount(text) > thresholds.quote.longestWords) return false;
  const over = wordPairs(
    `${match[1]?.split(/\s/).at(-1) ?? ''} ${text.slice(match[0].length).split(/\s/)[0] ?? ''}`,
  )[0];
  return over !== undefined && !pairs.has(over);
}

/** A paragraph set as a float that breaks off at the foot of a page; the float that continues it shows that it is text. */
export function markBrokenFloats(blocks: readonly Block[], pairs: ReadonlySet<string>): void {
  for (const block of blocks) {
    if (block.kind !== 'body' || !isFloat(block)) continue;
    const floats = blocks.filter((other) => other.page === block.page - 1 && isFloat(other));
    const lowest = floats.sort((a, b) => (a.lines.at(-1)?.y ?? 0) - (b.lines.at(-1)?.y ?? 0))[0];
    if (lowest?.kind === 'quote' && coverage(lowest, pairs) < thresholds.quote.longCoverage)
      lowest.kind = 'body';
  }
}

/** Word pairs of the plain text of a document. */
export function plainWordPairs(blocks: readonly Block[]): Set<string> {
  const plain = blocks.filter((block) => block.lines.every((line) => !line.bold));
  return new Set(plain.flatMap((block) => wordPairs(blockText(block))));
}

/**
 * Whether a document has pull quotes: a font in which most blocks repeat the words of the pages around them, as headings,
 * which its contents repeat, do not. In another document nothing is a pull quote.
 */
export function showsPullQuotes(blocks: readonly Block[]): boolean {
  const { leastQuotes, leastWords, pagesAround, closeCoverage, share } = thresholds.quote;
  const byPage = new Map<number, Block[]>();
  for (const block of blocks) byPage.set(block.page, [...(byPage.get(block.page) ?? []), block]);
  const around = (page: number) =>
    Array.from({ length: 2 * pagesAround + 1 }, (_, step) => page - pagesAround + step).flatMap(
      (near) => byPage.get(near) ?? [],
    );
  // Chapters may be set in type of different sizes.
  const sizes = new Map([...byPage.keys()].map((page) => [page, bodySizeOf(around(page))]));
  const isSetApart = (block: Block) => isLarger(block, sizes.get(block.page) ?? 0);
  const repeats = (block: Block) =>
    coverage(block, plainWordPairs(around(block.page).filter((other) => !isSetApart(other)))) >=
    closeCoverage;
  const byFont = new Map<string, Block[]>();
  for (const block of blocks) {
    if (!isSetApart(block) || wordCount(blockText(block)) < leastWords) continue;
    const font = block.lines[0]?.font ?? '';
    byFont.set(font, [...(byFont.get(font) ?? []), block]);
  }
  return [...byFont.values()].some((own) => {
    const count = own.length < leastQuotes ? 0 : own.filter(repeats).length;
    return count >= leastQuotes && count >= share * own.length;
  });
}
