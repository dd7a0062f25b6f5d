/** Tells what each block is. Pure. */

import { captionText, notesTitle } from '../../language/en/layout-words.ts';
import { type Block, blockText, isProse, lettersOf } from '../page-model.ts';
import { markFigureLabels } from './figure-labels.ts';
import { isFloat } from './floats.ts';
import { markLabels } from './labels.ts';
import { isPullQuote, isTitledFloat, markBrokenFloats, wordCount } from './pull-quotes.ts';
import { isInTitle } from './tables/table-title.ts';
import { thresholds } from './thresholds.ts';

/** More words in sentences are no heading, however they are set: a quotation in a box. */
const longestHeading = 20;

/** Larger than the text and bold, or of its size and in the outline: "2.1 Basic Definitions". */
function isHeading(
  block: Block,
  bodySize: number,
  { titles, hasPullQuotes }: Required<Pick<DocumentHints, 'titles' | 'hasPullQuotes'>>,
): boolean {
  const text = blockText(block);
  const isListed = titles.has(lettersOf(text));
  if (!isListed && isProse(text) && wordCount(text) > longestHeading) return false;
  const size = isListed ? thresholds.heading.titleSize : thresholds.heading.size;
  return block.lines.every(
    (line) => line.bold && !(line.italic && hasPullQuotes) && line.size >= bodySize * size,
  );
}

/** "Figure 1", "Source: …": short, and in another style than the text, so that "Figure 4 shows …" stays text. */
function isCaption(block: Block, bodySize: number): boolean {
  const text = blockText(block).trim();
  const isSetApart = block.lines.every(
    (line) => line.bold || line.size <= bodySize * thresholds.caption.size,
  );
  return isSetApart && captionText.test(text) && wordCount(text) <= thresholds.caption.longestWords;
}

/** Whether a text stands in the title of a table that comes next, or next but one: its rows say it. */
function isTableTitle(text: string, next: readonly Block[]): boolean {
  const table = next.flatMap(({ lines }) => lines[0]?.table ?? [])[0];
  return table !== undefined && isInTitle(text, table);
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
  /** Whether it has any (`showsPullQuotes`). */
  hasPullQuotes?: boolean;
}

/** The kind of each block of a chapter. From the heading of the endnotes on, blocks are notes. */
export function classifyBlocks(
  blocks: Block[],
  bodySize: number,
  { pairs, names = new Set(), titles = new Set(), hasPullQuotes = false }: DocumentHints,
): void {
  const columnWidth = Math.max(
    0,
    ...blocks.flatMap((block) => block.lines).map((line) => line.right - line.x),
  );
  const byline = findByline(blocks, names);
  let inNotes = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') continue;
    if (block.note !== undefined) {
      block.kind = 'note';
      continue;
    }
    const text = blockText(block).trim();
    const opensNotes = notesTitle.test(text) && blocks[index + 1]?.note !== undefined;
    if (block.heading !== undefined || opensNotes || isHeading(block, bodySize, { titles, hasPullQuotes })) {
      block.kind = block === byline ? 'body' : 'heading';
      inNotes = notesTitle.test(text);
    } else if (hasPullQuotes && isPullQuote(block, bodySize, columnWidth, pairs)) {
      block.kind = isTitledFloat(block, pairs) ? 'heading' : 'quote';
    } else if (inNotes) {
      block.kind = 'note';
    } else if (isCaption(block, bodySize) || isTableTitle(text, blocks.slice(index + 1, index + 3))) {
      block.kind = 'caption';
    } else {
      block.kind = 'body';
    }
  }
  if (hasPullQuotes) markBrokenFloats(blocks, pairs);
  markLabels(blocks);
  markFigureLabels(blocks, bodySize);
}
