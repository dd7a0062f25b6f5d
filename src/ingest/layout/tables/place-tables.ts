/** Takes the tables of a document out of its lines. Pure. */
import type { PageText } from '../../../core/document-reader.ts';
import type { FoundTable, Line } from '../../page-model.ts';
import { linesOf } from './cut-line.ts';
import { findTables } from './find-tables.ts';
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

/** The edges of each column; undefined for one without cells of its own. */
function columnEdges({ cells, columns }: FoundTable): (Edges | undefined)[] {
  return Array.from({ length: columns }, (_, column): Edges | undefined => {
    const own = cells.filter((cell) => cell.column === column && cell.columnEnd === column);
    const words = own.flatMap((cell) => cell.words);
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
      return edges.some((edge, side) => Math.abs(edge - shift - (others[side] ?? 0)) <= sameEdge);
    });
  return isSame(0) || isSame(table.left - other.left);
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

/** The lines of each page, those of tables replaced. */
export function placeTables(pages: readonly PageText[], linesOfPage: readonly (readonly Line[])[]): Line[][] {
  const found = pages.map((page, index) => findTables(page, linesOfPage[index] ?? [], pages.length));
  return found.map(({ tables, parts }, index) => {
    const near = [...(found[index - 1]?.tables ?? []), ...(found[index + 1]?.tables ?? [])];
    const continued = parts.filter((part) => near.some((table) => hasColumnsOf(part, table)));
    const lines = linesOfPage[index] ?? [];
    const titled = [...tables, ...continued].map((table) => ({ ...table, ...titleOfTable(table, lines) }));
    return standInFor(titled, lines);
  });
}
