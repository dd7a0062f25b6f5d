/** Adds the heads that are set sideways above the columns of a table. Pure. */
import type { PageText, SidewaysRun } from '../../../core/document-reader.ts';
import type { FoundCell, FoundTable, Line } from '../../page-model.ts';
import { isData, rowOf } from './heads.ts';
import { columnsIn } from './read-grid.ts';
import { inReadingOrder, joinRuns, lineOf, middleOf, topOf } from './sideways-lines.ts';
import type { Extent } from './span-heads.ts';
import { wordsOf } from './words.ts';

/** Ems from the lowest head to the row below. */
const rowGap = 6;
/** Ems: the gap that is taken to be beside the first column and the last. */
const outerGap = 2;

/** The height of capitals and figures, in ems. */
const capitals = 0.7;

/** The column that stands below the middle of a line, as far as to the middle of the gaps beside it; -1 without one. */
function columnBelow(line: SidewaysRun, extents: readonly Extent[]): number {
  const middle = middleOf(line);
  return extents.findIndex(({ left, right }, column) => {
    const before = extents[column - 1]?.right ?? left - outerGap * line.size;
    const after = extents[column + 1]?.left ?? right + outerGap * line.size;
    return middle > (before + left) / 2 && middle <= (right + after) / 2;
  });
}

/** Heads that stand beside each other, each over its column, and the height that they take. */
interface Band {
  heads: { line: SidewaysRun; column: number }[];
  bottom: number;
  top: number;
}

/** The lowest band of sideways lines over several columns; null without one. @param dataTop the upper edge of the first row of data. */
function findBand(table: FoundTable, runs: readonly SidewaysRun[], dataTop: number): Band | null {
  const extents = columnsIn(table.cells, table.columns);
  const over = joinRuns(runs)
    .map((line) => ({ line, column: columnBelow(line, extents) }))
    .filter(({ line, column }) => column >= 0 && line.y >= dataTop - line.size * 0.3);
  const bottom = Math.min(...over.map(({ line }) => line.y));
  const lowest = over.filter(({ line }) => line.y < bottom + line.size);
  const top = Math.max(...lowest.map(({ line }) => topOf(line)));
  const heads = over.filter(({ line }) => line.y < top);
  return new Set(heads.map(({ column }) => column)).size < 2 ? null : { heads, bottom, top };
}

/** The cell of each column's heads. */
function cellsOf({ heads }: Band, row: number, page: number): FoundCell[] {
  const columns = [...new Set(heads.map(({ column }) => column))];
  return columns.map((column) => {
    const own = heads.filter((head) => head.column === column).map(({ line }) => line);
    return cellOf(
      inReadingOrder(own).map((line) => lineOf(line, page)),
      row,
      column,
    );
  });
}

const cellOf = (lines: Line[], row: number, column: number): FoundCell => ({
  row,
  rowEnd: row,
  column,
  columnEnd: column,
  text: lines.map(({ text }) => text).join(' '),
  lines,
  words: lines.flatMap(wordsOf),
});

/** The name of the rows, which stands upright beside the heads and in no table. */
function nameBeside({ bottom, top }: Band, table: FoundTable, lines: readonly Line[]): Line[] {
  const [labels, second] = columnsIn(table.cells, table.columns);
  const taken = new Set(table.cells.flatMap((cell) => cell.words.map(({ line }) => line)));
  return lines.filter(
    (line) =>
      !taken.has(line) &&
      line.y >= bottom - line.size &&
      line.y < top &&
      line.x >= (labels?.left ?? 0) - line.size &&
      line.right < (second?.left ?? 0),
  );
}

/**
 * The same table with its sideways heads in a row of heads: that which stands beside them, else one of their own.
 * @param lines the page's.
 */
export function addSidewaysHeads(
  table: FoundTable,
  { sideways = [], number }: Pick<PageText, 'sideways' | 'number'>,
  lines: readonly Line[],
): FoundTable {
  const rows = Array.from({ length: table.rows }, (_, row) => rowOf(table, row));
  const firstData = rows.findIndex(isData);
  if (sideways.length === 0 || firstData < 0) return table;
  const tops = rows.map((cells) =>
    Math.max(...cells.flatMap(({ words }) => words.map(({ y, size }) => y + size * capitals))),
  );
  const band = findBand(table, sideways, tops[firstData] ?? 0);
  if (band === null) return table;
  const size = Math.max(...band.heads.map(({ line }) => line.size));
  const below = tops.findIndex((top) => top <= band.bottom + size / 4);
  const isBetween = ({ y, x, right }: Line) =>
    y < band.bottom - size && y > (tops[below] ?? 0) && x < table.right && right > table.left;
  if (below < 0 || below > firstData || lines.some(isBetween)) return table;
  if (band.bottom - (tops[below] ?? 0) > rowGap * size) return table;
  const isBeside = below > 0 && (tops[below - 1] ?? 0) <= band.top + size;
  const row = isBeside ? below - 1 : below;
  const heads = cellsOf(band, row, number);
  const isOver = ({ column, columnEnd }: FoundCell) =>
    heads.some((head) => head.column >= column && head.column <= columnEnd);
  if (isBeside && rows[row]?.some(isOver)) return table;
  const name = isBeside ? [] : nameBeside(band, table, lines);
  const moved = table.cells.map((cell) =>
    cell.row < row || isBeside ? cell : { ...cell, row: cell.row + 1, rowEnd: cell.rowEnd + 1 },
  );
  return {
    ...table,
    top: Math.max(table.top, band.top),
    rows: table.rows + (isBeside ? 0 : 1),
    cells: [...moved, ...heads, ...(name.length > 0 ? [cellOf(name, row, 0)] : [])].sort(
      (a, b) => a.row - b.row || a.column - b.column,
    ),
  };
}
