/** Takes the tables of a document out of its lines. Pure. */
import type { PageText } from '../../../core/document-reader.ts';
import { tableNote } from '../../../language/en/layout-words.ts';
import type { FoundTable, Line } from '../../page-model.ts';
import { linesOf } from './cut-line.ts';
import { findTables, type PageTables } from './find-tables.ts';
import { isData, isFigures, rowOf } from './heads.ts';
import { titleOfTable } from './table-title.ts';
import { pieceOf, wordsOf } from './words.ts';

/** Points. */
const sameEdge = 4;

/** An empty line where a table stands; its style is no other line's, so that it is a block of its own. */
function standIn(table: FoundTable, line: Line): Line {
  const { left, right, top } = table;
  return {
    page: line.page,
    text: '',
    edges: [left],
    markers: [],
    x: left,
    right,
    y: top - line.size,
    size: line.size,
    font: '',
    bold: false,
    italic: false,
    column: null,
    table,
  };
}

type Edges = readonly [left: number, right: number];

/** The edges of each column, by its figures where it has some: heads are wider. Undefined for one without cells of its own. */
function columnEdges({ cells, columns }: FoundTable): (Edges | undefined)[] {
  return Array.from({ length: columns }, (_, column): Edges | undefined => {
    const own = cells.filter((cell) => cell.column === column && cell.columnEnd === column);
    const figures = own.filter(isFigures);
    const words = (figures.length > 1 ? figures : own).flatMap((cell) => cell.words);
    if (words.length === 0) return undefined;
    return [Math.min(...words.map(({ x }) => x)), Math.max(...words.map(({ right }) => right))];
  });
}

/** Whether two tables have the same columns, so that one continues the other, there or on another page. */
export function hasColumnsOf(table: FoundTable, other: FoundTable): boolean {
  if (table.columns !== other.columns) return false;
  const known = columnEdges(other);
  const isSame = (shift: number) =>
    columnEdges(table).every((edges, column) => {
      const others = known[column];
      if (edges === undefined || others === undefined) return true;
      // Labels are set in by their groups: of several columns of figures, those tell.
      if (column === 0 && table.columns > 2)
        return edges[0] - shift < others[1] && edges[1] - shift > others[0];
      return edges.some((edge, side) => Math.abs(edge - shift - (others[side] ?? 0)) <= sameEdge);
    });
  return isSame(0) || isSame(table.left - other.left);
}

/** Whether a table has another one's columns and one more of words beside its labels: a month for each of their rows. */
export function addsLabelColumn(table: FoundTable, other: FoundTable): boolean {
  if (table.columns !== other.columns + 1 || other.columns < 3) return false;
  const known = columnEdges(other).slice(1);
  const isWords = table.cells.every((cell) => cell.column !== 1 || !isFigures(cell));
  return (
    isWords &&
    columnEdges(table)
      .slice(2)
      .every((edges, column) =>
        edges?.some((edge, side) => Math.abs(edge - (known[column]?.[side] ?? 0)) <= sameEdge),
      )
  );
}

/** What no table has taken of a line. @param starts where the words begin that tables have taken. */
function withoutWords(line: Line, starts: ReadonlySet<number>): Line[] {
  const rest = wordsOf(line).filter(({ start }) => !starts.has(start));
  return linesOf(rest.map((word) => pieceOf([word])));
}

/** The lines of a page with one empty line for each table, where its first line was. */
function standInFor(tables: readonly FoundTable[], lines: readonly Line[]): Line[] {
  const taken = new Map<Line, { starts: Set<number>; tables: Set<FoundTable> }>();
  for (const table of tables) {
    for (const { line, start } of table.cells.flatMap(({ words }) => words)) {
      const own = taken.get(line) ?? { starts: new Set<number>(), tables: new Set<FoundTable>() };
      own.starts.add(start);
      own.tables.add(table);
      taken.set(line, own);
    }
  }
  const placed = new Set<FoundTable>();
  return lines.flatMap((line) => {
    const own = taken.get(line);
    if (own === undefined) return [line];
    const first = [...own.tables].filter((table) => !placed.has(table));
    for (const table of first) placed.add(table);
    return [...first.map((table) => standIn(table, line)), ...withoutWords(line, own.starts)];
  });
}

