/** Finds where the columns of a run of rows are parted. Pure. */
import { monthWord } from '../../../language/en/layout-words.ts';
import type { Word } from '../../page-model.ts';
import type { Ruling } from './ruling.ts';
import {
  areCurrency,
  areFigures,
  areSigns,
  figuresOf,
  isFigure,
  isYear,
  type Piece,
  pieceOf,
  pieceText,
  type Row,
} from './words.ts';

/** A strip between two columns. */
export interface Cut {
  left: number;
  right: number;
  /** Whether an upright line parts them. */
  isRuled: boolean;
}

interface Extent {
  x: number;
  right: number;
}

/** The strips that hardly any of the extents covers. */
function findStrips(extents: readonly Extent[], allowed: number, narrowest: number): Cut[] {
  const edges = extents
    .flatMap(({ x, right }) => [
      { x, step: 1 },
      { x: right, step: -1 },
    ])
    .sort((a, b) => a.x - b.x || a.step - b.step);
  const strips: Cut[] = [];
  let covering = 0;
  let start: number | null = null;
  for (const { x, step } of edges) {
    covering += step;
    if (covering <= allowed && start === null && step < 0) start = x;
    else if (covering > allowed && start !== null) {
      if (x - start >= narrowest) strips.push({ left: start, right: x, isRuled: false });
      start = null;
    }
  }
  return strips;
}

/** "12 345": thousands parted by a blank are one figure. */
const isThousands = (words: readonly Word[]): boolean =>
  words.every(({ text }, index) => (index === 0 ? /^[-–−(]?\d{1,3}$/ : /^\d{3}[)%]?$/).test(text));

/** What a piece covers: figures that stand close together may be in several columns. */
const extentsOf = (piece: Piece): Extent[] =>
  areFigures(pieceText(piece)) && !isThousands(piece.words) ? figuresOf(piece) : [piece];

/** Leaves out the strips between figures and signs that stand in a column: before a percent sign, behind a currency. */
function joinSigns(cuts: readonly Cut[], words: readonly Piece[]): Cut[] {
  const within = (left: number, right: number) =>
    words.filter((piece) => piece.x >= left - 1 && piece.right <= right + 1);
  return cuts.filter(({ left, right }, index) => {
    const before = within(cuts[index - 1]?.right ?? Number.NEGATIVE_INFINITY, left);
    const after = within(right, cuts[index + 1]?.left ?? Number.POSITIVE_INFINITY);
    const isBehind = before.length > 0 && areCurrency(before);
    return !isBehind && !(after.length > 0 && areSigns(after) && !areCurrency(after));
  });
}

/** @param run rows of a table, whose fullest rows show its columns: heads span several of them. */
export function findCuts(run: readonly Row[], ruling: Ruling): Cut[] {
  const counts = run.map((row) => row.pieces.length).sort((a, b) => a - b);
  const most = counts[Math.floor(counts.length * 0.9)] ?? 0;
  const full = run.filter((row) => row.pieces.length >= Math.max(2, most * 0.6));
  // Years are heads, and stand otherwise in their columns than figures.
  const figured = full.filter(({ pieces }) =>
    pieces.slice(1).some((piece) => areFigures(pieceText(piece)) && !isYear(pieceText(piece))),
  );
  // Heads may span columns: where there are figures, those tell.
  const telling = figured.length >= 3 && figured.length >= full.length / 2 ? figured : full;
  const extents = telling.flatMap((row) => row.pieces.flatMap(extentsOf));
  const all = run.flatMap((row) => row.pieces);
  const words = telling.flatMap((row) =>
    row.pieces.flatMap((piece) => piece.words.map((word) => pieceOf([word]))),
  );
  const cuts = joinSigns(findStrips(extents, Math.floor(telling.length * 0.06), 1), words);
  const top = Math.max(...run.map((row) => row.y + row.size));
  const bottom = Math.min(...run.map((row) => row.y));
  for (const { at, from, to } of ruling.upright) {
    const height = Math.min(to, top) - Math.max(from, bottom);
    const known = cuts.find((cut) => cut.left - 2 <= at && cut.right + 2 >= at);
    if (height < (top - bottom) * 0.4) continue;
    if (known !== undefined) known.isRuled = true;
    else if (all.some(({ right }) => right <= at + 1) && all.some(({ x }) => x >= at - 1))
      cuts.push({ left: at - 0.5, right: at + 0.5, isRuled: true });
  }
  return cuts.sort((a, b) => a.left - b.left);
}

/** In ems: a strip cuts a piece between words so far apart; before a figure, a blank is enough. */
const cutGap = 0.45;
const figureGap = 0.15;
/** Heads of two columns are so far apart, where each stands over its own as its cells do. */
const headGap = 0.33;
/** Or where so much of the strip is free: the words of a head over two columns reach into it. */
const free = 0.6;

