/** Finds the tables of a page by its ruling and by how its rows are cut into pieces. Pure. */
import type { PageText } from '../../../core/document-reader.ts';
import { tableNote } from '../../../language/en/layout-words.ts';
import type { FoundTable, Line, Word } from '../../page-model.ts';
import { findGutter } from '../columns.ts';
import { findRuns, isLarger, zonesOf } from './find-runs.ts';
import { isFormula, isPart, isTable, type Ruled } from './is-table.ts';
import { findLattices, withHeads } from './lattice.ts';
import { readGrid } from './read-grid.ts';
import { readLattice } from './read-lattice.ts';
import { type Ruling, readRuling } from './ruling.ts';
import { addSidewaysHeads } from './sideways-heads.ts';
import { hasFigures, splitRun } from './split-run.ts';
import { wordsOfTextColumns } from './text-columns.ts';
import { formRows, isCurrency, isYear, type Row, rowText, wordsOf } from './words.ts';

/** Words that lead to a table are no head of it. */
const isSentence = ({ pieces }: Row): boolean => pieces.length === 1 && (pieces[0]?.words.length ?? 0) >= 9;

/** Times the size of a table: a title that a line as long as the table parts from its heads. */
const titleSize = 1.1;

/** Whether a row above heads is no head: in larger type, and with a line as long as the table below it. */
function isRuledTitle(row: Row, next: Row | undefined, run: readonly Row[], { level }: Ruling): boolean {
  const left = Math.min(...run.map(({ pieces }) => pieces[0]?.x ?? 0));
  const right = Math.max(...run.map(({ pieces }) => pieces.at(-1)?.right ?? 0));
  return (
    next !== undefined &&
    !hasFigures(next) &&
    isLarger(row, run, titleSize) &&
    level.some(({ at, from, to }) => at < row.y && at > next.y && from <= left + 3 && to >= right - 3)
  );
}

/** Figures of an axis: more of them are no chance. */
const leastOfAxis = 4;

/** The numbers along the axis of a chart, at equal steps: "0 20 40 60 80". Years are heads. */
function isAxis({ pieces }: Row): boolean {
  const texts = pieces.flatMap(({ words }) => words.map(({ text }) => text));
  if (texts.length < leastOfAxis || texts.some((text) => isYear(text) || !/^[-–−]?\d[\d.,]*%?$/.test(text)))
    return false;
  const values = texts.map((text) => Number(text.replace(/[–−]/, '-').replace(/[,%]/g, '')));
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const isStep = (value: number, index: number) =>
    index === 0 || Math.abs(value - (values[index - 1] ?? 0) - step) < Math.abs(step) / 100;
  return step !== 0 && values.every(isStep);
}

/** A table's rows without those of text above and below it, across its columns or notes, and without the axis of a chart. */
function trimRun(run: readonly Row[], { cells, columns }: FoundTable, ruling: Ruling): Row[] {
  const wide = (row: Row): boolean => {
    const own = cells.filter((cell) =>
      cell.words.some((word) => row.pieces.some((piece) => piece.words.includes(word))),
    );
    return own.some(
      ({ column, columnEnd, text }) =>
        column === 0 &&
        columnEnd > 0 &&
        (text.split(' ').length >= 4 || (own.length === 1 && columnEnd === columns - 1)),
    );
  };
  const isNote = (row: Row) => wide(row) || (row.pieces.length === 1 && tableNote.test(rowText(row)));
  let [start, end] = [0, run.length];
  const isAbove = (row: Row, next: Row | undefined) =>
    wide(row) || isSentence(row) || isLarger(row, run) || isRuledTitle(row, next, run, ruling);
  while (start < end && isAbove(run[start] as Row, run[start + 1])) start++;
  while (end > start && (isNote(run[end - 1] as Row) || isAxis(run[end - 1] as Row))) end--;
  return run.slice(start, end);
}

/** The first column if it is text that flows past a table at its right. */
function isFlowing({ cells }: FoundTable): boolean {
  const own = cells.filter(({ column }) => column === 0).map(({ text }) => text);
  const long = own.filter((text) => text.split(' ').length >= 5);
  return (
    own.length >= 3 &&
    long.length >= own.length * 0.7 &&
    own.filter((text) => /^\p{Ll}/u.test(text)).length >= own.length * 0.4
  );
}

