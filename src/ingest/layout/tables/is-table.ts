/** Tells tables from what is laid out like them: lists, contents, text beside text. Pure. */
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { isFigure } from './words.ts';

const listMark =
  /^(?:[•●▪■◦‣∙·–—*o-]|\(?(?:\d{1,3}|\p{L}|[ivxl]{1,5})[.)]|\[\d{1,3}\]|\d{1,3}\.?|\d+(?:\.\d+)+\.?|§+|[A-Z]\.)$/u;

/** Whether cells are the marks of a list or of references, with their text beside them. */
function isList(cells: readonly FoundCell[]): boolean {
  const first = cells.filter(({ column }) => column === 0);
  const marks = first.filter(({ lines }) => listMark.test(lines.map((line) => line.text).join(' ')));
  return (
    marks.length >= first.length * 0.6 && !cells.some(({ column, text }) => column > 0 && isFigure(text))
  );
}

/** Whether the last column holds page numbers: whole, never falling, none beyond the last page by much. */
function isContents(cells: readonly FoundCell[], columns: number, pageCount: number): boolean {
  if (columns > 3) return false;
  const numbers = cells.filter(
    ({ column, columnEnd }) => column === columns - 1 && columnEnd === columns - 1,
  );
  const values = numbers
    .map(({ text }) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN))
    .filter(Number.isFinite);
  if (values.length < 3 || values.length < numbers.length * 0.7) return false;
  const falls = values.filter((value, index) => value < (values[index - 1] ?? 0)).length;
  return falls <= values.length * 0.05 && (values.at(-1) ?? 0) <= Math.max(pageCount * 1.5, pageCount + 60);
}

/** Whether so little was found that only a table on the page before or after can tell. */
export const isPart = ({ cells, columns, rows }: FoundTable): boolean =>
  columns >= 2 && cells.length >= 2 && rows <= 2;

/** What rules a table: a grid, level lines, or nothing. */
export type Ruled = 'grid' | 'level' | 'none';

/** Whether what was laid out in rows and columns is a table. */
export function isTable({ cells, columns, rows }: FoundTable, ruled: Ruled, pageCount: number): boolean {
  if (columns < 2 || rows < 2 || cells.length < 4) return false;
  if ((ruled === 'none' && isList(cells)) || isContents(cells, columns, pageCount)) return false;
  const full = cells.length / (columns * rows);
  if (full < 0.3) return false;
  const single = cells.filter(({ column, columnEnd }) => column === columnEnd);
  const figures = single.filter(({ text }) => text.split(' ').every(isFigure)).length / cells.length;
  // Text beside text that flows around it breaks off within sentences.
  const broken = cells.filter(({ text }) => /^\p{Ll}/u.test(text)).length / cells.length;
  if (ruled !== 'grid' && figures < 0.2 && broken > 0.25) return false;
  const words = single.map(({ text }) => text.split(' ').length).sort((a, b) => a - b);
  const usual = words[Math.floor(words.length / 2)] ?? 0;
  if (figures < 0.1 && ruled === 'none' && (usual > 6 || rows < 3 || full < 0.6)) return false;
  return rows >= 3 || ruled !== 'none' || figures >= 0.3;
}
