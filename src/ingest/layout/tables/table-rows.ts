/** Reads a found table as rows with their heads. Pure. */
import type { FoundCell, FoundTable, Word } from '../../page-model.ts';
import { joinLines, type Paragraph, type PlacedMarker } from '../paragraphs.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { countHeads, isFigures, isInnerHead, isLabel, isLoneText, rowOf } from './heads.ts';
import { isUnit } from './table-title.ts';

export interface RowCell {
  content: Paragraph;
  /** The heads above it, from the outer one on. */
  heads: string[];
}

/** A row below the heads; its cells from left to right. */
export interface TableRow {
  cells: RowCell[];
  /** The labels that head the group of rows that it is in, from the outer one on: "Current assets". */
  under: string[];
  /** Those of the table's title, of the heads of its cells and of the labels that it is under. */
  markers: PlacedMarker[];
}

/** What a table leaves to the one that goes on with it on the next page. */
export interface TableEnd {
  heads: string[][];
  /** Those of each column's heads. */
  markers: PlacedMarker[][];
  /** Of the groups that are open after its last row, from the outer one on. */
  labels: Label[];
  /** Where it ends, in points: labels are set in from where they are there. */
  right: number;
}

export interface Label {
  text: string;
  markers: PlacedMarker[];
  x: number;
  /** Whether its rows are set in from it; unknown before the first. */
  isOuter?: boolean;
}

/** Points by which rows of a group are set in from its label. */
const indent = 2;

type Heads = Pick<TableEnd, 'heads' | 'markers'>;

/** "2021/22 Est." */
export const tellsYear = (text: string): boolean => /^(?:19|20)\d\d\b/.test(text);

const leftOf = (cells: readonly FoundCell[]): number =>
  Math.min(...cells.flatMap(({ words }) => words.map(({ x }) => x)));

/** Closes the groups that a row is no more in, by how far it is set in. */
function closeGroups(labels: Label[], x: number): void {
  for (let top = labels.at(-1); top !== undefined; top = labels.at(-1)) {
    top.isOuter ??= x > top.x + indent;
    if (!top.isOuter || x > top.x + indent) return;
    labels.pop();
  }
}

/** A label in the first column, and the column of a second one beside it, whose further rows are about the first too. */
interface Spanning {
  label: FoundCell;
  over: number;
}

function readSpanning([label, second, ...rest]: readonly FoundCell[]): Spanning | null {
  const isSpanning =
    label?.column === 0 && second !== undefined && !isFigures(second) && rest.some(isFigures);
  return isSpanning ? { label, over: second.column } : null;
}

/** Points by which a text is wider than the column that it stands in, on both sides. */
const overlap = 8;

/** Whether a cell is wider than all others of its column, or stands in several but not over all. */
function isWide(cell: FoundCell, table: FoundTable): boolean {
  if (cell.columnEnd > cell.column) return cell.column > 1 || cell.columnEnd < table.columns - 1;
  const others = table.cells
    .filter((other) => other !== cell && other.column === cell.column && other.columnEnd === cell.column)
    .flatMap(({ words }) => words);
  const rightOf = (words: readonly Word[]) => Math.max(...words.map(({ right }) => right));
  const left = Math.min(...others.map(({ x }) => x));
  return leftOf([cell]) < left - overlap && rightOf(cell.words) > rightOf(others) + overlap;
}

/**
 * Whether the last row above the data is no head but a label over the columns: as further ones stand within the table,
 * "Million acres", or wider than a column, "1,000 short tons, raw value".
 */
function opensWithGroup(table: FoundTable): boolean {
  const headRows = countHeads(table);
  const overIn = (row: number) => {
    const [cell, ...others] = rowOf(table, row);
    return cell !== undefined && isLabel([cell, ...others]) && cell.column > 0 ? cell : undefined;
  };
  const last = overIn(headRows - 1);
  const within = Array.from({ length: table.rows - headRows }, (_, index) => headRows + index);
  return (
    headRows > 1 && last !== undefined && (within.some(overIn) || (isWide(last, table) && !isUnit(last.text)))
  );
}

