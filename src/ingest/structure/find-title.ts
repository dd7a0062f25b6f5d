/** Finds where a title stands on its page. Pure. */

import { isCapitals } from '../../text/capitals.ts';
import { similarity, titleKey } from '../../text/similar-titles.ts';
import { type Block, blockText } from '../page-model.ts';

/** The blocks of a title, and how alike they are to what was looked for. */
export interface FoundTitle {
  first: number;
  last: number;
  score: number;
}

/** How many blocks a title may be set in: a label, a number, two lines in two sizes. */
const longestTitle = 5;

/** The blocks of each page, as indices. */
export function indexPages(blocks: readonly Block[]): ReadonlyMap<number, readonly number[]> {
  const pages = new Map<number, number[]>();
  blocks.forEach((block, index) => {
    const own = pages.get(block.page);
    if (own === undefined) pages.set(block.page, [index]);
    else own.push(index);
  });
  return pages;
}

/** Whether a block is set apart from the text: larger, bold, or in capitals. */
export function isDisplay(block: Block, bodySize: number): boolean {
  const [line] = block.lines;
  if (line === undefined) return false;
  return (
    line.size >= bodySize * 1.08 || block.lines.every((each) => each.bold) || isCapitals(blockText(block))
  );
}

/**
 * The run of blocks on a page that is most like a title.
 * @param least the similarity, 0..1, below which none is found.
 */
export function findTitle(
  title: string,
  onPage: readonly number[],
  blocks: readonly Block[],
  bodySize: number,
  least = 0.6,
): FoundTitle | null {
  const wanted = titleKey(title);
  let best: FoundTitle | null = null;
  onPage.forEach((first, at) => {
    let text = '';
    for (let last = first; last < first + longestTitle; last++) {
      const block = blocks[last];
      if (block === undefined || onPage[at + last - first] !== last) break;
      text += ` ${blockText(block)}`;
      const letters = titleKey(text);
      if (letters.length > wanted.length * 1.8 + 10) break;
      // A heading's own size speaks for it; a sentence that says the same words does not.
      const apart = isDisplay(block, bodySize) ? 0.04 : 0;
      const score = similarity(text, title) + apart;
      if (score >= least && (best === null || score > best.score)) best = { first, last, score };
    }
  });
  return best;
}
