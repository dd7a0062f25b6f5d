/** Blocks that may be headings, told by how they are set. Pure. */
import { captionText } from '../../language/en/layout-words.ts';
import { familyOf } from '../layout/font-family.ts';
import { type Block, blockText, titleText } from '../page-model.ts';
import { indexPages, isDisplay } from './find-title.ts';
import { isNumberAlone, readTitleNumber, type TitleNumber } from './numbering.ts';

export interface Heading {
  title: string;
  page: number;
  block: number;
  titleEnd: number;
  /** In points. */
  size: number;
  number: TitleNumber | null;
  /** Whether only other headings stand above it on its page. */
  opensPage: boolean;
  /** Whether it is in a style that this document sets headings in. */
  isStyled: boolean;
  /** Whether a text is set below it, up to the next heading. */
  hasText: boolean;
}

/** Characters; a longer text is no heading, and a shorter one no text below a heading. */
const longestHeading = 200;
const shortestText = 70;

function readsAsHeading(block: Block): boolean {
  const text = blockText(block).trim();
  return (
    block.note === undefined &&
    block.lines[0]?.table === undefined &&
    text.length <= longestHeading &&
    /\p{L}{2}|^\d{1,2}$/u.test(text) &&
    !/[,;]$|[.:]\s+\p{Ll}/u.test(text) &&
    !captionText.test(text) &&
    // What stands in brackets below a line says what to fill in there.
    !/^\(.*\)$/.test(text)
  );
}

/** Headings of one face, size and weight are of one kind, also where some are in capitals. */
export function kindOf(block: Block): string {
  const [line] = block.lines;
  return line === undefined ? '' : [familyOf(line.font), Math.round(line.size * 2) / 2, line.bold].join('/');
}

/**
 * The headings of a document, by their kind.
 * @param isStyled whether a block is in a style that this document sets headings in, though it is no larger than the text.
 */
export function collectHeadings(
  blocks: readonly Block[],
  bodySize: number,
  isStyled: (block: Block) => boolean,
): Map<string, Heading[]> {
  const mayBe = (block: Block | undefined): block is Block =>
    block !== undefined && (isDisplay(block, bodySize) || isStyled(block));
  const isText = (block: Block | undefined) =>
    block !== undefined && blockText(block).length >= shortestText && !isDisplay(block, bodySize);
  const kinds = new Map<string, Heading[]>();
  for (const [page, indexes] of indexPages(blocks)) {
    let opensPage = true;
    for (let at = 0; at < indexes.length; at++) {
      const index = indexes[at] ?? 0;
      const block = blocks[index];
      const label = block === undefined ? '' : blockText(block).trim();
      const isNumber = isNumberAlone(label);
      if (!mayBe(block) || !(isNumber || readsAsHeading(block))) {
        opensPage = false;
        continue;
      }
      const next = blocks[indexes[at + 1] ?? -1];
      const isLabel = isNumber && mayBe(next) && readsAsHeading(next);
      if (isNumber && !isLabel && !readsAsHeading(block)) continue;
      const named = isLabel ? next : block;
      if (isLabel) at++;
      const title = (isLabel ? `${label} ${titleText(next)}` : titleText(block)).trim();
      if (!/\p{L}{2}/u.test(title)) continue;
      const titleEnd = isLabel ? index + 1 : index;
      const kind = kindOf(named);
      const heading: Heading = {
        title,
        page,
        block: index,
        titleEnd,
        size: named.lines[0]?.size ?? 0,
        number: readTitleNumber(title),
        opensPage,
        isStyled: isStyled(named),
        hasText: isText(blocks[titleEnd + 1]) || isText(blocks[titleEnd + 2]),
      };
      kinds.set(kind, [...(kinds.get(kind) ?? []), heading]);
    }
  }
  return kinds;
}