function openGroup(labels: Label[], label: Label): void {
  while (labels.length > 0 && (labels.at(-1)?.x ?? 0) >= label.x - 1) labels.pop();
  labels.push(label);
}

/**
 * The rows below the heads.
 * @param before what the table leaves that this one may go on with: its heads, if this one has none, and its open groups, if
 * it has none or the same ones again.
 * @param ofTitle the markers in the title that is printed above its first page.
 */
export function readTable(
  table: FoundTable,
  vocabulary: Vocabulary,
  before?: TableEnd,
  ofTitle: readonly PlacedMarker[] = [],
): { rows: TableRow[]; end: TableEnd; goesOn: boolean } {
  const contents = new Map(table.cells.map((cell) => [cell, joinLines(cell.lines, vocabulary)]));
  const contentOf = (cell: FoundCell) => contents.get(cell) ?? joinLines(cell.lines, vocabulary);
  const textOf = (cell: FoundCell) => contentOf(cell).text;
  const markersOf = (cell: FoundCell) => contentOf(cell).markers;
  const headsIn = (from: number, end: number): Heads => {
    const columns = Array.from({ length: table.columns }, (_, column) =>
      table.cells
        .filter((cell) => cell.row >= from && cell.row < end)
        .filter((cell) => cell.column <= column && cell.columnEnd >= column && !isUnit(cell.text)),
    );
    return {
      heads: columns.map((cells) => cells.map(textOf)),
      markers: columns.map((cells) => cells.flatMap(markersOf)),
    };
  };
  const headRows = countHeads(table) - (opensWithGroup(table) ? 1 : 0);
  const own = headsIn(0, headRows);
  const goesOn = before !== undefined && (headRows === 0 || own.heads.join('|') === before.heads.join('|'));
  const first = goesOn ? { heads: before.heads, markers: before.markers } : own;
  let { heads, markers } = first;
  const rows: TableRow[] = [];
  let spanning: Spanning | null = null;
  const shift = table.right - (before?.right ?? 0);
  const labels = goesOn ? before.labels.map((label) => ({ ...label, x: label.x + shift })) : [];
  for (let row = headRows; row < table.rows; row++) {
    const cells = rowOf(table, row);
    if (cells.length === 0) continue;
    if (row > headRows && isInnerHead(cells, rowOf(table, row + 1), heads)) {
      const isOver = (at: number) => at > headRows && rowOf(table, at).every(({ column }) => column > 0);
      let from = row;
      while (isOver(from - 1)) from--;
      ({ heads, markers } = headsIn(from, row + 1));
      labels.length = 0;
      spanning = null;
      continue;
    }
    const x = leftOf(cells);
    if (!isLabel(cells)) closeGroups(labels, x);
    if (isLabel(cells) || cells[0]?.column === 0) spanning = readSpanning(cells);
    const isSpanned = spanning !== null && cells[0]?.column === spanning.over && !isFigures(cells[0]);
    const opened = labels.map(({ text }) => text);
    const under =
      isSpanned && spanning !== null ? [...(heads[0] ?? []), ...opened, textOf(spanning.label)] : opened;
    const above = [
      ...ofTitle,
      ...labels.flatMap((label) => label.markers),
      ...(isSpanned && spanning !== null ? markersOf(spanning.label) : []),
      ...cells.flatMap(({ column }) => markers[column] ?? []),
    ];
    rows.push({
      cells: cells.map((cell) => ({
        content: contentOf(cell),
        heads: heads[cell.column] ?? [],
      })),
      under: isLabel(cells) ? [] : under,
      markers: isLabel(cells) ? [] : [...new Set(above)],
    });
    if (!isLabel(cells) || isLoneText(cells, table)) continue;
    const text = cells.map(textOf).join(' ');
    // "2021/22" within a table of 2020/21 takes the place of what heads the labels.
    if (cells[0]?.column === 0 && tellsYear(text) && heads[0]?.some(tellsYear)) {
      heads = [[text], ...heads.slice(1)];
      markers = [cells.flatMap(markersOf), ...markers.slice(1)];
      labels.length = 0;
    } else openGroup(labels, { text, x, markers: cells.flatMap(markersOf) });
  }
  return { rows, end: { ...first, labels, right: table.right }, goesOn };
}
