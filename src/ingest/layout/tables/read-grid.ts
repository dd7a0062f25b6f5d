/** Lays a run of rows out in columns and rows of cells. Pure. */
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { type Cut, findCuts } from './columns.ts';
import { linesOf } from './cut-line.ts';
import { groupRows, headLeading, isDataRow } from './group-rows.ts';
import { type PlacedRow, placeRows } from './place-row.ts';
import type { Ruling } from './ruling.ts';
import { type Extent, spanHeads } from './span-heads.ts';
import { isUnit } from './table-title.ts';
import type { Row } from './words.ts';

/** The cells of one row of the table, put together from the page's rows. */
function joinCells(group: readonly PlacedRow[], row: number): FoundCell[] {
  const own: FoundCell[] = [];
  for (const part of group.flatMap(({ cells }) => cells)) {
    const home = own.find((cell) => cell.column <= part.columnEnd && cell.columnEnd >= part.column);
    const lines = linesOf(part.pieces);
    const words = part.pieces.flatMap((piece) => piece.words);
    if (home === undefined) {
      const { column, columnEnd } = part;
      own.push({ row, rowEnd: row, column, columnEnd, text: '', lines, words });
    } else {
      home.lines.push(...lines);
      home.words.push(...words);
      home.column = Math.min(home.column, part.column);
      home.columnEnd = Math.max(home.columnEnd, part.columnEnd);
    }
  }
  for (const cell of own) cell.text = cell.lines.map((line) => line.text).join(' ');
  return own.sort((a, b) => a.column - b.column);
}

/** Stretches cells over the empty ones beside them where upright lines part others, but not these. */
function spanColumns(
  cells: FoundCell[],
  group: readonly PlacedRow[],
  cuts: readonly Cut[],
  ruling: Ruling,
): void {
  const y = (group[0]?.y ?? 0) + (group[0]?.size ?? 0) * 0.3;
  const isRuled = ruling.upright.some(({ from, to }) => from <= y && to >= y);
  const isOpen = (cut: Cut | undefined) =>
    isRuled && cut?.isRuled === true && !ruling.partsSides(cut.left, cut.right, y);
  cells.forEach((cell, index) => {
    const before = cells[index - 1]?.columnEnd ?? -1;
    const after = cells[index + 1]?.column ?? cuts.length + 1;
    while (cell.column - 1 > before && isOpen(cuts[cell.column - 1])) cell.column--;
    while (cell.columnEnd + 1 < after && isOpen(cuts[cell.columnEnd])) cell.columnEnd++;
  });
}

/** How many rows stand above the first with a label and figures. */
const countHeadGroups = (groups: readonly PlacedRow[][]): number =>
  groups.findIndex((group) => group.some(isDataRow));

/** From a row to the one below, in ems of this; 0 where one is missing. */
const leadingOf = (above: PlacedRow | undefined, below: PlacedRow | undefined): number =>
  above === undefined || below === undefined ? 0 : (above.y - below.y) / below.size;

/** Whether a row of heads is no line of the heads below it. */
const isApart = (groups: readonly PlacedRow[][], row: number): boolean =>
  leadingOf(groups[row]?.at(-1), groups[row + 1]?.[0]) > headLeading;

/** Times the usual distance between lines of heads: a row farther above the next may be one of heads over several columns. */
const withinHead = 1.15;

/** Whether a row of heads may be one over several columns: it is farther from the next than the lines of a head are. */
function isSetApart(groups: readonly PlacedRow[][], row: number): boolean {
  const heads = groups.slice(0, countHeadGroups(groups)).flat();
  // Raised marks are no lines.
  const lines = heads.filter(({ size }) => heads.every((other) => size >= 0.8 * other.size));
  const leadings = lines.slice(1).map((line, index) => leadingOf(lines[index], line));
  const usual = leadings.sort((a, b) => a - b)[Math.floor((leadings.length - 1) / 2)] ?? headLeading;
  return isApart(groups, row) || leadingOf(groups[row]?.at(-1), groups[row + 1]?.[0]) > withinHead * usual;
}

/** Joins the lines of heads, each in its column: below a head over several columns, others stand in lines of their own. */
function joinHeads(cells: FoundCell[], groups: readonly PlacedRow[][], ruling: Ruling): void {
  for (let row = 1; row < countHeadGroups(groups); row++) {
    const [above, own] = [groups[row - 1]?.at(-1), groups[row]?.[0]];
    if (above === undefined || own === undefined || isApart(groups, row - 1)) continue;
    // A label below another is that of rows within its rows.
    if (groups[row]?.every((part) => part.cells.every(({ column }) => column === 0))) continue;
    for (const cell of cells.filter((each) => each.row === row)) {
      const head = cells.find(
        (other) =>
          other.rowEnd === row - 1 && other.column === cell.column && other.columnEnd === cell.columnEnd,
      );
      const [left, right] = [
        Math.min(...cell.words.map(({ x }) => x)),
        Math.max(...cell.words.map((word) => word.right)),
      ];
      if (
        head === undefined ||
        isUnit(head.text) ||
        ruling.partsRows(above.y, own.y + own.size * 0.3, left, right)
      )
        continue;
      head.rowEnd = cell.rowEnd;
      head.lines.push(...cell.lines);
      head.words.push(...cell.words);
      head.text += ` ${cell.text}`;
      cells.splice(cells.indexOf(cell), 1);
    }
  }
}

/** Where the cells of each column alone stand. */
export const columnsIn = (cells: readonly FoundCell[], count: number): Extent[] =>
  Array.from({ length: count }, (_, column) => {
    const own = cells.filter((cell) => cell.column === column && cell.columnEnd === column);
    const words = own.flatMap((cell) => cell.words);
    return {
      left: Math.min(...words.map(({ x }) => x)),
      right: Math.max(...words.map((word) => word.right)),
    };
  });

/** Rows and columns of a run; null if it has no two columns. */
export function readGrid(run: readonly Row[], ruling: Ruling): FoundTable | null {
  const cuts = findCuts(run, ruling);
  if (cuts.length === 0) return null;
  const left = Math.min(...run.map((row) => row.pieces[0]?.x ?? 0));
  const right = Math.max(...run.map((row) => row.pieces.at(-1)?.right ?? 0));
  const groups = groupRows(placeRows(run, cuts), { left, right }, ruling);
  const cells = groups.flatMap((group, row) => {
    const own = joinCells(group, row);
    spanColumns(own, group, cuts, ruling);
    return own;
  });
  const columns = columnsIn(cells, cuts.length + 1);
  const rowOf = (row: number) => cells.filter((cell) => cell.row === row);
  const headCount = countHeadGroups(groups);
  for (let row = 0; row < headCount; row++) {
    // Heads stand in the middle of those below them, where each column has one, which may be wider than its figures.
    const below = columnsIn(rowOf(row + 1), cuts.length + 1);
    const isWhole = row + 1 < headCount && below.slice(1).every(({ left: edge }) => Number.isFinite(edge));
    const under = isWhole ? [...columns.slice(0, 1), ...below.slice(1)] : columns;
    spanHeads(rowOf(row), under, cuts, ruling, isSetApart(groups, row));
  }
  joinHeads(cells, groups, ruling);
  return {
    left,
    right,
    top: (run[0]?.y ?? 0) + (run[0]?.size ?? 0) * 0.8,
    bottom: (run.at(-1)?.y ?? 0) - (run.at(-1)?.size ?? 0) * 0.25,
    columns: cuts.length + 1,
    rows: groups.length,
    cells,
    caption: null,
    unit: null,
  };
}
