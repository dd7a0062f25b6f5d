/** Moves headings and text set as floats to where they belong. Pure. */
import type { Block } from '../page-model.ts';

/** Whether a block is in the style of pull quotes (`markFloats`). */
export const isFloat = (block: Block): boolean => block.float === true;

/** Marks what is in the style of pull quotes, in a document that has some: all in bold italics. */
export function markFloats(blocks: readonly Block[]): void {
  for (const block of blocks)
    if (block.kind !== 'table' && block.lines.every((line) => line.bold && line.italic)) block.float = true;
}

/**
 * Floats are painted before a page's text, so a heading or text set as one ("Outlook: Uneven awakening …" in the style
 * of pull quotes) comes too early. It is moved before the first block of its column that starts at its height or below.
 */
export function placeFloats(blocks: readonly Block[]): Block[] {
  const floats = blocks.filter(
    (block) => (block.kind === 'heading' || block.kind === 'body') && isFloat(block),
  );
  const placed = blocks.filter((block) => !floats.includes(block));
  for (const float of floats) {
    const top = float.lines[0];
    if (top === undefined) continue;
    const isBeside = (block: Block) => {
      const first = block.lines[0];
      return first !== undefined && first.column === top.column && first.y <= top.y + top.size / 2;
    };
    const below = placed.findIndex(
      (block) => block.page === float.page && !isFloat(block) && isBeside(block),
    );
    const last = placed.findLastIndex((block) => block.page <= float.page);
    placed.splice(below >= 0 ? below : last + 1, 0, float);
  }
  return placed;
}
