/** Gathers a chapter's blocks into paragraphs, and finds the lists among these. Pure. */
import { captionLike } from '../../language/en/layout-words.ts';
import { type Block, blockText } from '../page-model.ts';
import { findLists, type ListPlace, labelOf, opensItem } from './find-lists.ts';
import { isFloat } from './floats.ts';
import type { ItemLabel } from './item-labels.ts';
import { columnEdges, continuesFloat, continuesParagraph } from './paragraphs.ts';

/** Joins the body blocks of each paragraph. */
export function collectParagraphs(blocks: readonly Block[]): (Block[] | Block)[] {
  const edgeOf = columnEdges(blocks);
  const result: (Block[] | Block)[] = [];
  /** The paragraph that a later body block may continue: floats do not end it, headings and tables do. */
  let open: Block[] | null = null;
  /** What is printed before the items since the last heading. */
  let labels: ItemLabel[] = [];
  /** Text set as a float continues only in such text, across anything between. */
  let openFloat: Block[] | null = null;
  for (const block of blocks) {
    if (block.kind === 'body' && isFloat(block)) {
      const last: Block | undefined = openFloat?.at(-1);
      if (openFloat !== null && last !== undefined && continuesFloat(last, block)) openFloat.push(block);
      else {
        openFloat = [block];
        result.push(openFloat);
      }
    } else if (block.kind === 'body' && captionLike.test(blockText(block))) {
      // The paragraph around it continues after it.
      result.push([block]);
    } else if (block.kind === 'body') {
      const last: Block | undefined = open?.at(-1);
      if (
        open !== null &&
        last !== undefined &&
        !opensItem(block, open, labels) &&
        continuesParagraph(last, block, edgeOf)
      )
        open.push(block);
      else {
        open = [block];
        labels.push(...[labelOf(block) ?? []].flat());
        result.push(open);
      }
    } else if (block.kind === 'heading' || block.kind === 'table') {
      open = null;
      if (block.kind === 'heading') labels = [];
      result.push(block);
    }
  }
  return result;
}

/** Where paragraphs stand in the lists of their chapter; what is set apart from the text is in none. */
export function placesInLists(
  collected: readonly (Block[] | Block)[],
): ReadonlyMap<readonly Block[], ListPlace> {
  const isText = ([block]: readonly Block[]) =>
    block !== undefined && !isFloat(block) && !captionLike.test(blockText(block));
  return findLists(
    collected.flatMap((part) => {
      if (!Array.isArray(part)) return part.kind === 'heading' ? [null] : [];
      return isText(part) ? [part] : [];
    }),
  );
}
