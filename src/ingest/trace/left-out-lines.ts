/** Finds the lines that no passage has, and why: told by where they stand, whatever rule took them. Pure. */
import type {
  Box,
  LeftOutAs,
  LeftOutLine,
  Note,
  Passage,
  TracedHeading,
  TracedTable,
} from '../../core/types.ts';
import { boxAt, heightOf, type PageFrame } from '../layout/paragraphs.ts';
import type { Block, Line } from '../page-model.ts';

export interface PlacedLine {
  line: Line;
  box: Box;
}

interface Found {
  furniture: ReadonlySet<Line>;
  contentsPages: ReadonlySet<number>;
  blocks: readonly Block[];
  passages: readonly Passage[];
  notes: readonly Note[];
  headings: readonly TracedHeading[];
  tables: readonly TracedTable[];
  frameOf: (page: number) => PageFrame;
}

/** Of its area, a line has so much in the boxes of what took it. */
const leastShare = 0.5;

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Tells whether a box lies, by most of its area, within these. */
function coverOf(boxes: Iterable<Box>): (box: Box) => boolean {
  const onPage = new Map<number, Box[]>();
  for (const box of boxes) {
    const own = onPage.get(box.page);
    if (own === undefined) onPage.set(box.page, [box]);
    else own.push(box);
  }
  return (box) => {
    const shared = (onPage.get(box.page) ?? []).reduce((sum, other) => sum + sharedArea(box, other), 0);
    return shared >= leastShare * box.width * box.height;
  };
}

/** What blocks of a kind are left out as. */
const leftOutKinds: Partial<Record<Block['kind'], LeftOutAs>> = {
  caption: 'caption',
  label: 'label',
  quote: 'pull quote',
};

/** A line of a paragraph, which no title in contents is: it begins in small letters, has so many words, and no page behind them. */
const isParagraphLine = (text: string) =>
  /^\p{Ll}.*\D$/u.test(text) && text.trim().split(/\s+/).length >= paragraphWords;
const paragraphWords = 8;

const lettersOnly = (text: string) => text.replace(/\s/gu, '');

/** What a table has as its title and its heads is printed with its rows. */
function isInTable(box: Box, text: string, tables: readonly TracedTable[]): boolean {
  return tables.some(
    ({ caption, box: table }) =>
      table.page === box.page && caption !== null && lettersOnly(caption).includes(lettersOnly(text)),
  );
}

export function findLeftOut(lines: readonly PlacedLine[], found: Found): LeftOutLine[] {
  const { furniture, contentsPages, blocks, passages, notes, headings, tables, frameOf } = found;
  const isRead = coverOf([
    ...passages.flatMap(({ sentences }) => sentences.flatMap(({ boxes }) => boxes)),
    ...notes.flatMap(({ boxes }) => boxes),
    ...headings.flatMap(({ boxes }) => boxes),
    ...tables.map(({ box }) => box),
  ]);
  const kinds = Object.entries(leftOutKinds).map(([kind, as]) => {
    const own = blocks.filter((block) => block.kind === kind).flatMap((block) => block.lines);
    const boxes = own.map((line) =>
      boxAt(line.page, { left: line.x, right: line.right, ...heightOf(line) }, frameOf(line.page)),
    );
    return { as, isOf: coverOf(boxes) };
  });
  const reasonOf = ({ line, box }: PlacedLine): LeftOutAs | null => {
    if (furniture.has(line)) return 'running head';
    if (isRead(box) || isInTable(box, line.text, tables)) return null;
    const kind = kinds.find(({ isOf }) => isOf(box));
    if (kind !== undefined) return kind.as;
    return contentsPages.has(line.page) && !isParagraphLine(line.text) ? 'contents' : 'lost';
  };
  return lines.flatMap((placed) => {
    const as = placed.line.text.trim() === '' ? null : reasonOf(placed);
    return as === null ? [] : [{ as, text: placed.line.text, box: placed.box }];
  });
}
