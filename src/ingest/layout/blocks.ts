/** Groups lines into blocks. Pure. */
import type { Block, Line } from '../page-model.ts';
import { familyOf } from './font-family.ts';
import { bullet, endsShort, follows, isFirst, itemLabelOf } from './item-labels.ts';
import { thresholds } from './thresholds.ts';

const { sameEdge } = thresholds.item;
const closing = /[.:;!?]["”’)]*$/;

/** A label that may as well stand in the midst of a sentence: "(a) the one, and (b) the other", somebody's initial. */
const inSentence = /^\(|^\p{Lu}/u;

/**
 * Whether a line is the next item of a list: below the end of a sentence or of what leads to it, or of the next number. What may
 * stand in a sentence opens an item where the line above ends before the others or begins elsewhere.
 */
function opensItem(line: Line, above: readonly Line[]): boolean {
  const label = itemLabelOf(line.text);
  const last = above.at(-1);
  if (label === undefined || last === undefined) return false;
  const isNext = above.some(({ text }) => {
    const before = itemLabelOf(text);
    return before !== undefined && follows(label, before);
  });
  if (!inSentence.test(label.text)) return isNext || closing.test(last.text);
  const isSetIn = line.x - last.x > sameEdge;
  // The first line of a paragraph may be set in itself.
  const isSetOut = above.length > 1 && last.x - line.x > sameEdge;
  const isApart = endsShort(above, line) || isSetIn || isSetOut;
  return isApart && (isNext || (isFirst(label) && closing.test(last.text)));
}

function styleOf(line: Line): string {
  return `${familyOf(line.font)}/${line.size.toFixed(1)}`;
}

/** The most frequent line spacing of each style in a document, in points. */
export function usualLeadings(linesOfPage: readonly (readonly Line[])[]): Map<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const lines of linesOfPage) {
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (next === undefined || styleOf(next) !== styleOf(line)) return;
      const distance = Math.round((line.y - next.y) * 4) / 4;
      if (distance <= line.size * 0.8 || distance > line.size * 2.2) return;
      const style = counts.get(styleOf(line)) ?? new Map<number, number>();
      style.set(distance, (style.get(distance) ?? 0) + 1);
      counts.set(styleOf(line), style);
    });
  }
  return new Map(
    [...counts].map(([style, distances]) => [style, [...distances].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0]),
  );
}

function overlaps(a: Line, b: Line): boolean {
  return Math.min(a.right, b.right) - Math.max(a.x, b.x) > 0;
}

function continuesBlock(line: Line, last: Line, leadings: ReadonlyMap<string, number>): boolean {
  if (line.table !== undefined || styleOf(line) !== styleOf(last) || line.column !== last.column)
    return false;
  const goesOnBold = last.bold && line.boldLead === true;
  if (line.bold !== last.bold && !goesOnBold && (line.bold ? !line.italic : !last.italic)) {
    // A bold word inside a paragraph does not change the line's style; a bold line after a plain one is a heading.
    return false;
  }
  if (!overlaps(line, last) || bullet.test(line.text)) return false;
  const distance = last.y - line.y;
  const leading = leadings.get(styleOf(line)) ?? line.size * 1.3;
  return distance > 0 && distance <= Math.max(leading, line.size) * thresholds.block.leading;
}

/** Groups a page's ordered lines into blocks of one style and even spacing; their kinds come later. */
export function formBlocks(lines: readonly Line[], leadings: ReadonlyMap<string, number>): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    const last = open?.lines.at(-1);
    if (
      open !== undefined &&
      last !== undefined &&
      continuesBlock(line, last, leadings) &&
      !opensItem(line, open.lines)
    )
      open.lines.push(line);
    else blocks.push({ kind: line.table === undefined ? 'body' : 'table', page: line.page, lines: [line] });
  }
  return blocks;
}
