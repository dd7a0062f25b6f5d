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

/** Letters of a title that a heading may begin with and go on. */
const longTitle = 12;
/** How alike such a heading is at least. */
const likeLonger = 0.75;

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
      // No title takes in a table, nor begins with it.
      if (block === undefined || block.kind === 'table' || onPage[at + last - first] !== last) break;
      text += ` ${blockText(block)}`;
      const letters = titleKey(text);
      // A heading's own size speaks for it; a sentence that says the same words does not.
      const apart = isDisplay(block, bodySize) ? 0.04 : 0;
      const isLonger = apart > 0 && wanted.length >= longTitle && letters.startsWith(wanted);
      if (letters.length > wanted.length * (isLonger ? 4 : 1.8) + 10) break;
      const score = Math.max(similarity(text, title), isLonger ? likeLonger : 0) + apart;
      if (score >= least && (best === null || score > best.score)) best = { first, last, score };
    }
  });
  return best;
}

/** From this likeness on a title stands where it was found, though one before it stands further down. */
const exact = 0.95;

/** The same for one of several titles in their order: it stands below the one before, unless another place is that sure. */
export function findTitleBelow(
  above: number,
  title: string,
  onPage: readonly number[],
  blocks: readonly Block[],
  bodySize: number,
  least?: number,
): FoundTitle | null {
  const best = findTitle(title, onPage, blocks, bodySize, least);
  if (best === null || best.first > above || best.score >= exact) return best;
  const below = onPage.filter((index) => index > above);
  return findTitle(title, below, blocks, bodySize, least) ?? best;
}
