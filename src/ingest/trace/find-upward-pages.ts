/** Finds the pages on which the text breaks off and goes back up its own column: its order may be wrong there. Pure. */
import type { Box, Passage } from '../../core/types.ts';

/** Of the narrower of two lines, so much stands above the other where both are of one column. */
const leastShared = 0.5;

/** Whether the second of two lines on a page stands above the first, in its column. */
function isUpward(from: Box, to: Box): boolean {
  const shared = Math.min(from.x + from.width, to.x + to.width) - Math.max(from.x, to.x);
  return (
    from.page === to.page &&
    to.y + to.height <= from.y &&
    shared >= leastShared * Math.min(from.width, to.width)
  );
}

/** What a text set apart has before and behind it: a whole sentence. */
const closed = /[.!?:;…]["”’)\]]*$/u;
const opensInside = /^[\p{Ll},;)]/u;

/**
 * A text set apart, as in a box, is read behind the paragraph beside it and goes back up too: only where a sentence is broken
 * off is the order in doubt. Rows of tables have cells of several heights, and notes stand where they stand.
 */
export function findUpwardPages(passages: readonly Passage[]): number[] {
  const placed = passages
    .filter(({ kind }) => kind === 'body')
    .flatMap(({ sentences }) => sentences.flatMap(({ text, boxes }) => boxes.map((box) => ({ text, box }))));
  const pages = placed.flatMap(({ text, box }, at) => {
    const before = placed[at - 1];
    if (before === undefined || !isUpward(before.box, box)) return [];
    const isWhole = before.text !== text && closed.test(before.text) && !opensInside.test(text);
    return isWhole ? [] : [box.page];
  });
  return [...new Set(pages)].sort((a, b) => a - b);
}