/** The grid of a run without the text above and below it. */
function readTrimmed(run: readonly Row[], ruling: Ruling): FoundTable | null {
  const whole = readGrid(run, ruling);
  if (whole === null) return null;
  const trimmed = trimRun(run, whole, ruling);
  return trimmed.length === run.length || trimmed.length === 0 ? whole : readGrid(trimmed, ruling);
}

/** The grid of a run, and whether a line rules it. */
function readRun(run: readonly Row[], ruling: Ruling): { table: FoundTable; ruled: Ruled } | null {
  const table = readTrimmed(run, ruling);
  if (table === null) return null;
  if (isFlowing(table)) {
    const right = Math.max(
      ...table.cells
        .filter(({ column, columnEnd }) => column + columnEnd === 0)
        .flatMap(({ words }) => words.map((word) => word.right)),
    );
    const rest = run
      .map((row) => ({ ...row, pieces: row.pieces.filter(({ x }) => x > right) }))
      .filter(({ pieces }) => pieces.length > 0);
    return rest.length === 0 ||
      (rest.length === run.length &&
        rest.every((row, index) => row.pieces.length === run[index]?.pieces.length))
      ? null
      : readRun(rest, ruling);
  }
  const ruled = ruling.level.some(
    ({ at, from, to }) =>
      at <= table.top + 6 &&
      at >= table.bottom - 6 &&
      Math.min(to, table.right) - Math.max(from, table.left) >= (table.right - table.left) * 0.6,
  );
  return { table, ruled: ruled ? 'level' : 'none' };
}

/** The words of a cell that no table has taken. */
function wordsWithout(words: readonly Word[], table: FoundTable): Word[] {
  const taken = new Set(table.cells.flatMap((cell) => cell.words));
  return words.filter((word) => !taken.has(word));
}

/** A page with more is a drawing or an attack; a page of small type has 2,000. */
const mostWords = 20_000;

/** Words of a line that shows whether the page is set in columns, without currency signs. */
const leastWords = 4;

export interface PageTables {
  tables: FoundTable[];
  /** Rows that may belong to a table of the page before or after. */
  parts: FoundTable[];
}

/** The tables of a page, from its lines without running heads. */
export function findTables(page: PageText, lines: readonly Line[], pageCount: number): PageTables {
  const ruling = readRuling(page.rules ?? [], page.width, page.height);
  let words = lines.flatMap(wordsOf);
  const tables: FoundTable[] = [];
  const parts: FoundTable[] = [];
  if (words.length > mostWords) return { tables, parts };
  for (const found of findLattices(ruling)) {
    const area = withHeads(found, words, ruling);
    const { left, right, top, bottom } = area;
    const inside = words.filter(
      (word) => word.x >= left - 2 && word.right <= right + 2 && word.y >= bottom - 1 && word.y <= top,
    );
    const table = readLattice(inside, area, ruling) ?? readTrimmed(formRows(inside, ruling), ruling);
    if (table === null || !isTable(table, 'grid', pageCount)) continue;
    tables.push(table);
    words = wordsWithout(words, table);
  }
  // Labels and figures are no columns of text.
  const wordCount = (line: Line) => line.text.split(' ').filter((word) => !isCurrency(word)).length;
  const text = lines.filter((line) => wordCount(line) >= leastWords);
  const gutter = findGutter(text) === null ? null : findGutter(lines);
  if (gutter === null) {
    const inColumns = wordsOfTextColumns(formRows(words, ruling));
    words = words.filter((word) => !inColumns.has(word));
  }
  const runs = zonesOf(words, gutter, ruling)
    .flatMap((rows) => findRuns(rows, ruling))
    .flatMap(splitRun);
  for (const run of runs) {
    if (isFormula(run)) continue;
    const read = readRun(run, ruling);
    if (read === null) continue;
    if (isTable(read.table, read.ruled, pageCount)) tables.push(read.table);
    else if (isPart(read.table)) parts.push(read.table);
  }
  return { tables: tables.map((table) => addSidewaysHeads(table, page, lines)), parts };
}
