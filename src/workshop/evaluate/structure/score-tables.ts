/**
 * How well tables that were found match the known ones: by the cells that stand beside each other, as the table competition
 * of ICDAR 2013 scores them (Göbel et al.), and by the areas of the tables. Pure.
 */
import type { FoundTable } from '../../../ingest/page-model.ts';
import type { CellPlace, KnownTable } from './cell-truth.ts';

export interface Count {
  known: number;
  found: number;
  right: number;
}

export interface TableScore {
  /** Pairs of cells with none between them. */
  pairs: Count;
  tables: Count;
}

/** Texts are one whatever their blanks, dashes and leading dots. */
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u00ad-]/g, '-')
    .replace(/\s|\u200b/g, '')
    .replace(/[.·…_]{3,}/g, '')
    .toLowerCase();

/** Each cell with the nearest to its right in each of its rows, and with the nearest below in each of its columns. */
function pairsOf(cells: readonly CellPlace[]): string[] {
  const filled = cells.filter(({ text }) => keyOf(text) !== '');
  return filled.flatMap((cell) => {
    const beside = new Set<CellPlace>();
    const below = new Set<CellPlace>();
    const nearest = (
      into: Set<CellPlace>,
      isAfter: (other: CellPlace) => boolean,
      start: (other: CellPlace) => number,
    ) => {
      const [first] = filled
        .filter((other) => other !== cell && isAfter(other))
        .sort((a, b) => start(a) - start(b));
      if (first !== undefined) into.add(first);
    };
    for (let row = cell.row; row <= cell.rowEnd; row++)
      nearest(
        beside,
        (other) => other.row <= row && other.rowEnd >= row && other.column > cell.columnEnd,
        (other) => other.column,
      );
    for (let column = cell.column; column <= cell.columnEnd; column++)
      nearest(
        below,
        (other) => other.column <= column && other.columnEnd >= column && other.row > cell.rowEnd,
        (other) => other.row,
      );
    const own = keyOf(cell.text);
    return [
      ...[...beside].map((other) => `${own} > ${keyOf(other.text)}`),
      ...[...below].map((other) => `${own} v ${keyOf(other.text)}`),
    ];
  });
}

function countShared(known: readonly string[], found: readonly string[]): Count {
  const left = new Map<string, number>();
  for (const pair of known) left.set(pair, (left.get(pair) ?? 0) + 1);
  let right = 0;
  for (const pair of found) {
    const count = left.get(pair) ?? 0;
    if (count > 0) right++;
    left.set(pair, count - 1);
  }
  return { known: known.length, found: found.length, right };
}

/** Points. */
const slack = 3;

/** Whether the middle of each known cell lies in a table that was found. @param margin widens it. */
function holds({ left, right, top, bottom }: FoundTable, { cells }: KnownTable, margin: number): boolean[] {
  return cells.map((cell) => {
    const [x, y] = [(cell.left + cell.right) / 2, (cell.bottom + cell.top) / 2];
    return x >= left - margin && x <= right + margin && y >= bottom - margin && y <= top + margin;
  });
}

/** A table is right if it holds all cells of a known one, and none of another. */
function countTables(known: readonly KnownTable[], found: readonly FoundTable[]): Count {
  const taken = new Set<FoundTable>();
  for (const table of known) {
    const match = found.find(
      (other) =>
        !taken.has(other) &&
        holds(other, table, slack).every(Boolean) &&
        !known.some((rest) => rest !== table && holds(other, rest, 0).some(Boolean)),
    );
    if (match !== undefined) taken.add(match);
  }
  return { known: known.length, found: found.length, right: taken.size };
}

const add = (counts: readonly Count[]): Count => ({
  known: counts.reduce((sum, { known }) => sum + known, 0),
  found: counts.reduce((sum, { found }) => sum + found, 0),
  right: counts.reduce((sum, { right }) => sum + right, 0),
});

/** @param foundOfPage the tables of each page, page 1 first. */
export function scoreTables(
  known: readonly KnownTable[],
  foundOfPage: readonly (readonly FoundTable[])[],
): TableScore {
  const pages = foundOfPage.map((found, index) => {
    const own = known.filter(({ page }) => page === index + 1);
    const pairs = countShared(
      own.flatMap(({ cells }) => pairsOf(cells)),
      found.flatMap(({ cells }) => pairsOf(cells)),
    );
    return { pairs, tables: countTables(own, found) };
  });
  return { pairs: add(pages.map(({ pairs }) => pairs)), tables: add(pages.map(({ tables }) => tables)) };
}

export const sumScores = (scores: readonly TableScore[]): TableScore => ({
  pairs: add(scores.map(({ pairs }) => pairs)),
  tables: add(scores.map(({ tables }) => tables)),
});

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const recallOf = ({ right, known }: Count): number => shareOf(right, known);
export const precisionOf = ({ right, found }: Count): number => shareOf(right, found);
export const f1Of = ({ right, known, found }: Count): number => shareOf(2 * right, known + found);
