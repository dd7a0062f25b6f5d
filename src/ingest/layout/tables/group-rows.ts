/** Puts the rows of a page that are lines of the same cells together as the rows of a table. Pure. */
import { isYears } from './heads.ts';
import { cellText, type PlacedCell, type PlacedRow } from './place-row.ts';
import type { Ruling } from './ruling.ts';
import { isUnit } from './table-title.ts';
import { areFigures, pieceOf } from './words.ts';

const isFigures = (cell: PlacedCell): boolean => areFigures(cellText(cell));
const hasFigures = (row: PlacedRow): boolean => row.cells.some((cell) => cell.column > 0 && isFigures(cell));
/** A label with figures, which are not years: those stand beside a unit as heads, "(in thousands) | 2019 | 2018". */
export const isDataRow = (row: PlacedRow): boolean =>
  row.cells[0]?.column === 0 &&
  row.cells.some((cell) => cell.column > 0 && isFigures(cell) && !isYears(cellText(cell)));
const overlap = (a: PlacedCell, b: PlacedCell): boolean => a.column <= b.columnEnd && a.columnEnd >= b.column;

/** In ems: rows as close as this are one, whose cells are centred upon each other. */
const closerThanLines = 0.9;
/** Times the closest lines of a cell: what is farther apart is another row, where rows are set apart so. */
const withinCell = 1.15;

/** In ems: lines of one head are closer. */
export const headLeading = 1.5;

/** The distances between the lines of each column in ems, ascending. */
function lineDistances(rows: readonly PlacedRow[]): number[] {
  const lastOf = new Map<number, PlacedRow>();
  const distances: number[] = [];
  for (const row of rows) {
    for (const { column, columnEnd } of row.cells) {
      const last = lastOf.get(column);
      if (column !== columnEnd) continue;
      if (last !== undefined) distances.push((last.y - row.y) / Math.max(last.size, row.size));
      lastOf.set(column, row);
    }
  }
  return distances.sort((a, b) => a - b);
}

/** Times the usual distance between rows of figures: the lines of one label are as close as this. */
const withinLabel = 0.85;

/** The usual distance between rows with a label and figures that follow each other, in ems; 0 where there are none. */
function figurePitch(rows: readonly PlacedRow[]): number {
  const isWhole = (row: PlacedRow | undefined): row is PlacedRow =>
    row?.cells[0]?.column === 0 && hasFigures(row);
  const distances = rows.flatMap((row, index) => {
    const above = rows[index - 1];
    return isWhole(row) && isWhole(above) ? [(above.y - row.y) / Math.max(above.size, row.size)] : [];
  });
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
}

/** Whether a row's label goes on from one that has no figures beside it: in lower case, or in a line closer than the rows. */
function isWrappedLabel(row: PlacedRow, above: readonly PlacedCell[], isClose: boolean): boolean {
  const [first] = row.cells;
  const [label, ...rest] = above;
  if (first?.column !== 0 || label?.column !== 0) return false;
  const isOpen = rest.every(({ column }) => column === 0) && !/:$/.test(cellText(above.at(-1) ?? label));
  return isOpen && (isClose || /^[\p{Ll}(]/u.test(cellText(first)));
}

/** Whether a row goes on with the cells of a group, by what it says. */
function continuesGroup(row: PlacedRow, group: readonly PlacedRow[], isClose: boolean): boolean {
  const above = group.flatMap(({ cells }) => cells);
  const [first] = row.cells;
  if (isWrappedLabel(row, above, isClose)) return true;
  if (first === undefined || hasFigures(row) || row.cells.some((cell) => cell.column !== cell.columnEnd))
    return false;
  if (first.column > 0)
    return row.cells.every((cell) => {
      const homes = above.filter((other) => overlap(cell, other));
      // Words go on with words: below a figure they head what follows, "Million acres".
      return homes.length > 0 && homes.every((home) => home.column === home.columnEnd && !isFigures(home));
    });
  // A label that goes on: in lower case below a label.
  return (
    row.cells.length === 1 && /^\p{Ll}/u.test(cellText(first)) && above.some(({ column }) => column === 0)
  );
}

/** Whether a row stands apart with a first cell of its own. */
const opensRow = (row: PlacedRow, group: readonly PlacedRow[], isApart: boolean): boolean =>
  isApart && row.cells.length > 1 && row.cells[0]?.column === 0 && group[0]?.cells[0]?.column === 0;

export function groupRows(
  rows: readonly PlacedRow[],
  { left, right }: { left: number; right: number },
  ruling: Ruling,
): PlacedRow[][] {
  const distances = lineDistances(rows);
  const closest = distances[Math.floor(distances.length * 0.1)] ?? 1.2;
  const usual = distances[Math.floor(distances.length / 2)] ?? 1.2;
  const isWide = (distance: number) => distance > closest * withinCell;
  const pitch = figurePitch(rows);
  const isText = rows.filter(hasFigures).length < rows.length * 0.2;
  const isSpaced = isText && distances.filter(isWide).length >= Math.max(2, distances.length * 0.1);
  const levels = rows.map((row, index) =>
    ruling.partsRows((rows[index - 1]?.y ?? 0) - 0.5, row.y + row.size * 0.2, left, right),
  );
  // Heads below one over several columns: a line is drawn over each of them.
  const isBelowLines = (row: PlacedRow, above: PlacedRow) =>
    row.cells.every((cell) => {
      if (cell.column === cell.columnEnd && isUnit(cellText(cell))) return false;
      const { x, right: end } = pieceOf(cell.pieces.flatMap(({ words }) => words));
      return ruling.level.some(
        ({ at, from, to }) => at < above.y && at > row.y && from <= x + 2 && to >= end - 2,
      );
    });
  const isRuled = levels.slice(1).filter(Boolean).length >= Math.max(2, rows.length * 0.1);
  const groups: PlacedRow[][] = [];
  rows.forEach((row, index) => {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group === undefined || above === undefined || levels[index]) {
      groups.push([row]);
      return;
    }
    const distance = (above.y - row.y) / Math.max(above.size, row.size);
    // Lines of one head are close, however far apart the rows are.
    const isHead = !isText && !groups.flat().some(isDataRow);
    const closeEnough = Math.min(usual * withinCell, isHead ? headLeading : Number.POSITIVE_INFINITY);
    const isApart = !row.cells.some((cell) => above.cells.some((other) => overlap(cell, other)));
    const isCentred = distance < closerThanLines && isApart;
    const goesOn =
      !(isHead && isBelowLines(row, above)) &&
      (isCentred ||
        (isRuled && isText && distance < 2.5 && !opensRow(row, group, isWide(distance))) ||
        (isSpaced
          ? !isWide(distance)
          : distance <= closeEnough && continuesGroup(row, group, distance <= pitch * withinLabel)));
    if (goesOn) group.push(row);
    else groups.push([row]);
  });
  return groups;
}
