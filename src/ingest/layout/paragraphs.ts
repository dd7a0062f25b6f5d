/** Joins lines into paragraphs, across columns, pages and floats. Pure. */
import type { PageText } from '../../core/document-reader.ts';
import type { Box } from '../../core/types.ts';
import type { Block, Line, Marker } from '../page-model.ts';
import { isFloat } from './floats.ts';
import { familyOf } from './font-family.ts';
import { bullet } from './item-labels.ts';
import { thresholds } from './thresholds.ts';
import { mendLineEnd, type Seam, type Vocabulary } from './vocabulary.ts';

/** The part of a paragraph's text in one line. */
interface Piece {
  line: Line;
  /** Its start in the line's text and in the paragraph's, and its length. */
  lineStart: number;
  textStart: number;
  length: number;
}

/** A paragraph's text, with its positions on the page. */
export interface Paragraph {
  text: string;
  pieces: Piece[];
  markers: PlacedMarker[];
}

/** A marker in a paragraph: its offset is of the paragraph's text. */
export interface PlacedMarker extends Marker {
  page: number;
  /** The baseline of its line, in points from the page's lower edge. */
  y: number;
}

/** Characters before a line end that tell how it is joined: more than a word or a link has. */
const longestEnd = 1000;

/** Joins lines into one text. `seamOf` decides how; by default it resolves hyphens. */
export function joinLines(
  lines: readonly Line[],
  vocabulary: Vocabulary,
  seamOf: (end: string, start: string, before: Line) => Seam = (end, start) =>
    mendLineEnd(end, start, vocabulary),
): Paragraph {
  const paragraph: Paragraph = { text: '', pieces: [], markers: [] };
  lines.forEach((line, index) => {
    const lead = index === 0 ? (bullet.exec(line.text)?.[0].length ?? 0) : 0;
    const previous = paragraph.pieces.at(-1);
    if (previous !== undefined) {
      const seam = seamOf(paragraph.text.slice(-longestEnd), line.text, previous.line);
      const end = paragraph.text.length - seam.cut;
      paragraph.text = paragraph.text.slice(0, end) + seam.glue;
      previous.length -= seam.cut;
      for (const marker of paragraph.markers) marker.offset = Math.min(marker.offset, end);
    }
    const textStart = paragraph.text.length;
    const length = line.text.length - lead;
    paragraph.pieces.push({ line, lineStart: lead, textStart, length });
    paragraph.markers.push(
      ...line.markers.map(({ labels, offset }) => ({
        labels,
        offset: textStart + Math.max(0, offset - lead),
        page: line.page,
        y: line.y,
      })),
    );
    paragraph.text += line.text.slice(lead);
  });
  paragraph.text = paragraph.text.replace(/\u00ad$/, '');
  return paragraph;
}

/** The pages of a part of a paragraph, ascending. */
export function pagesOf(paragraph: Paragraph, start: number, end: number): number[] {
  const pages = new Set<number>();
  for (const piece of paragraph.pieces) {
    if (piece.textStart < end && piece.textStart + piece.length > start) pages.add(piece.line.page);
  }
  return [...pages].sort((a, b) => a - b);
}

/** Ascent and descent of the highlight in ems: what covers the letters of the common text faces. */
const ascent = 0.8;
const descent = 0.25;

/** The page that lines stand on, as it is read. */
export type PageFrame = Pick<PageText, 'width' | 'height' | 'turned'>;

const round = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;

type Area = Omit<Box, 'page'>;

/** An area of a page that was turned to be read, on the page as shown. */
const turnBack = ({ x, y, width, height }: Area, turned: 90 | 270): Area =>
  turned === 90
    ? { x: y, y: 1 - x - width, width: height, height: width }
    : { x: 1 - y - height, y: x, width: height, height: width };

/** What letters of a line take, in points from the page's lower edge. */
export const heightOf = ({ y, size }: Pick<Line, 'y' | 'size'>) => ({
  top: y + size * ascent,
  bottom: y - size * descent,
});

