/** Tells tables from what is laid out like them: lists, contents, text beside text. Pure. */
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { areFigures } from './words.ts';

/** Points. */
const sameEdge = 3;

const listMark =
  /^(?:[^\p{L}\p{N}]|o|\(?(?:\d{1,3}|\p{L}|[ivxl]{1,5})[.)]|\[\d{1,3}\]|\d{1,3}\.?|\d+(?:\.\d+)+\.?|§+|[A-Z]\.)$/u;

const rowText = (cells: readonly FoundCell[], row: number): string[] =>
  cells.filter((cell) => cell.row === row).map(({ text }) => text);

/** Whether cells are the marks of a list or of notes, with their text beside them. */
function isList(cells: readonly FoundCell[], rows: number): boolean {
  const first = cells.filter(({ column, columnEnd }) => column === 0 && columnEnd === 0);
  const marks = first.filter(({ text }) => text.split(' ').every((word) => listMark.test(word)));
  const figures = Array.from({ length: rows }, (_, row) => rowText(cells, row).slice(1)).filter(
    (texts) => texts.length > 0 && texts.every(areFigures),
  );
  return marks.length >= first.length * 0.6 && figures.length < rows * 0.4;
}

/** The share of cells that stand at the left, the right or in the middle of their column as most of it does. */
function alignment({ cells, columns }: FoundTable): number {
  let [aligned, total] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const own = cells
      .filter((cell) => cell.column === column && cell.columnEnd === column)
      .map(
        ({ words }) =>
          [Math.min(...words.map(({ x }) => x)), Math.max(...words.map((word) => word.right))] as const,
      );
    if (own.length < 2) continue;
    const places = [
      own.map(([x]) => x),
      own.map(([, right]) => right),
      own.map(([x, right]) => (x + right) / 2),
    ];
    const best = places.map((values) => {
      const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
      return values.filter((value) => Math.abs(value - middle) <= sameEdge).length;
    });
    aligned += Math.max(...best);
    total += own.length;
  }
  return total === 0 ? 1 : aligned / total;
}

/** Whether the last column holds page numbers: whole, never falling, none beyond the last page by much. */
function isContents(cells: readonly FoundCell[], columns: number, pageCount: number): boolean {
  if (columns > 3) return false;
  const numbers = cells.filter(
    ({ column, columnEnd, text }) =>
      column === columns - 1 && columnEnd === columns - 1 && !/^[ivxlc]{1,7}$/i.test(text),
  );
  const values = numbers
    .map(({ text }) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN))
    .filter(Number.isFinite);
  if (values.length < 2 || values.length < numbers.length * 0.7) return false;
  const falls = values.filter((value, index) => value < (values[index - 1] ?? 0)).length;
  return falls <= values.length * 0.05 && (values.at(-1) ?? 0) <= Math.max(pageCount * 1.5, pageCount + 60);
}

/** Whether so little was found that only a table on the page before or after can tell. */
export const isPart = ({ cells, columns, rows }: FoundTable): boolean =>
  columns >= 2 && cells.length >= 2 && rows <= 2;

/** What rules a table: a grid, level lines, or nothing. */
export type Ruled = 'grid' | 'level' | 'none';

/** Whether what was laid out in rows and columns is a table. */
export function isTable(table: FoundTable, ruled: Ruled, pageCount: number): boolean {
  const { cells, columns, rows } = table;
  if (columns < 2 || rows < 2 || cells.length < 4) return false;
  if ((ruled === 'none' && isList(cells, rows)) || isContents(cells, columns, pageCount)) return false;
  const covered = cells.reduce(
    (sum, { row, rowEnd, column, columnEnd }) => sum + (rowEnd - row + 1) * (columnEnd - column + 1),
    0,
  );
  const full = covered / (columns * rows);
  if (full < (ruled === 'grid' ? 0.3 : 0.45)) return false;
  const single = cells.filter(({ column, columnEnd }) => column === columnEnd);
  const figures = single.filter(({ text }) => areFigures(text)).length / cells.length;
  // Text beside text that flows around it breaks off within sentences.
  const broken = cells.filter(({ text }) => /^\p{Ll}/u.test(text)).length / cells.length;
  if (ruled !== 'grid' && figures < 0.2 && broken > 0.25) return false;
  const words = single.map(({ text }) => text.split(' ').length).sort((a, b) => a - b);
  const usual = words[Math.floor(words.length / 2)] ?? 0;
  if (figures < 0.1 && ruled === 'none' && (usual > 6 || rows < 3 || full < 0.6)) return false;
  if (alignment(table) < (ruled === 'none' && figures < 0.5 ? 0.85 : 0.6)) return false;
  return rows >= 3 || (ruled !== 'none' && figures >= 0.1) || ruled === 'grid';
}
