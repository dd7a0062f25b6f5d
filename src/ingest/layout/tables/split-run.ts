/** Parts a run of rows into the tables that it holds: one below the other, without a title or text between them. Pure. */
import { areFigures, isYear, pieceText, type Row } from './words.ts';

/** Times the usual distance between the rows above: a gap before another table. */
const apart = 1.4;
/** So many rows of a table, and of the heads of the next one at most. */
const leastRows = 2;
const mostHeads = 6;
/** Points. */
const sameEdge = 3;

const figuresIn = ({ pieces }: Row): string[] =>
  pieces
    .slice(1)
    .map(pieceText)
    .filter((text) => areFigures(text) && !isYear(text));
/** Whether a row has figures that are no years. */
export const hasFigures = (row: Row): boolean => figuresIn(row).some((text) => /\d/.test(text));

const textsOf = ({ pieces }: Row): string[] => pieces.map(pieceText).filter((text) => !areFigures(text));

/** Whether a row stands in the middle of a whole table, labels included, as its title does. */
export function isCentred(row: Row, table: readonly Row[]): boolean {
  const left = Math.min(...table.map(({ pieces }) => pieces[0]?.x ?? 0));
  const right = Math.max(...table.map(({ pieces }) => pieces.at(-1)?.right ?? 0));
  const [from, to] = [row.pieces[0]?.x ?? 0, row.pieces.at(-1)?.right ?? 0];
  return Math.abs(from + to - left - right) <= 3 * row.size;
}

/** Whether a row begins right of where a table's labels do. */
const isOverColumns = (row: Row, table: readonly Row[]): boolean =>
  (row.pieces[0]?.x ?? 0) > Math.min(...table.map(({ pieces }) => pieces[0]?.x ?? 0)) + sameEdge;

/**
 * Whether the rows from one on are the heads of a table: over its columns, several beside each other or one that the table
 * above has too, and without figures. A label over some of the rows of one table stands alone.
 */
function startsWithHeads(rows: readonly Row[], at: number, above: readonly Row[]): boolean {
  const [first] = rows.slice(at);
  // "—" stands for a figure.
  const data = rows.slice(at, at + 1 + mostHeads).findIndex((row) => figuresIn(row).length > 0);
  if (first === undefined || data < 1) return false;
  const known = new Set(above.slice(0, mostHeads).flatMap(textsOf));
  const isOver = first.pieces.length > 1 || isOverColumns(first, above);
  const heads = rows.slice(at, at + data);
  return (
    isOver &&
    (heads.some(({ pieces }) => pieces.length > 1) || textsOf(first).some((text) => known.has(text)))
  );
}

/** Rows of a table without those at its end that are the title of the next one, and of these the heads that it begins with. */
function takeTitle(rows: readonly Row[]): { own: Row[]; heads: Row[] } {
  const end = rows.findLastIndex(({ pieces }) => pieces.length > 1) + 1;
  const own = rows.slice(0, end);
  const isTitle = (row: Row) => !isOverColumns(row, own) || isCentred(row, own);
  return { own, heads: rows.slice(Math.max(end, rows.findLastIndex(isTitle) + 1)) };
}

/** The widest distance between rows since the last one of several pieces: a title may stand between two tables. */
const gapAbove = (open: readonly Row[], row: Row): number => {
  const near = [...open.slice(open.findLastIndex(({ pieces }) => pieces.length > 1)), row];
  return Math.max(0, ...near.slice(1).map(({ y }, index) => (near[index]?.y ?? 0) - y));
};

/** The rows of each table. */
export function splitRun(run: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let open: Row[] = [];
  run.forEach((row, at) => {
    const distances = open.slice(1).map(({ y }, index) => (open[index]?.y ?? 0) - y);
    const usual = distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
    const gap = gapAbove(open, row);
    const isNext =
      open.filter(hasFigures).length >= Math.max(leastRows, open.length / 3) &&
      gap > apart * usual &&
      startsWithHeads(run, at, open);
    if (isNext) {
      const { own, heads } = takeTitle(open);
      parts.push(own);
      open = heads;
    }
    open.push(row);
  });
  return open.length === 0 ? parts : [...parts, open];
}
