/** Finds printed lists among paragraphs: their items, and the paragraphs that they stand below. Pure. */
import type { Block, Line } from '../page-model.ts';
import { bullet, endsShort, follows, type ItemLabel, isFirst, itemLabelOf } from './item-labels.ts';
import { thresholds } from './thresholds.ts';

/** What a paragraph is to the lists of its chapter, which are counted from 1. */
export interface ListPlace {
  /** The list of which it opens an item. */
  item?: number;
  /** The list that stands below it. */
  announces?: number;
}

export type ListedParagraph = readonly Block[];

/** A list while its items are gathered. */
interface OpenList {
  /** The bullet before its items, the label of the last one, or neither: they are only set in. */
  mark: string | ItemLabel | undefined;
  /** The left edge of its last item, and where that stands. */
  edge: Line;
  items: ListedParagraph[];
  announcement: ListedParagraph | undefined;
}

const { sameEdge, leastIndent } = thresholds.item;

/** The end of an item: "…;", "… and". */
const ends = /[.:;!?]["”’)]*(?:\s\p{L}{1,3})?$/u;
const announcing = /[:：]["”’)]*$/u;

/** The line of a paragraph's first block that begins furthest to the left. */
function edgeOf([block]: ListedParagraph): Line | undefined {
  return block && [...block.lines].sort((a, b) => a.x - b.x)[0];
}

const firstLine = (paragraph: ListedParagraph): string => paragraph[0]?.lines[0]?.text ?? '';
const lastLine = (paragraph: ListedParagraph): string => paragraph.at(-1)?.lines.at(-1)?.text ?? '';

/** The label of a block that may open an item. */
export const labelOf = ({ lines: [line] }: Block): ItemLabel | undefined => line && itemLabelOf(line.text);

/**
 * Whether a block opens an item: that behind one of these labels, or the first below what announces it or set in from it.
 * @param paragraph the one above, which the block may go on with.
 */
export function opensItem(block: Block, paragraph: ListedParagraph, labels: readonly ItemLabel[]): boolean {
  const label = labelOf(block);
  if (label === undefined) return false;
  const isNext = labels.some((before) => follows(label, before));
  // A sentence with items of its own goes on over a page.
  if (isNext)
    return (
      !/^\(/u.test(label.text) ||
      ends.test(lastLine(paragraph)) ||
      endsShort(paragraph.at(-1)?.lines ?? [], block.lines[0])
    );
  const [edge, above] = [edgeOf([block]), edgeOf(paragraph)];
  const isSetIn = edge !== undefined && above !== undefined && (indentOf(edge, above) ?? 0) >= leastIndent;
  return isFirst(label) && (isSetIn || announcing.test(lastLine(paragraph)));
}

/** How far to the right of another a line begins, in points; unknown where they are of two columns or pages. */
function indentOf(line: Line, from: Line): number | undefined {
  return line.page === from.page && line.column === from.column ? line.x - from.x : undefined;
}

/** Whether an item with this bullet or label is the next of a list. */
function isNextOf(list: OpenList, mark: string | ItemLabel, edge: Line): boolean {
  if (typeof mark !== 'string') return typeof list.mark === 'object' && follows(mark, list.mark);
  return list.mark === mark && Math.abs(indentOf(edge, list.edge) ?? 0) <= sameEdge;
}

/** The lists of one chapter: those with an item to come, the innermost last, and all. */
class Lists {
  readonly all: OpenList[] = [];
  private open: OpenList[] = [];
  /** The paragraph above. */
  private above: ListedParagraph | undefined;

  /** Headings end all lists, and announce none. */
  part(): void {
    this.open = [];
    this.above = undefined;
  }

  read(paragraph: ListedParagraph): void {
    const edge = edgeOf(paragraph);
    if (edge === undefined) return;
    const mark = bullet.exec(firstLine(paragraph))?.[0].trim() ?? itemLabelOf(firstLine(paragraph));
    if (mark !== undefined) this.readMarked(paragraph, mark, edge);
    else this.readPlain(paragraph, edge);
    this.above = paragraph;
  }

  private readMarked(paragraph: ListedParagraph, mark: string | ItemLabel, edge: Line): void {
    const at = this.open.findLastIndex((list) => isNextOf(list, mark, edge));
    const own = this.open[at];
    // What is announced behind a list, at the left of it, is another list.
    const isAnother = typeof mark === 'string' && this.announces() && own?.items.at(-1) !== this.above;
    if (own !== undefined && !isAnother) {
      this.open.splice(at + 1);
      own.items.push(paragraph);
      Object.assign(own, { mark, edge });
    } else if (typeof mark === 'string' || isFirst(mark)) {
      if (own !== undefined) this.open.splice(at);
      this.begin(paragraph, mark, edge);
    }
  }

  private readPlain(paragraph: ListedParagraph, edge: Line): void {
    this.open = this.open.filter((list) => (indentOf(edge, list.edge) ?? 0) >= -sameEdge);
    const own = this.open.at(-1);
    if (own !== undefined && own.mark === undefined && indentOf(edge, own.edge) !== undefined) {
      if ((indentOf(edge, own.edge) ?? 0) > sameEdge) return;
      own.items.push(paragraph);
      own.edge = edge;
      return;
    }
    const announcement = this.announces() ? this.above && edgeOf(this.above) : undefined;
    const isSetIn = announcement !== undefined && (indentOf(edge, announcement) ?? 0) >= leastIndent;
    if (isSetIn) this.begin(paragraph, undefined, edge);
  }

  private announces(): boolean {
    return this.above !== undefined && announcing.test(lastLine(this.above));
  }

  private begin(paragraph: ListedParagraph, mark: OpenList['mark'], edge: Line): void {
    const list = { mark, edge, items: [paragraph], announcement: this.above };
    this.open.push(list);
    this.all.push(list);
  }
}

/**
 * The places of paragraphs in the lists of their chapter: bulleted, numbered, lettered ones, and those that are only set in
 * below what announces them. One item alone is no list.
 * @param parts the paragraphs in reading order; null for what ends a list: a heading.
 */
export function findLists(parts: readonly (ListedParagraph | null)[]): Map<ListedParagraph, ListPlace> {
  const lists = new Lists();
  for (const part of parts) {
    if (part === null) lists.part();
    else lists.read(part);
  }
  const places = new Map<ListedParagraph, ListPlace>();
  const add = (paragraph: ListedParagraph, place: ListPlace) =>
    places.set(paragraph, { ...places.get(paragraph), ...place });
  lists.all
    .filter(({ items }) => items.length > 1)
    .forEach(({ items, announcement }, index) => {
      for (const item of items) add(item, { item: index + 1 });
      if (announcement !== undefined) add(announcement, { announces: index + 1 });
    });
  return places;
}