/** Tables with what stands above them, outside of others. */
function titled(tables: readonly FoundTable[], lines: readonly Line[]): FoundTable[] {
  const inside = new Set(
    tables.flatMap(({ cells }) => cells.flatMap(({ words }) => words.map(({ line }) => line))),
  );
  const outside = lines.filter((line) => !inside.has(line));
  return tables.map((table) => ({ ...table, ...titleOfTable(table, outside) }));
}

/** Text, in words: a longer line between two tables on neighbouring pages parts them. */
const textLine = 8;

const isText = ({ text }: Line): boolean => text.split(' ').length >= textLine && !tableNote.test(text);

/** Whether nothing but its title stands above a table on its page, or nothing but its notes below. */
const isAtTop = ({ top }: FoundTable, lines: readonly Line[]): boolean =>
  !lines.some((line) => isText(line) && line.y > top);
const isAtEnd = ({ bottom }: FoundTable, lines: readonly Line[]): boolean =>
  !lines.some((line) => isText(line) && line.y < bottom);

/** A table of figures has so many rows with a label and figures. */
const leastData = 3;

/**
 * Whether a table is one of figures for certain, so that its rows are no notes and no contents, whose numbers follow each
 * other: it has two columns of figures beside each other, which contents in two columns have not.
 */
function isOfFigures(table: FoundTable): boolean {
  const data = Array.from({ length: table.rows }, (_, row) => rowOf(table, row)).filter(isData);
  const hasFiguresIn = (column: number) =>
    data.filter((cells) => cells.some((cell) => cell.column === column && isFigures(cell))).length >=
    data.length / 2;
  const columns = Array.from({ length: table.columns }, (_, column) => column > 0 && hasFiguresIn(column));
  return (
    data.length >= Math.max(leastData, table.rows * 0.4) &&
    columns.some((isOwn, column) => isOwn && columns[column + 1] === true)
  );
}

/** The lines of each page with those of tables of figures replaced, and the other tables that were found. */
export interface PlacedFigures {
  linesOfPage: Line[][];
  rest: PageTables[];
}

/** Places the tables of figures, which can be told before the notes are known. */
export function placeFigures(
  pages: readonly PageText[],
  linesOfPage: readonly (readonly Line[])[],
): PlacedFigures {
  const found = pages.map((page, index) => findTables(page, linesOfPage[index] ?? [], pages.length));
  return {
    linesOfPage: found.map(({ tables }, index) => {
      const lines = linesOfPage[index] ?? [];
      return standInFor(titled(tables.filter(isOfFigures), lines), lines);
    }),
    rest: found.map(({ tables, parts }) => ({
      tables: tables.filter((table) => !isOfFigures(table)),
      parts,
    })),
  };
}

/**
 * The lines of each page, those of tables replaced.
 * @param before the tables of figures, where these are placed already; what it found holds where no line was taken since.
 */
export function placeTables(
  pages: readonly PageText[],
  linesOfPage: readonly (readonly Line[])[],
  before?: PlacedFigures,
): Line[][] {
  const found = pages.map((page, index) => {
    const lines = linesOfPage[index] ?? [];
    const known = before?.linesOfPage[index]?.length === lines.length ? before.rest[index] : undefined;
    return known ?? findTables(page, lines, pages.length);
  });
  const tablesOn = (index: number) => [
    ...(found[index]?.tables ?? []),
    ...(linesOfPage[index] ?? []).flatMap(({ table }) => table ?? []),
  ];
  return found.map(({ tables, parts }, index) => {
    const lines = linesOfPage[index] ?? [];
    const goesOn = (part: FoundTable, other: number, isFacing: typeof isAtEnd) =>
      tablesOn(other).some((table) => hasColumnsOf(part, table) && isFacing(table, linesOfPage[other] ?? []));
    const continued = parts.filter(
      (part) =>
        (isAtTop(part, lines) && goesOn(part, index - 1, isAtEnd)) ||
        (isAtEnd(part, lines) && goesOn(part, index + 1, isAtTop)),
    );
    return standInFor(titled([...tables, ...continued], lines), lines);
  });
}
