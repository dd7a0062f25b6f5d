/** Fills pages with lines, column by column, with notes at the foot of the columns that name them. */

import type { DocumentDesign } from './document-design.ts';
import { widthOf } from './helvetica.ts';
import type { PdfLine } from './make-pdf.ts';

/** In points. */
export const margin = { side: 48, top: 64, bottom: 52, gutter: 18 } as const;
const leading = 1.3;
/** Above the first note of a column. */
const footGap = 10;
const noteSize = 0.8;

/** A line of a note; it says where it comes to stand. */
export interface FootLine {
  set: (x: number, y: number) => PdfLine[];
  onPage: (page: number) => void;
}

/** One that waits for the foot of its column. */
interface WaitingLine {
  line: FootLine;
  /** Of the column, where it is known yet: a line that was carried over stands in the next one, whichever it is. */
  left?: number;
}

export interface FilledPage {
  lines: PdfLine[];
  drawing: string;
}

export interface PageFiller {
  pages: FilledPage[];
  /** From 1. */
  page(): number;
  /** Of a line: from its column's left edge to the right one. */
  measure(): number;
  /** The left edge of the column. */
  left(): number;
  /** Goes down so many points, to the next column where these are not left, and gives the height there. */
  down(points: number, foot?: readonly FootLine[]): number;
  add(...lines: PdfLine[]): void;
  draw(operators: string): void;
  /** @param hasHead none stands over a page that a chapter opens. */
  newPage(hasHead?: boolean): void;
  setColumns(count: 1 | 2, depth?: number): void;
  /** What stands over the pages from the next one on. */
  setHead(text: string): void;
  close(): void;
}

export const lineHeight = (size: number): number => size * leading;
export const noteSizeOf = ({ size }: DocumentDesign): number => size * noteSize;

export function createPageFiller(design: DocumentDesign): PageFiller {
  const [width, height] = design.page;
  const noteHeight = lineHeight(noteSizeOf(design));
  const pages: FilledPage[] = [];
  let columns: 1 | 2 = 1;
  let column = 0;
  let top = 0;
  let bottom: number = margin.bottom;
  let y = 0;
  let deepest = 0;
  let foot: WaitingLine[] = [];
  let carried: FootLine[] = [];
  let head = '';
  const here = () => pages.at(-1) ?? { lines: [], drawing: '' };
  const footHeight = (lines: number) => (lines === 0 ? 0 : lines * noteHeight + footGap);
  const measure = () => (width - 2 * margin.side - (columns - 1) * margin.gutter) / columns;
  const left = () => margin.side + column * (measure() + margin.gutter);
  const closeColumn = () => {
    deepest = Math.min(deepest, y);
    foot.forEach(({ line, left: own = left() }, index) => {
      line.onPage(pages.length);
      here().lines.push(...line.set(own, margin.bottom + (foot.length - 1 - index) * noteHeight));
    });
    foot = carried.map((line) => ({ line }));
    carried = [];
  };
  const addFurniture = (hasHead: boolean) => {
    const { numbers } = design;
    const number = (numbers?.first ?? 0) + pages.length - 1;
    const at = (text: string, x: number, height: number) =>
      here().lines.push({ text, x, y: height, size: 8, face: 'regular' });
    if (head !== '' && hasHead) at(head, margin.side, height - 36);
    if (numbers === undefined || number < 1) return;
    const numberWidth = widthOf(String(number), 8);
    if (numbers.at === 'foot') at(String(number), (width - numberWidth) / 2, 28);
    else at(String(number), width - margin.side - numberWidth, height - 36);
  };
  const newPage = (hasHead = true) => {
    if (pages.length > 0) closeColumn();
    pages.push({ lines: [], drawing: '' });
    column = 0;
    top = height - margin.top;
    y = top;
    deepest = top;
    bottom = margin.bottom;
    addFurniture(hasHead);
  };
  const nextColumn = () => {
    if (column + 1 >= columns) {
      newPage();
      return;
    }
    closeColumn();
    column++;
    y = top;
  };
  /** Lets the notes of the text that ends here end too, in a column more where they need it. */
  const endNotes = () => {
    if (carried.length > 0) nextColumn();
  };
  newPage();
  return {
    pages,
    page: () => pages.length,
    measure,
    left,
    down(points, added = []) {
      const least = Math.min(added.length, 2);
      if (y - points < Math.max(bottom, margin.bottom + footHeight(foot.length + least))) nextColumn();
      const free = Math.floor((y - points - margin.bottom - footGap) / noteHeight) - foot.length;
      const room = Math.max(0, free);
      foot.push(...added.slice(0, room).map((line) => ({ line, left: left() })));
      carried.push(...added.slice(room));
      y -= points;
      return y;
    },
    add: (...lines) => here().lines.push(...lines),
    draw: (operators) => {
      here().drawing += `${operators}\n`;
    },
    newPage(hasHead) {
      endNotes();
      newPage(hasHead);
    },
    setColumns(count, depth) {
      endNotes();
      deepest = Math.min(deepest, y);
      columns = count;
      column = 0;
      top = deepest;
      y = top;
      bottom = depth === undefined ? margin.bottom : top - depth;
    },
    setHead(text) {
      head = text;
    },
    close() {
      endNotes();
      closeColumn();
    },
  };
}