/** @param end the right edge of the piece. */
function fallsBetween(
  { left, right }: Cut,
  last: Word,
  next: Word,
  { end, isLabel }: { end: number; isLabel: boolean },
): boolean {
  const gap = next.x - last.right;
  if (left >= next.x || right <= last.right || gap < figureGap * next.size) return false;
  const near = 0.3 * next.size;
  const [endsBefore, startsAfter] = [last.right <= left + near, next.x >= right - near];
  if (startsAfter && isFigure(next.text) && (endsBefore || isLabel || isFigure(last.text))) return true;
  if (gap >= cutGap * next.size && (startsAfter || (endsBefore && end > right))) return true;
  return Math.min(right, next.x) - Math.max(left, last.right) >= free * (right - left);
}

/** Whether words stand in a column as its cells do: at its left, its right or in its middle. */
function fits(words: readonly Word[], cuts: readonly Cut[]): boolean {
  const piece = pieceOf([...words]);
  const middle = (piece.x + piece.right) / 2;
  const left = cuts.findLast((cut) => cut.right <= middle)?.right;
  const right = cuts.find((cut) => cut.left >= middle)?.left;
  const em = 0.6 * (words[0]?.size ?? 0);
  const isNear = (a: number, b: number | undefined) => b !== undefined && Math.abs(a - b) <= em;
  return (
    isNear(piece.x, left) ||
    isNear(piece.right, right) ||
    (left !== undefined && right !== undefined && isNear(middle, (left + right) / 2))
  );
}

/** Whether words go on within a date: "MAY" and "31,", "January 28," and "2023". */
function isWithinDate(words: readonly Word[], next: Word): boolean {
  const [last = '', before = ''] = words
    .slice(-2)
    .reverse()
    .map(({ text }) => text);
  const isDay = monthWord.test(last) && /^\d{1,2},?$/.test(next.text);
  const isYear = monthWord.test(before) && /^\d{1,2},$/.test(last) && /^\d{4}\b/.test(next.text);
  return isDay || isYear;
}

/** How many round brackets are open after words: what stands in them is not cut, nor is a currency sign off its figure. */
const bracketsIn = (words: readonly Word[]): number =>
  words.reduce((open, { text }) => open + text.split('(').length - text.split(')').length, 0);

function splitWords(words: readonly Word[], isCut: (last: Word, next: Word) => boolean): Word[][] {
  const parts: Word[][] = [];
  for (const word of words) {
    const open = parts.at(-1);
    const last = open?.at(-1);
    const isOpen = open !== undefined && bracketsIn(open) > 0;
    const isAmount = last !== undefined && areCurrency([pieceOf([last])]) && isFigure(word.text);
    const isDate = open !== undefined && isWithinDate(open, word);
    if (open === undefined || last === undefined || (!isOpen && !isAmount && !isDate && isCut(last, word)))
      parts.push([word]);
    else open.push(word);
  }
  return parts;
}

/** Cuts a piece where strips between columns fall between its words. */
export function cutAt(piece: Piece, cuts: readonly Cut[]): Piece[] {
  const inside = cuts.filter(({ left, right }) => right > piece.x && left < piece.right);
  if (inside.length === 0) return [piece];
  const split = splitWords(piece.words, (last, next) =>
    inside.some(({ left, right }) => {
      const gap = next.x - last.right;
      const open = Math.min(right, next.x) - Math.max(left, last.right);
      return gap >= headGap * next.size && open >= gap / 2;
    }),
  );
  const parts =
    split.length > 1 && split.every((words) => fits(words, cuts))
      ? split
      : splitWords(piece.words, (last, next) =>
          inside.some((cut) => fallsBetween(cut, last, next, { end: piece.right, isLabel: cut === cuts[0] })),
        );
  return parts.map(pieceOf);
}

const share = ({ x, right }: Piece, left: number, end: number): number =>
  (Math.min(right, end) - Math.max(x, left)) / Math.min(right - x, end - left);

/** Where a piece stands: over columns that it covers a good part of, or between two. */
export interface Standing {
  column: number;
  columnEnd: number;
  /** Whether it stands in the strip between the two, and whether in its middle. */
  isBetween: boolean;
  isCentred: boolean;
}

export function standingOf(piece: Piece, cuts: readonly Cut[]): Standing {
  const edges = [0, ...cuts.flatMap(({ left, right }) => [left, right])];
  const over = Array.from({ length: cuts.length + 1 }, (_, column) => {
    const left = column === 0 ? Number.NEGATIVE_INFINITY : (edges[column * 2] ?? 0);
    const end = column === cuts.length ? Number.POSITIVE_INFINITY : (edges[column * 2 + 1] ?? 0);
    return share(piece, left, end);
  });
  const known = { isBetween: false, isCentred: false };
  const first = over.findIndex((value) => value >= 0.35);
  if (first >= 0) return { column: first, columnEnd: over.findLastIndex((value) => value >= 0.35), ...known };
  const middle = (piece.x + piece.right) / 2;
  const before = cuts.filter((cut) => (cut.left + cut.right) / 2 < middle).length;
  const at = cuts.findIndex(({ left, right }) => left < middle && right > middle);
  const strip = cuts[at];
  if (strip === undefined) return { column: before, columnEnd: before, ...known };
  const offset = Math.abs(middle - (strip.left + strip.right) / 2);
  return {
    column: at,
    columnEnd: at + 1,
    isBetween: true,
    isCentred: offset <= (strip.right - strip.left) / 4,
  };
}
