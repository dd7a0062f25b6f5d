/** Tells lines of a paragraph from titles. Pure. */
import { type Block, blockText, type Line } from '../page-model.ts';

/** Baselines of one paragraph are no farther apart, and its lines begin no farther in or out, in ems. */
const leading = 1.35;
const indent = 2;
/** Points. */
const sameSize = 0.5;

/** Whether a line follows another as in a paragraph: close below, in its size, and in lower case or with no shorter line above. */
function follows(lower: Line | undefined, upper: Line | undefined): boolean {
  if (lower === undefined || upper === undefined) return false;
  const distance = upper.y - lower.y;
  return (
    upper.page === lower.page &&
    upper.column === lower.column &&
    distance > 0 &&
    distance <= leading * lower.size &&
    Math.abs(upper.size - lower.size) <= sameSize &&
    (/^\p{Ll}{2}/u.test(lower.text) ||
      (Math.abs(upper.x - lower.x) <= indent * lower.size && upper.right >= lower.right - lower.size))
  );
}

/** Whether a block is a line of the paragraph around it that is mostly set as headings are: a reference in italics. */
export function isInParagraph(block: Block, above: Block | undefined, below: Block | undefined): boolean {
  const goesOn =
    above?.heading === undefined && !/[.:!?]["'”’)]*$/.test(above ? blockText(above).trim() : '.');
  return (
    follows(below?.lines[0], block.lines.at(-1)) || (goesOn && follows(block.lines[0], above?.lines.at(-1)))
  );
}
