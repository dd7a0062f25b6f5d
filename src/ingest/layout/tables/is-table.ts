/** Tells tables from what is laid out like them: lists, contents, text beside text. Pure. */
import type { FoundCell, FoundTable } from '../../page-model.ts';
import { isData, isFigures, rowOf } from './heads.ts';
import { areFigures, type Row } from './words.ts';

/** Points. */
const sameEdge = 3;

const listMark =
  /^(?:[^\p{L}\p{N}]|o|\(?(?:\d{1,3}|\p{L}|[ivxl]{1,5})[.)]|\[\d{1,3}\]|\d{1,3}\.?|\d+(?:\.\d+)+\.?|§+|[A-Z]\.)$/u;

const rowText = (cells: readonly FoundCell[], row: number): string[] =>
  cells.filter((cell) => cell.row === row).map(({ text }) => text);

/** What a bibliography sets before a title: a year, or an author with one. */
const dated = /^(?:\p{Lu}[^\d,]*,[^\d,]*\s)?(?:(?:19|20)\d\d[a-z]? ?)+(?:\(nd\))?$/u;

/** Whether cells are the marks of a list, of notes or of a bibliography, with their text beside them. */
function isList(cells: readonly FoundCell[], columns: number, rows: number): boolean {
  const first = cells.filter(({ column, columnEnd }) => column === 0 && columnEnd === 0);
  // Years that never fall are those of a chronicle.
  const years = first.flatMap(({ text }) => /(?:19|20)\d\d/.exec(text)?.[0] ?? []);
  const isDated = columns === 2 && years.some((year, at) => year < (years[at - 1] ?? ''));
  const marks = first.filter(
    ({ text }) => text.split(' ').every((word) => listMark.test(word)) || (isDated && dated.test(text)),
  );
  const figures = Array.from({ length: rows }, (_, row) => rowText(cells, row).slice(1)).filter(
    (texts) => texts.length > 0 && texts.every(areFigures),
  );
  return marks.length >= first.length * 0.6 && figures.length < rows * 0.4;
}

/** Where the last digit of a cell ends: brackets and signs may stand out of a column of figures. */
const lastDigit = ({ words }: FoundCell): number =>
  Math.max(
    ...words.map(({ text, line, start, right }) => {
      const end = text.search(/\D*$/);
      return end === 0 ? Number.NEGATIVE_INFINITY : (line.edges[start + end] ?? right);
    }),
  );

/** The share of cells that stand at the left, the right or in the middle of their column as most of it does. */
function alignment({ cells, columns }: FoundTable): number {
  let [aligned, total] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const own = cells.filter((cell) => cell.column === column && cell.columnEnd === column);
    if (own.length < 2) continue;
    const lefts = own.map(({ words }) => Math.min(...words.map(({ x }) => x)));
    const rights = own.map(({ words }) => Math.max(...words.map(({ right }) => right)));
    const places = [
      lefts,
      rights,
      own.map(lastDigit),
      rights.map((right, at) => (right + (lefts[at] ?? right)) / 2),
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

/** A document's pages, and as many more as its printed numbers may count: a reprint goes on from another volume. */
const mostPages = (pageCount: number): number => Math.max(pageCount * 1.5, pageCount + 60);

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
  return falls <= values.length * 0.05 && (values.at(-1) ?? 0) <= mostPages(pageCount);
}

/** Page numbers behind an entry of an index: "16", "85-86, 140". */
const pages = /^\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*$/;
const entry = /\p{L}[^,]*,?\s(\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*),?$/u;

/** Whether cells are entries of an index or a list of cases: page numbers in the last column, several in one, or behind each. */
function isIndex(cells: readonly FoundCell[], columns: number, pageCount: number): boolean {
  const areOnPages = (text: string) =>
    pages.test(text) && (text.match(/\d+/g) ?? []).every((number) => Number(number) <= mostPages(pageCount));
  const last = cells.filter(({ column }) => column === columns - 1).map(({ text }) => text);
  const listed = last.filter(areOnPages);
  if (columns <= 3 && listed.length >= last.length * 0.9 && listed.some((text) => text.includes(', ')))
    return true;
  const entries = cells.filter(({ text }) => areOnPages(entry.exec(text)?.[1] ?? ''));
  return entries.length >= cells.length * 0.6;
}

/** Whether numbers fall by equal steps at equal distances, as those beside a chart do. */
function areSteps(own: readonly FoundCell[]): boolean {
  const points = own.map(
    ({ text, words }) => [Number(text.replace(/[,%\p{Sc}]/gu, '')), words[0]?.y ?? 0] as const,
  );
  const steps = points.slice(1).map(([value, y], index) => {
    const [above, top] = points[index] ?? [0, 0];
    return [above - value, top - y] as const;
  });
  const [first] = steps;
  return (
    first !== undefined &&
    first[0] > 0 &&
    steps.every(
      ([step, distance]) =>
        Math.abs(step - first[0]) <= first[0] * 0.01 && Math.abs(distance - first[1]) <= 1,
    )
  );
}

/** Whether columns of figures are the numbers beside a chart: nothing but such stands in their rows. */
function areAxes({ cells, columns }: FoundTable): boolean {
  const figures = cells.filter(({ text }) => areFigures(text));
  const axes = Array.from({ length: columns }, (_, column) =>
    figures.filter((cell) => cell.column === column && cell.columnEnd === column),
  ).filter((own) => own.length >= 4 && areSteps(own));
  const numbers = new Set(axes.flat());
  const rows = new Set(axes.flatMap((own) => own.map(({ row }) => row)));
  const others = figures.filter((cell) => rows.has(cell.row) && !numbers.has(cell));
  return axes.length > 0 && others.length <= rows.size / 4;
}

/** Whether many rows hang on others in larger type, as raised and lowered letters do. */
export function isFormula(run: readonly Row[]): boolean {
  const hangs = ({ y, size }: Row) =>
    run.some((other) => size < other.size * 0.85 && Math.abs(other.y - y) < other.size * 0.65);
  return run.filter(hangs).length > run.length * 0.3;
}

/** Whether most rows are a label with figures beside it, and little else stands beside the labels, whose groups are set in. */
function isOfData(table: FoundTable): boolean {
  const beside = table.cells.filter(({ columnEnd }) => columnEnd > 0);
  const rows = Array.from({ length: table.rows }, (_, row) => rowOf(table, row));
  return (
    rows.filter(isData).length >= Math.max(3, table.rows * 0.6) &&
    beside.filter(isFigures).length >= beside.length * 0.7
  );
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
  if (ruled === 'none' && (isList(cells, columns, rows) || areAxes(table))) return false;
  if (isContents(cells, columns, pageCount) || isIndex(cells, columns, pageCount)) return false;
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
  if (alignment(table) < (ruled === 'none' && figures < 0.5 && !isOfData(table) ? 0.85 : 0.6)) return false;
  return rows >= 3 || (ruled !== 'none' && figures >= 0.1) || ruled === 'grid';
}
