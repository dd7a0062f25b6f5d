/** Joins a sentence that goes on in another face, as on slides ("**Common paths:** the link on the homepage was …"). Pure. */
import type { Block } from '../page-model.ts';
import { familyOf } from './font-family.ts';
import { thresholds } from './thresholds.ts';

/** In ems: lines of one text are closer. */
const leading = 1.5;
/** Points by which their left edges may differ. */
const sameEdge = 3;

/** Whether a block ends in a line that is as long as those around it; in a single one that cannot be told. */
function endsFull({ lines }: Block, next: Block): boolean {
  const right = Math.max(...[...lines, ...next.lines].map((line) => line.right));
  const [last, left] = [lines.at(-1), Math.min(...lines.map((line) => line.x))];
  return (
    lines.length === 1 ||
    (last !== undefined && last.right - left >= thresholds.paragraph.longLine * (right - left))
  );
}

/** Whether a block goes on, in lower case, with the sentence that the text above it has begun. */
function goesOn(block: Block, above: Block | undefined): boolean {
  const { kind, page, lines } = block;
  const [line] = lines;
  const last = above?.lines.at(-1);
  if (line === undefined || last === undefined || above === undefined) return false;
  return (
    endsFull(above, block) &&
    kind === 'body' &&
    above.kind === 'body' &&
    above.page === page &&
    line.table === undefined &&
    last.table === undefined &&
    line.column === last.column &&
    Math.abs(line.size - last.size) < 0.1 &&
    Math.abs(line.x - last.x) <= sameEdge &&
    last.y - line.y > 0 &&
    last.y - line.y <= leading * line.size &&
    (last.bold !== line.bold || familyOf(last.font) !== familyOf(line.font)) &&
    /^\p{Ll}/u.test(line.text) &&
    !/[.:;!?]$/u.test(last.text.trim())
  );
}

/** @param blocks of a whole document, in reading order. */
export function joinLeadIns(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    if (above !== undefined && goesOn(block, above))
      joined.splice(-1, 1, { ...above, lines: [...above.lines, ...block.lines] });
    else joined.push(block);
  }
  return joined;
}
