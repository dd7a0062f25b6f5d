/** Tells the blocks of a document's headings which entry of its structure they are. Pure but for the mark on the blocks. */
import type { StructureEntry } from '../../core/types.ts';
import { titleKey } from '../../text/similar-titles.ts';
import { type Block, blockText } from '../page-model.ts';
import type { StructureNode } from './choose-chapters.ts';

/** How much longer than its title a heading's blocks may be: a number, an author, a note marker. */
const longestShare = 1.2;

/** Marks the headings of a tree and below, and gives its entries in reading order. */
export function markHeadings(
  tree: readonly StructureNode[],
  blocks: readonly Block[],
  level = 1,
): StructureEntry[] {
  return tree.flatMap(({ title, page, sources, block, titleEnd, children }) => {
    const own = titleEnd === null ? [] : blocks.slice(block, titleEnd + 1);
    const isOnlyTitle =
      titleKey(own.map(blockText).join('')).length <= titleKey(title).length * longestShare + 4;
    // A heading that runs into its paragraph is text.
    if (isOnlyTitle)
      own.forEach((each, at) => {
        each.heading ??= { title, level, goesOn: at > 0 };
      });
    return [{ title, level, page, sources }, ...markHeadings(children, blocks, level + 1)];
  });
}
