/** Stretches heads over the columns that they stand over. Pure. */
import type { FoundCell } from '../../page-model.ts';
import type { Cut } from './columns.ts';
import type { Ruling } from './ruling.ts';

export interface Extent {
  left: number;
  right: number;
}

const extentOf = ({ words }: FoundCell): Extent => ({
  left: Math.min(...words.map(({ x }) => x)),
  right: Math.max(...words.map((word) => word.right)),
});

/** The line below a head that shows how far it goes: longer than the head, and below no other. */
function ruleBelow(cell: FoundCell, row: readonly FoundCell[], ruling: Ruling): Extent | undefined {
  const { left, right } = extentOf(cell);
  const [word] = cell.words;
  const y = Math.min(...cell.words.map((own) => own.y));
  if (word === undefined) return undefined;
  const below = ruling.level.find(
    ({ at, from, to }) =>
      at < y && at > y - word.size && from <= left + 2 && to >= right - 2 && to - from > right - left,
  );
  if (below === undefined) return undefined;
  const isShared = row.some((other) => {
    const own = extentOf(other);
    return other !== cell && own.left < below.to && own.right > below.from;
  });
  return isShared ? undefined : { left: below.from, right: below.to };
}

/** Lines of a head and of the one below it, in ems, down to the line below both. */
const farthestRule = 4;

/** The only column that the next line below a head goes on over, where the head reaches into another one. */
function onlyColumnBelow(cell: FoundCell, columns: readonly Extent[], ruling: Ruling): number | undefined {
  const { left, right } = extentOf(cell);
  const size = cell.words[0]?.size ?? 0;
  const y = Math.min(...cell.words.map((own) => own.y));
  const rule = ruling.level.findLast(
    ({ at, from, to }) => at < y && at > y - farthestRule * size && from <= left + 2 && to >= right - 2,
  );
  const under = columns.flatMap((column, index) => {
    const shared = Math.min(column.right, rule?.to ?? 0) - Math.max(column.left, rule?.from ?? 0);
    return shared > (column.right - column.left) / 2 ? [index] : [];
  });
  return under.length === 1 ? under[0] : undefined;
}

/** Columns on both sides of a head over several that it stands in the middle of. */
function centred(
  cell: FoundCell,
  columns: readonly Extent[],
  free: (column: number) => boolean,
): [number, number] {
  const { left, right } = extentOf(cell);
  let span: [number, number] = [cell.column, cell.columnEnd];
  for (let [from, to] = span; from >= 1 && to < columns.length && free(from) && free(to); from--, to++) {
    const middle = ((columns[from]?.left ?? 0) + (columns[to]?.right ?? 0)) / 2;
    if (Math.abs(middle - (left + right) / 2) <= (cell.words[0]?.size ?? 0)) span = [from, to];
  }
  return span;
}

/** What each head stands in the middle of, as far as no other head is nearer, where these are all columns but the first. */
function tiles(row: readonly FoundCell[], columns: readonly Extent[]): [number, number][] | null {
  const spans = row.map((cell, index): [number, number] => {
    const [before, after] = [row[index - 1]?.columnEnd ?? 0, row[index + 1]?.column ?? columns.length];
    const { left, right } = extentOf(cell);
    const isCentred = (from: number, to: number) =>
      Math.abs((columns[from]?.left ?? 0) + (columns[to]?.right ?? 0) - left - right) <=
      2 * (cell.words[0]?.size ?? 0);
    let widest: [number, number] = [cell.column, cell.columnEnd];
    for (let from = before + 1; from <= cell.column; from++)
      for (let to = cell.columnEnd; to < after; to++)
        if (isCentred(from, to) && to - from > widest[1] - widest[0]) widest = [from, to];
    return widest;
  });
  const isWhole = spans.every(([from], index) => from === (spans[index - 1]?.[1] ?? 0) + 1);
  return isWhole && spans.at(-1)?.[1] === columns.length - 1 ? spans : null;
}

/** @param row cells of one row of heads. @param columns where the cells of each column stand. @param isApart from the row below. */
export function spanHeads(
  row: readonly FoundCell[],
  columns: readonly Extent[],
  cuts: readonly Cut[],
  ruling: Ruling,
  isApart: boolean,
): void {
  if (row.length > 0 && isApart && row.every(({ column }) => column > 0)) {
    const spans = tiles(row, columns);
    row.forEach((cell, index) => {
      [cell.column, cell.columnEnd] = spans?.[index] ?? [cell.column, cell.columnEnd];
    });
  }
  for (const cell of row) {
    const isFree = (column: number) =>
      !row.some((other) => other !== cell && other.column <= column && other.columnEnd >= column);
    const rule = ruleBelow(cell, row, ruling);
    // A line below the labels too is the table's own.
    if (rule !== undefined && rule.left >= (columns[0]?.right ?? 0) - 1) {
      const under = columns.flatMap(({ left, right }, column) => {
        const shared = Math.min(right, rule.right) - Math.max(left, rule.left);
        return shared > (right - left) / 2 && isFree(column) ? [column] : [];
      });
      cell.column = Math.min(cell.column, ...under);
      cell.columnEnd = Math.max(cell.columnEnd, ...under);
    } else if (cell.columnEnd > cell.column && cell.column > 0 && cuts.length > 2) {
      const only = onlyColumnBelow(cell, columns, ruling);
      [cell.column, cell.columnEnd] = only === undefined ? centred(cell, columns, isFree) : [only, only];
    }
  }
}
