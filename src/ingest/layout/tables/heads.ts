/** Tells the heads of a table from its rows. Pure. */
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { isUnit } from './table-title.ts';
import { areFigures } from './words.ts';

/** More rows of heads than this are none. */
const mostHeads = 8;

/** A year or several, with the mark of a note: "2018", "2020-2019", "2016 (2)". */
const year = /^(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?(?:\s?\([a-z\d]\))?$/;

/** Whether a text is a year or several. */
export const isYears = (text: string): boolean => year.test(text);

export const rowOf = (table: FoundTable, row: number): FoundCell[] =>
  table.cells.filter((cell) => cell.row === row);

const isBold = (cell: FoundCell): boolean => cell.lines.every((line) => line.bold);
export const isFigures = ({ text }: FoundCell): boolean => areFigures(text);

/** A row of one cell of words: it heads the rows below it. */
export const isLabel = (cells: readonly FoundCell[]): boolean =>
  cells.length === 1 && cells[0] !== undefined && !isFigures(cells[0]);

/** A row with a label and figures that are no years. */
export function isData(cells: readonly FoundCell[]): boolean {
  const figures = cells.filter((cell) => cell.column > 0 && isFigures(cell));
  return cells.some(({ column }) => column === 0) && figures.some(({ text }) => !year.test(text));
}

/** An amount or a share among words: "4% to 5%", "$10.95 billion to $11.05 billion", "approximately 24.6%". */
const amongWords = /\p{Sc}\s?\d|\d\s?%/u;

/** A label and an amount among words, in a table of two columns: the heads of several may be ranges of amounts too. */
const isWordedData = (cells: readonly FoundCell[], { columns }: FoundTable): boolean =>
  columns === 2 && cells.length === 2 && amongWords.test(cells[1]?.text ?? '');

/** Columns that are numbered: "1 | 2 | 3". */
function counts(cells: readonly FoundCell[]): boolean {
  const own = cells.filter(({ column }) => column > 0);
  return own.length >= 3 && own.every(({ text }, index) => text === String(index + 1));
}

/** Above words in a different type or in capitals, in a table without figures. */
function isSetApart(top: readonly FoundCell[], next: readonly FoundCell[]): boolean {
  return (
    top.length > 1 &&
    top.every(({ text }) => !/\d/.test(text)) &&
    (top.every(({ text }) => text === text.toUpperCase()) || (top.every(isBold) && !next.every(isBold)))
  );
}

/** Words from which on a lone cell is the text of a row. */
const leastOfText = 5;

/** A sentence or a part of one in one column alone, as of a row that is taller than the others or goes on from the page before. */
export function isLoneText(cells: readonly FoundCell[], { columns }: FoundTable): boolean {
  const [cell] = cells;
  return (
    cell !== undefined &&
    isLabel(cells) &&
    columns > 2 &&
    cell.column > 0 &&
    cell.columnEnd === cell.column &&
    !isBold(cell) &&
    /^\p{Lu}?\p{Ll}/u.test(cell.text) &&
    cell.text.split(/\s+/).length >= leastOfText
  );
}

/** How many rows of a table are heads: those above the first row of data, or a row in another type than the next. */
export function countHeads(table: FoundTable): number {
  const rows = Array.from({ length: table.rows }, (_, row) => rowOf(table, row));
  let first = rows.findIndex((row) => isData(row) && !counts(row));
  if (first < 0) return rows.length > 2 && isSetApart(rows[0] ?? [], rows[1] ?? []) ? 1 : 0;
  const isStub = (cells: readonly FoundCell[]) =>
    isLabel(cells) && cells[0]?.column === 0 && !isUnit(cells[0].text);
  // In lower case below another row, it may be further words of a head.
  const isText = (cells: readonly FoundCell[], row: number) =>
    isLoneText(cells, table) && (row === 0 || /^\p{Lu}/u.test(cells[0]?.text ?? ''));
  const isOfRows = (row: number) =>
    isStub(rows[row] ?? []) || isText(rows[row] ?? [], row) || isWordedData(rows[row] ?? [], table);
  while (first > 0 && isOfRows(first - 1)) first--;
  return first <= mostHeads ? first : 0;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Heads within a table: years in several columns, or words in several without a label, above data; or the heads of most columns
 * once more, beside another name for the rows.
 * @param heads of each column, as they stand.
 */
export function isInnerHead(
  cells: readonly FoundCell[],
  below: readonly FoundCell[],
  heads: readonly (readonly string[])[],
): boolean {
  const own = cells.filter(({ column }) => column > 0);
  const repeated = own.filter(({ text, column }) =>
    heads[column]?.some((head) => plain(head) === plain(text)),
  );
  if (repeated.length > 1 && repeated.length * 2 >= own.length) return true;
  const areYears = own.length > 1 && own.every(({ text }) => year.test(text));
  const areWords = own.length > 1 && own.length === cells.length && own.every((cell) => !isFigures(cell));
  return (areYears || areWords) && (isData(below) || isLabel(below));
}
