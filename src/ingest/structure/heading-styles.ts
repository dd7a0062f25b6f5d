/** Which styles of a document are those of headings, told by how they are used. Pure but for the marks on the blocks. */
import { captionText } from '../../language/en/layout-words.ts';
import { countWords } from '../../text/count-words.ts';
import { isFloat } from '../layout/floats.ts';
import { familyOf } from '../layout/font-family.ts';
import { type Block, blockText, titleText } from '../page-model.ts';
import { styleOf } from './block-style.ts';
import { isInParagraph } from './in-paragraph.ts';
import { readTitleNumber } from './numbering.ts';

/** What a style is used for, over the document. */
interface Use {
  blocks: number;
  characters: number;
  pages: Set<number>;
  /** Blocks that end as sentences do, that are longer than a heading, and that text or another heading follows. */
  ended: number;
  long: number;
  followed: number;
  /** Blocks right below the title of a chapter: its author, or a subtitle. */
  belowTitle: number;
}

/** Characters. */
const longestHeading = 160;
/** What a style of headings may and must be. */
const limits = {
  blocks: 3,
  endedShare: 0.2,
  longShare: 0.1,
  followedShare: 0.6,
  characterShare: 0.05,
  belowTitleShare: 0.5,
};

/** Blocks a page of a style of headings: those that chapters may be among are rarer than those of sections in a dense report. */
const mostAPage = { anyLevel: 2, sections: 3 };

const isText = (block: Block) =>
  block.note === undefined &&
  block.lines[0]?.table === undefined &&
  !captionText.test(blockText(block).trim());

/** Whether a style stands out from that of the text: larger, bold, in capitals, in another face, or in italics. */
function standsOut(block: Block, body: Block): boolean {
  const [line] = block.lines;
  const [own] = body.lines;
  if (line === undefined || own === undefined || line.size < own.size * 0.9) return false;
  const isLarger = line.size >= own.size * 1.05;
  return (
    isLarger ||
    line.bold !== own.bold ||
    line.italic ||
    familyOf(line.font) !== familyOf(own.font) ||
    styleOf(block).isCapitals
  );
}

function usesOf(blocks: readonly Block[], chapterLevel: number): Map<string, Use> {
  const uses = new Map<string, Use>();
  blocks.forEach((block, at) => {
    if (!isText(block)) return;
    const { key } = styleOf(block);
    const use = uses.get(key) ?? {
      blocks: 0,
      characters: 0,
      pages: new Set(),
      ended: 0,
      long: 0,
      followed: 0,
      belowTitle: 0,
    };
    const text = blockText(block).trim();
    const next = blocks[at + 1];
    use.blocks++;
    use.characters += text.length;
    use.pages.add(block.page);
    if (/[.,;:!]["'”’)]*$/.test(text) || /^\p{Ll}(?!\))/u.test(text)) use.ended++;
    if (text.length > longestHeading || block.lines.length > 3) use.long++;
    if (next !== undefined && next.page - block.page <= 1 && isText(next) && styleOf(next).key !== key)
      use.followed++;
    const above = blocks[at - 1]?.heading;
    if (above !== undefined && above.level <= chapterLevel) use.belowTitle++;
    uses.set(key, use);
  });
  return uses;
}

/** The keys of the styles that are those of headings. */
function stylesOf(
  blocks: readonly Block[],
  body: Block,
  chapterLevel: number,
  mostBlocks: number,
): ReadonlySet<string> {
  const uses = usesOf(blocks, chapterLevel);
  const total = [...uses.values()].reduce((sum, { characters }) => sum + characters, 0);
  const isOfHeadings = (use: Use) =>
    use.blocks >= limits.blocks &&
    use.belowTitle <= use.blocks * limits.belowTitleShare &&
    use.ended <= use.blocks * limits.endedShare &&
    use.long <= use.blocks * limits.longShare &&
    use.followed >= use.blocks * limits.followedShare &&
    use.characters <= total * limits.characterShare &&
    use.blocks <= use.pages.size * mostBlocks;
  const examples = new Map(blocks.map((block) => [styleOf(block).key, block]));
  return new Set(
    [...uses]
      .filter(([key, use]) => {
        const example = examples.get(key);
        return example !== undefined && standsOut(example, body) && isOfHeadings(use);
      })
      .map(([key]) => key),
  );
}

/** The text's own style: that of most characters. */
function bodyBlock(blocks: readonly Block[]): Block | undefined {
  const characters = new Map<string, { count: number; block: Block }>();
  for (const block of blocks) {
    const { key } = styleOf(block);
    const known = characters.get(key);
    const count = (known?.count ?? 0) + blockText(block).length;
    characters.set(key, { count, block: known?.block ?? block });
  }
  return [...characters.values()].sort((a, b) => b.count - a.count)[0]?.block;
}

/** Tells whether a block is in one of the styles that a document sets headings in. */
export function headingStyles(blocks: readonly Block[]): (block: Block) => boolean {
  const body = bodyBlock(blocks.filter(isText));
  const styles = body === undefined ? new Set() : stylesOf(blocks, body, 0, mostAPage.anyLevel);
  return (block) => styles.has(styleOf(block).key);
}

/**
 * Marks the headings that neither outline nor contents name, by the styles of the document.
 * @param chapterLevel the level of chapters; headings in styles that no known heading has are below it.
 */
export function markByStyle(blocks: readonly Block[], chapterLevel: number): void {
  const body = bodyBlock(blocks.filter(isText));
  if (body === undefined) return;
  const styles = stylesOf(blocks, body, chapterLevel, mostAPage.sections);
  const known = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const block of blocks) {
    const { key, weight } = styleOf(block);
    if (!styles.has(key)) continue;
    weights.set(key, weight);
    if (block.heading !== undefined) known.set(key, Math.max(known.get(key) ?? 0, block.heading.level));
  }
  const levels = new Map<string, number>();
  for (const [key, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
    const heavier = [...levels]
      .filter(([other]) => (weights.get(other) ?? 0) > weight)
      .map(([, level]) => level);
    levels.set(key, known.get(key) ?? Math.max(chapterLevel, ...heavier) + 1);
  }
  for (const [at, block] of blocks.entries()) {
    const level = levels.get(styleOf(block).key);
    const text = blockText(block).trim();
    if (level === undefined || block.heading !== undefined || !isText(block)) continue;
    // Pull quotes are set as bold italics are; a number tells a heading.
    if (isFloat(block) && readTitleNumber(text) === null) continue;
    // A title may have a second line or a unit in brackets close below it; neither is a paragraph.
    const [above, below] = [blocks[at - 1], blocks[at + 1]].map((other) =>
      other === undefined || levels.has(styleOf(other).key) || /^\(.*\)$/.test(blockText(other).trim())
        ? undefined
        : other,
    );
    if (isInParagraph(block, above, below)) continue;
    const isSentence = /[.!]["'”’)]*$/.test(text) && countWords(text) > 5;
    const isTitle =
      text.length <= longestHeading &&
      /\p{L}{2}/u.test(text) &&
      /^(?:["“‘'(\d\p{Lu}]|\p{Ll}\)\s)/u.test(text) &&
      !/[,;]$/.test(text) &&
      !isSentence;
    if (isTitle) block.heading = { title: titleText(block).trim(), level, goesOn: false, isByStyle: true };
  }
}
