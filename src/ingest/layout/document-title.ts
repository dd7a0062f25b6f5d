/** What a document is called. Pure. */

import type { PlacedText } from '../../core/document-reader.ts';
import { noTitle } from '../../language/en/layout-words.ts';
import { type Block, blockText, titleText } from '../page-model.ts';
import { bodySizeOf } from './main-size.ts';
import { thresholds } from './thresholds.ts';

const fileName = /\.(?:docx?|indd|pdf|qxd)$/i;

/** The first pages, on which a title is printed. */
const frontPages = 6;

/** Whether most words of a file's title are printed on its first pages: what programs write there is not. */
function isPrinted(title: string, blocks: readonly Block[]): boolean {
  const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const printed = new Set(
    wordsIn(
      blocks
        .filter(({ page }) => page <= frontPages)
        .map(blockText)
        .join(' '),
    ),
  );
  const own = wordsIn(title);
  return own.length > 0 && own.filter((word) => printed.has(word)).length > own.length / 2;
}

/** Characters that a cover has at most. */
const longestCover = 600;

/** The title: the file's own, unless a cover says otherwise; else the largest words of the first page, else the file's name. */
export function titleOf(placed: PlacedText, blocks: readonly Block[], id: string): string {
  const own =
    placed.title !== null && !fileName.test(placed.title) && !noTitle.test(placed.title)
      ? placed.title
      : null;
  // A number that a file is registered under is no title.
  const saying = own !== null && /\p{L}{3}/u.test(own) ? own : null;
  const onFirst = blocks
    .filter(({ page }) => page === 1)
    .reduce((sum, block) => sum + blockText(block).length, 0);
  if (saying !== null && (onFirst > longestCover || isPrinted(saying, blocks))) return saying;
  const first = blocks.filter((block) => block.page === 1 && blockText(block).trim().length > 2);
  const size = (block: Block) => block.lines[0]?.size ?? 0;
  const largest = [...first].sort((a, b) => size(b) - size(a))[0];
  const bodySize = bodySizeOf(blocks);
  // A page of nothing but text has no title on it.
  if (largest === undefined || size(largest) < bodySize * thresholds.heading.size) return saying ?? id;
  const subtitle = first[first.indexOf(largest) + 1];
  const title = titleText(largest).trim();
  // A subtitle is set larger than the text and stands right below.
  return subtitle !== undefined && size(subtitle) >= bodySize * thresholds.heading.size && title.length < 60
    ? `${title}: ${titleText(subtitle).trim()}`
    : title;
}
