/** What a document is called. Pure. */

import type { PlacedText } from '../../core/document-reader.ts';
import type { TitleOrigin } from '../../core/types.ts';
import {
  abstractStart,
  formHead,
  formName,
  noTitle,
  registeredNumber,
} from '../../language/en/layout-words.ts';
import { titleKey } from '../../text/similar-titles.ts';
import { familyOf } from '../layout/font-family.ts';
import { bodySizeOf } from '../layout/main-size.ts';
import { thresholds } from '../layout/thresholds.ts';
import { type Block, blockText, charactersOn, titleText } from '../page-model.ts';
import { formTitle } from './form-title.ts';

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

/** Words from which on a text is no formula or file's name, whatever signs it has. */
const plainWords = 4;

/** The share of letters among the letters and digits of a title; of a number or a formula it is less. */
const leastLetters = 0.6;

/** Whether a text may be what people call a document: neither a number, nor a file's name, nor the head of a form. */
function maySay(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  return (
    /\p{L}{3}/u.test(text) &&
    letters >= (letters + digits) * leastLetters &&
    (!/[=_]/.test(text) || (text.match(/\p{L}{3,}/gu) ?? []).length >= plainWords) &&
    ![noTitle, fileName, registeredNumber, formHead, formName].some((none) => none.test(text.trim()))
  );
}

/** The title as the outline has it, where that says more: "FedEx 2023 Annual Report" for "2023 Annual Report". */
function asInOutline(title: string, { outline }: PlacedText): string {
  const own = titleKey(title);
  const longer = outline.find(
    (entry) => entry.page === 1 && titleKey(entry.title).includes(own) && titleKey(entry.title) !== own,
  );
  return longer === undefined || longer.title.length > title.length * 2 ? title : longer.title.trim();
}

/** A document's title, and where it was found. */
export interface FoundTitle {
  title: string;
  from: TitleOrigin;
}

/** Characters that a cover has at most. */
const longestCover = 600;

/** A title's own words from which on it is believed beside a first page full of text that does not have them. */
const leastOwnWords = 2;

/** Whether a title in the file's own data is the document's: a cover has its words, and a single one is a program's own. */
function isOwnTitle(title: string, blocks: readonly Block[]): boolean {
  const words = title.match(/\p{L}{3,}/gu) ?? [];
  return (
    (charactersOn(1, blocks) > longestCover && words.length >= leastOwnWords) || isPrinted(title, blocks)
  );
}

/** Characters. */
const longestTitle = 250;
/** The share by which the lines of one title may differ in size, as programs round it. */
const sameSize = 0.05;

/** A block with those before and behind it that are set in its type: a title whose lines were taken apart. */
function inOneType(at: number, blocks: readonly Block[]): Block[] {
  const [own] = blocks[at]?.lines ?? [];
  const isAlike = ({ lines: [line] }: Block) =>
    line !== undefined &&
    own !== undefined &&
    familyOf(line.font) === familyOf(own.font) &&
    line.bold === own.bold &&
    Math.abs(line.size - own.size) <= own.size * sameSize;
  const after = blocks.slice(at).findIndex((block) => !isAlike(block));
  const before = blocks.slice(0, at).findLastIndex((block) => !isAlike(block));
  return blocks.slice(before + 1, after < 0 ? blocks.length : at + after);
}

/**
 * The title: a form's is who filled it in; else the file's own, unless a cover says otherwise; else the largest words of the
 * first page, else the file's name.
 */
export function titleOf(placed: PlacedText, blocks: readonly Block[], id: string): FoundTitle {
  const form = formTitle(blocks);
  if (form !== null) return { title: form, from: 'form' };
  const saying = placed.title !== null && maySay(placed.title) ? placed.title : null;
  if (saying !== null && isOwnTitle(saying, blocks)) return { title: saying, from: 'metadata' };
  const first = blocks.filter((block) => block.page === 1 && blockText(block).trim().length > 2);
  const size = (block: Block) => block.lines[0]?.size ?? 0;
  const largest = first.filter((block) => maySay(blockText(block))).sort((a, b) => size(b) - size(a))[0];
  const bodySize = bodySizeOf(blocks);
  // A page of nothing but text has no title on it.
  if (largest === undefined || size(largest) < bodySize * thresholds.heading.size)
    return saying === null ? { title: id, from: 'file name' } : { title: saying, from: 'metadata' };
  const together = inOneType(first.indexOf(largest), first);
  const isOne = together.reduce((sum, block) => sum + blockText(block).length, 0) <= longestTitle;
  const lines = isOne ? together : [largest];
  const title = lines.map((block) => titleText(block).trim()).join(' ');
  const subtitle = first[first.indexOf(lines.at(-1) ?? largest) + 1];
  // A subtitle is set larger than the text and stands right below; in a paper the authors do.
  const isSubtitle =
    subtitle !== undefined &&
    maySay(blockText(subtitle)) &&
    size(subtitle) >= bodySize * thresholds.heading.size &&
    !first.some((block) => abstractStart.test(blockText(block).trim()));
  if (isSubtitle && title.length < 60)
    return { title: `${title}: ${titleText(subtitle).trim()}`, from: 'first page' };
  const inOutline = asInOutline(title, placed);
  return { title: inOutline, from: inOutline === title ? 'first page' : 'outline' };
}
