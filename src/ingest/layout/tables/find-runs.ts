/** Cuts a page's words into runs of rows that may be tables. Pure. */
import { captionText, leadsToTable } from '../../../language/en/layout-words.ts';
import type { Word } from '../../page-model.ts';
import type { Gutter } from '../columns.ts';
import type { Ruling } from './ruling.ts';
import { hasFigures, isCentred } from './split-run.ts';
import { areFigures, formRows, pieceText, type Row, rowText } from './words.ts';

/** Rows of text end a table; so many short ones between rows of cells do not. */
const mostSingle = 4;
/** Words of a head over several columns. */
const longestHead = 8;
/** Between the baselines of a table's rows, in ems; or times what is usual on the page, whose rows may be set apart. */
const widestLeading = 4;
const timesUsual = 2.4;

/** The usual distance between rows of several pieces and those above them, in points. */
function usualDistance(rows: readonly Row[]): number {
  const distances = rows
    .flatMap(({ y, pieces }, index) =>
      pieces.length > 2 && index > 0 ? [(rows[index - 1]?.y ?? 0) - y] : [],
    )
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

const widthOf = (row: Row): number => (row.pieces.at(-1)?.right ?? 0) - (row.pieces[0]?.x ?? 0);
const wordsIn = (row: Row): number => row.pieces.reduce((sum, piece) => sum + piece.words.length, 0);

/** A line of running text: one piece, long, in a column as wide. */
function isProse(row: Row, width: number): boolean {
  return (
    row.pieces.length === 1 &&
    ((wordsIn(row) >= 6 && widthOf(row) >= width * 0.6) || leadsToTable.test(rowText(row)))
  );
}

/** The mark of a note: "(a)", "1", "*". */
const noteMark = /^\(?(?:[a-z\d]{1,2}|[*†‡]+)\)?\.?$/;
/** Words of a note behind its mark. */
const leastNote = 5;
/** Times the size of a table: a heading above or below it. */
const headingSize = 1.3;

/** A note below a table, whose mark stands apart from its text. */
function isNote({ pieces }: Row): boolean {
  const [mark, text, ...rest] = pieces;
  if (mark === undefined || text === undefined || rest.length > 0) return false;
  return noteMark.test(pieceText(mark)) && text.words.length >= leastNote && !areFigures(pieceText(text));
}

/** Whether a row is in larger type than the rows of a table of figures. */
export function isLarger(row: Row, table: readonly Row[], times = headingSize): boolean {
  if (table.filter(hasFigures).length < 2) return false;
  const sizes = table.map(({ size }) => size).sort((a, b) => a - b);
  return row.size > times * (sizes[Math.floor(sizes.length / 2)] ?? row.size);
}

/** A heading below the rows of a table: at its left edge, in larger type. */
function isHeading(row: Row, open: readonly Row[]): boolean {
  const left = Math.min(...open.map(({ pieces }) => pieces[0]?.x ?? 0));
  return row.pieces.length === 1 && Math.abs((row.pieces[0]?.x ?? 0) - left) <= 3 && isLarger(row, open);
}

/** The rows above the first of several pieces that hold a head over some of its columns. */
function headsAbove(rows: readonly Row[], first: Row): Row[] {
  const start = rows.indexOf(first);
  const near = rows.slice(start, start + 6);
  const edge = Math.min(...near.map((row) => row.pieces[0]?.x ?? 0));
  const heads: Row[] = [];
  for (let at = start - 1; at >= 0; at--) {
    const [row, below] = [rows[at], rows[at + 1]];
    if (row === undefined || below === undefined || row.pieces.length > 1) break;
    const x = row.pieces[0]?.x ?? 0;
    const isOver =
      !isCentred(row, near) && x > edge + 3 * first.size && x < (first.pieces.at(-1)?.right ?? 0);
    if (
      !isOver ||
      row.y - below.y > 2 * row.size ||
      wordsIn(row) > longestHead ||
      captionText.test(rowText(row))
    )
      break;
    heads.unshift(row);
  }
  return heads;
}

/** Whether a long row ends before the second column of the rows above it starts, as a label does. */
const isLabelOf = (row: Row, open: readonly Row[]): boolean =>
  open.length > 0 &&
  !leadsToTable.test(rowText(row)) &&
  (row.pieces[0]?.right ?? 0) < Math.min(...open.flatMap(({ pieces }) => pieces.slice(1).map(({ x }) => x)));

/** Runs of rows that may be tables: rows of several pieces, with short rows between them. */
export function findRuns(rows: readonly Row[], ruling: Ruling): Row[][] {
  const width = Math.max(0, ...rows.map(widthOf));
  const usual = usualDistance(rows);
  const runs: Row[][] = [];
  let open: Row[] = [];
  let pending: Row[] = [];
  const close = () => {
    if (open.length > 0) runs.push(open);
    open = [];
    pending = [];
  };
  for (const row of rows) {
    const last = pending.at(-1) ?? open.at(-1);
    if (last !== undefined) {
      const widest = Math.max(widestLeading * Math.max(last.size, row.size), timesUsual * usual);
      const left = row.pieces[0]?.x ?? 0;
      const isJoined = ruling.upright.some(
        ({ at, from, to }) => at >= left - 20 && from <= row.y + 1 && to >= last.y - 1,
      );
      if (last.y - row.y > widest && !isJoined) close();
    }
    const text = rowText(row);
    const above = open.at(-1)?.pieces.slice(1) ?? [];
    // A line of a cell that is not the first of its row.
    const isWrapped =
      row.pieces.length === 1 &&
      last !== undefined &&
      last.y - row.y <= 1.7 * row.size &&
      above.some(({ x }) => Math.abs(x - (row.pieces[0]?.x ?? 0)) <= 2);
    if (open.length === 0 && row.pieces.length >= 2) open.push(...headsAbove(rows, row));
    if (open.length > 0 && (isNote(row) || isHeading(row, open))) {
      close();
      continue;
    }
    if (isWrapped && pending.length === 0) open.push(row);
    else if (row.pieces.length >= 2 && !(captionText.test(text) && wordsIn(row) >= 4)) {
      open.push(...pending, row);
      pending = [];
    } else if ((isProse(row, width) && !isLabelOf(row, open)) || captionText.test(text)) close();
    else if (open.length > 0) {
      pending.push(row);
      if (pending.length > mostSingle) close();
    }
  }
  close();
  return runs;
}

/** Rows of the whole page where its text is in one column, else of each column and of what crosses both. */
export function zonesOf(words: readonly Word[], gutter: Gutter | null, ruling: Ruling): Row[][] {
  const whole = formRows(words, ruling);
  if (gutter === null) return [whole];
  const middle = (gutter.left + gutter.right) / 2;
  const left = Math.min(...words.map(({ x }) => x));
  const right = Math.max(...words.map((word) => word.right));
  /** Whether a row holds a line of text in either column, and nothing across both. */
  const isColumns = ({ pieces }: Row): boolean => {
    if (pieces.some((piece) => piece.x < gutter.left && piece.right > gutter.right)) return false;
    const within = (from: number, to: number) => pieces.filter((piece) => piece.x < to && piece.right > from);
    const fills = (from: number, to: number) => {
      const own = within(from, to);
      const [only] = own;
      return (
        own.length === 1 &&
        only !== undefined &&
        only.words.length >= 4 &&
        only.right - only.x >= (to - from) * 0.6
      );
    };
    const beside = within(middle, right);
    // A label with its figures.
    if (beside.length > 0 && beside.every((piece) => areFigures(pieceText(piece)))) return false;
    return fills(left, middle) || fills(middle, right);
  };
  const flags = whole.map(isColumns);
  // What stands among lines in columns is in columns: a row counts with its neighbours.
  const inColumns = flags.map((_, index) => {
    const near = flags.slice(Math.max(0, index - 6), index + 7);
    return near.filter(Boolean).length * 4 >= near.length;
  });
  const zones: Row[][] = [];
  let band: Row[] = [];
  let isBand: boolean | undefined;
  const close = () => {
    if (band.length === 0) return;
    if (!isBand) zones.push(band);
    else {
      const own = band.flatMap((row) => row.pieces.flatMap((piece) => piece.words));
      zones.push(
        formRows(
          own.filter((word) => word.x < middle),
          ruling,
        ),
        formRows(
          own.filter((word) => word.x >= middle),
          ruling,
        ),
      );
    }
    band = [];
  };
  whole.forEach((row, index) => {
    if (isBand !== inColumns[index]) close();
    isBand = inColumns[index];
    band.push(row);
  });
  close();
  return zones;
}
