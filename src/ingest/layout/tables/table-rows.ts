/** Reads a found table as heads and rows. Pure. */
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { joinLines, type Paragraph } from '../paragraphs.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isFigure } from './words.ts';

export interface RowCell {
  content: Paragraph;
  /** The heads above it, from the outer one on. */
  heads: string[];
}

/** A row below the heads; its cells from left to right. */
export interface TableRow {
  cells: RowCell[];
  /** The labels that head a group of rows above it: "Current assets". */
  under: string[];
}

/** More rows of heads than this are none. */
const mostHeads = 6;

const year = /^(?:19|20)\d\d$/;

const rowOf = (table: FoundTable, row: number): FoundCell[] => table.cells.filter((cell) => cell.row === row);
const isBold = (cell: FoundCell): boolean => cell.lines.every((line) => line.bold);
const isFigures = ({ text }: FoundCell): boolean => text.split(' ').every(isFigure);
const isLabel = (cells: readonly FoundCell[]): boolean =>
  cells.length === 1 && cells[0]?.column === 0 && cells[0].columnEnd === 0;

/** A row with a label and figures that are no years. */
function isData(cells: readonly FoundCell[]): boolean {
  const figures = cells.filter((cell) => cell.column > 0 && isFigures(cell));
  return cells.some(({ column }) => column === 0) && figures.some(({ text }) => !year.test(text));
}

/** How many rows of a table are heads: those above the first row of data, or a row in another type than the next. */
export function countHeads(table: FoundTable): number {
  const rows = Array.from({ length: table.rows }, (_, row) => rowOf(table, row));
  let first = rows.findIndex(isData);
  if (first < 0) {
    const [top, next] = [rows[0] ?? [], rows[1] ?? []];
    const isSetApart =
      top.every((cell) => !/\d/.test(cell.text)) &&
      (top.every(({ text }) => text === text.toUpperCase()) || (top.every(isBold) && !next.every(isBold)));
    return rows.length > 2 && top.length > 1 && isSetApart ? 1 : 0;
  }
  while (first > 0 && isLabel(rows[first - 1] ?? [])) first--;
  return first <= mostHeads ? first : 0;
}

/**
 * The rows below the heads.
 * @param inherited the heads of the table that this one continues, by column; used if it has none.
 */
export function readTable(
  table: FoundTable,
  vocabulary: Vocabulary,
  inherited?: readonly string[][],
): { heads: string[][]; rows: TableRow[] } {
  const headRows = countHeads(table);
  const textOf = (cell: FoundCell) => joinLines(cell.lines, vocabulary).text;
  const heads = Array.from({ length: table.columns }, (_, column) =>
    headRows === 0
      ? (inherited?.[column] ?? [])
      : table.cells
          .filter((cell) => cell.row < headRows && cell.column <= column && cell.columnEnd >= column)
          .map(textOf),
  );
  const rows: TableRow[] = [];
  let under: string[] = [];
  for (let row = headRows; row < table.rows; row++) {
    const cells = rowOf(table, row);
    const [first] = cells;
    if (first === undefined) continue;
    if (isLabel(cells)) under = [textOf(first)];
    rows.push({
      cells: cells.map((cell) => ({
        content: joinLines(cell.lines, vocabulary),
        heads: heads[cell.column] ?? [],
      })),
      under: isLabel(cells) ? [] : under,
    });
  }
  return { heads, rows };
}
