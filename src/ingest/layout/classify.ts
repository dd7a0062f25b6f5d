/** Tells what each block is. Pure. */

import { captionText, notesTitle } from '../../language/en/layout-words.ts';
import { type Block, blockText, lettersOf } from '../page-model.ts';
import { isFloat } from './floats.ts';
import { markLabels } from './labels.ts';
import { thresholds } from './thresholds.ts';

const sentenceEndInside = /[.!?]["'”’)]*\s+\p{Lu}/u;

/**
 * The main size of a text in points: the largest plain size with at least a fifth of the characters, since a chapter
 * may have more endnotes than body.
 */
export function bodySizeOf(blocks: readonly Block[]): number {
  const characters = new Map<string, number>();
  let total = 0;
  for (const line of blocks.filter((block) => block.note === undefined).flatMap((block) => block.lines)) {
    if (line.bold) continue;
    const size = line.size.toFixed(1);
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
    total += line.text.length;
  }
  const common = [...characters].filter(([, count]) => count >= total * 0.2).map(([size]) => Number(size));
  return common.length > 0 ? Math.max(...common) : 10;
}

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

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Whether a block is narrower than its column, so that it may be beside the text. */
function isNarrow(block: Block, columnWidth: number): boolean {
  const width =
    Math.max(...block.lines.map((line) => line.right)) - Math.min(...block.lines.map((line) => line.x));
  return block.lines.length >= 2 && width <= columnWidth * thresholds.quote.width;
}

function isQuote(block: Block, bodySize: number, columnWidth: number, pairs: ReadonlySet<string>): boolean {
  const { coverage: enough, longestWords, longCoverage } = thresholds.quote;
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
  const size = block.lines[0]?.size ?? 0;
  return isNarrow(block, columnWidth) && size >= bodySize * 1.05 && coverage(block, pairs) >= enough;
}

const labelled = /^(?:\d{1,2}[.)]\s+)?([\p{Lu}\p{N}][^:.!?]{1,40}):\s+(?=[\p{Lu}\p{N}])/u;

/**
 * Whether a float in the style of pull quotes is a heading: it opens with a label ("Outlook: Uneven awakening …") that
 * is not in the text. True for 7 floats of the report and none of its 116 pull quotes.
 */
function isTitledFloat(block: Block, pairs: ReadonlySet<string>): boolean {
  const text = blockText(block);
  const match = labelled.exec(text);
  if (match === null || wordCount(text) > thresholds.quote.longestWords) return false;
  const over = wordPairs(
    `${match[1]?.split(/\s/).at(-1) ?? ''} ${text.slice(match[0].length).split(/\s/)[0] ?? ''}`,
  )[0];
  return over !== undefined && !pairs.has(over);
}

/** Larger than the text and bold, or of its size and in the outline: "2.1 Basic Definitions". */
function isHeading(block: Block, bodySize: number, titles: ReadonlySet<string>): boolean {
  const size = titles.has(lettersOf(blockText(block)))
    ? thresholds.heading.titleSize
    : thresholds.heading.size;
  return block.lines.every((line) => line.bold && !line.italic && line.size >= bodySize * size);
}

/** "Figure 1", "Source: …": short, and in another style than the text, so that "Figure 4 shows …" stays text. */
function isCaption(block: Block, bodySize: number): boolean {
  const text = blockText(block).trim();
  const isSetApart = block.lines.every(
    (line) => line.bold || line.size <= bodySize * thresholds.caption.size,
  );
  return isSetApart && captionText.test(text) && wordCount(text) <= thresholds.caption.longestWords;
}

/** A paragraph set as a float that breaks off at the foot of a page; the float that continues it shows that it is text. */
function markBrokenFloats(blocks: readonly Block[], pairs: ReadonlySet<string>): void {
  for (const block of blocks) {
    if (block.kind !== 'body' || !isFloat(block)) continue;
    const floats = blocks.filter((other) => other.page === block.page - 1 && isFloat(other));
    const lowest = floats.sort((a, b) => (a.lines.at(-1)?.y ?? 0) - (b.lines.at(-1)?.y ?? 0))[0];
    if (lowest?.kind === 'quote' && coverage(lowest, pairs) < thresholds.quote.longCoverage)
      lowest.kind = 'body';
  }
}

/** A byline set like a heading: the first words below the title, if they are in the list of authors. */
function findByline(blocks: readonly Block[], names: ReadonlySet<string>): Block | undefined {
  const first = blocks.find((block) => !isFloat(block));
  return first !== undefined && names.has(lettersOf(blockText(first))) ? first : undefined;
}

/** What is known of the document besides the chapter's blocks. */
export interface DocumentHints {
  /** Word pairs of its plain text, which pull quotes repeat. */
  pairs: ReadonlySet<string>;
  /** Letters (`lettersOf`) of the lines in its front matter, such as authors. */
  names?: ReadonlySet<string>;
  /** Letters of its outline's titles. */
  titles?: ReadonlySet<string>;
}

/** The kind of each block of a chapter. From the heading of the endnotes on, blocks are notes. */
export function classifyBlocks(
  blocks: Block[],
  bodySize: number,
  { pairs, names = new Set(), titles = new Set() }: DocumentHints,
): void {
  const columnWidth = Math.max(
    0,
    ...blocks.flatMap((block) => block.lines).map((line) => line.right - line.x),
  );
  const byline = findByline(blocks, names);
  let inNotes = false;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    if (block.note !== undefined) {
      block.kind = 'note';
      continue;
    }
    const text = blockText(block).trim();
    if (block.heading !== undefined || isHeading(block, bodySize, titles)) {
      block.kind = block === byline ? 'body' : 'heading';
      inNotes = notesTitle.test(text);
    } else if (isQuote(block, bodySize, columnWidth, pairs)) {
      block.kind = isTitledFloat(block, pairs) ? 'heading' : 'quote';
    } else if (inNotes) {
      block.kind = 'note';
    } else if (isCaption(block, bodySize)) {
      block.kind = 'caption';
    } else {
      block.kind = 'body';
    }
  }
  markBrokenFloats(blocks, pairs);
  markLabels(blocks);
}

/** Word pairs of the plain text of a document. */
export function plainWordPairs(blocks: readonly Block[]): Set<string> {
  const plain = blocks.filter((block) => block.lines.every((line) => !line.bold));
  return new Set(plain.flatMap((block) => wordPairs(blockText(block))));
}