/** An area in points from the page's lower left corner, as a rectangle of the page as it is shown. */
export function boxAt(
  page: number,
  { left, right, top, bottom }: Record<'left' | 'right' | 'top' | 'bottom', number>,
  { width, height, turned }: PageFrame,
): Box {
  const area = {
    x: left / width,
    y: (height - top) / height,
    width: (right - left) / width,
    height: (top - bottom) / height,
  };
  const shown = turned === undefined ? area : turnBack(area, turned);
  return {
    page,
    x: round(shown.x),
    y: round(shown.y),
    width: round(shown.width),
    height: round(shown.height),
  };
}

/** One rectangle per line for a part of a paragraph, in shares of the page. */
export function boxesOf(
  paragraph: Paragraph,
  start: number,
  end: number,
  frameOf: (page: number) => PageFrame,
): Box[] {
  return paragraph.pieces.flatMap((piece) => {
    const from = Math.max(start, piece.textStart);
    const to = Math.min(end, piece.textStart + piece.length);
    if (from >= to) return [];
    const { line } = piece;
    const left = line.edges[piece.lineStart + from - piece.textStart] ?? line.x;
    const right = line.edges[piece.lineStart + to - piece.textStart] ?? line.right;
    return [boxAt(line.page, { left, right, ...heightOf(line) }, frameOf(line.page))];
  });
}

const closingMark = /[.!?:;…]["'”’»)\]]*$/;
/** A sentence that breaks off with a lower-case word: whatever text comes next continues it, even a name. */
const unfinished = /[\p{L}\p{N}].{60,}(?:^|[\s-])\p{Ll}[\p{Ll}’']*,?$/su;
const openStart = /^[\p{Ll}\d(),;]/u;

/** The right edge of each column of each page, from its body lines. */
export function columnEdges(blocks: readonly Block[]): (line: Line) => { left: number; right: number } {
  const edges = new Map<string, { left: number; right: number }>();
  const key = (line: Line) => `${line.page}/${line.column ?? '-'}`;
  for (const block of blocks) {
    if (block.kind !== 'body' || isFloat(block)) continue;
    for (const line of block.lines) {
      const known = edges.get(key(line));
      edges.set(key(line), {
        left: Math.min(known?.left ?? line.x, line.x),
        right: Math.max(known?.right ?? line.right, line.right),
      });
    }
  }
  return (line) => edges.get(key(line)) ?? { left: line.x, right: line.right };
}

function sameFace(a: Line, b: Line): boolean {
  return familyOf(a.font) === familyOf(b.font) && Math.abs(a.size - b.size) < 0.4;
}

/** Whether text set as a float breaks off at the foot of a page and continues in a float on the next. */
export function continuesFloat(block: Block, next: Block): boolean {
  const last = block.lines.at(-1);
  const first = next.lines[0];
  if (last === undefined || first === undefined || !sameFace(last, first)) return false;
  return first.page === last.page + 1 && !closingMark.test(last.text);
}

/** What stands above an entry of a list of references: "[SP800-63]". */
const entryLabel = /^\[[^\]]{2,30}\]$/;

/** Whether body block `next` continues the last paragraph of `block`. */
export function continuesParagraph(
  block: Block,
  next: Block,
  edgeOf: (line: Line) => { left: number; right: number },
): boolean {
  const last = block.lines.at(-1);
  const first = next.lines[0];
  if (last === undefined || first === undefined || !sameFace(last, first)) return false;
  if (bullet.test(first.text) || entryLabel.test(first.text)) return false;
  const { fullLine, longLine } = thresholds.paragraph;
  const edge = edgeOf(last);
  const isFull = last.right >= edge.right - fullLine;
  const moved = last.page !== first.page || last.column !== first.column;
  if (closingMark.test(last.text)) return moved && isFull && openStart.test(first.text);
  if (
    !bullet.test(block.lines[0]?.text ?? '') &&
    unfinished.test(
      block.lines
        .slice(-3)
        .map((line) => line.text)
        .join(' '),
    )
  )
    return true;
  const firstEdge = edgeOf(first);
  const isLong = (line: Line, within: { left: number; right: number }) =>
    line.right - line.x >= (within.right - within.left) * longLine;
  return (
    openStart.test(first.text) ||
    isFull ||
    /[\u2010\u00ad-]$/.test(last.text) ||
    (isLong(last, edge) && isLong(first, firstEdge))
  );
}
