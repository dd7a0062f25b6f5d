/** Reads a table whose every row and column is ruled: what stands between four lines is a cell, however many lines it has. Pure. */
import type { FoundCell, FoundTable, Word } from '../../page-model.ts';
import { linesOf } from './cut-line.ts';
import type { Area } from './lattice.ts';
import type { Ruling, Stroke } from './ruling.ts';
import { areFigures, formRows, pieceOf } from './words.ts';

/** Points: lines so near are one, as the two edges of a thick one are. */
const sameLine = 3;
/** The share of the area that a line crosses where it rules all of it, and from which one that does not parts merged cells. */
const whole = 0.9;
const part = 0.12;
/** Rows and columns. */
const leastRows = 2;
const leastColumns = 2;

/** The places of the lines that cross an area from one side to the other; null where others cross a part of it. */
function placesOf(strokes: readonly Stroke[], from: number, to: number): number[] | null {
  const shareOf = (stroke: Stroke) => (Math.min(stroke.to, to) - Math.max(stroke.from, from)) / (to - from);
  const places: number[] = [];
  for (const { at } of [...strokes].filter((stroke) => shareOf(stroke) >= whole).sort((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > sameLine) places.push(at);
  const isKnown = ({ at }: Stroke) => places.some((place) => Math.abs(place - at) <= sameLine);
  return strokes.every((stroke) => shareOf(stroke) < part || isKnown(stroke)) ? places : null;
}

/** The words between each two neighbouring places, or null where one is outside of all. */
function strips(
  words: readonly Word[],
  places: readonly number[],
  at: (word: Word) => number,
): Word[][] | null {
  const own = places
    .slice(1)
    .map((end, index) => words.filter((word) => at(word) >= (places[index] ?? end) && at(word) < end));
  return own.flat().length === words.length ? own : null;
}

/** The text of each line of a cell. */
const lineTexts = ({ lines }: FoundCell): string[] => {
  const texts = new Map<number, string[]>();
  for (const { y, text } of lines) texts.set(Math.round(y), [...(texts.get(Math.round(y)) ?? []), text]);
  return [...texts.values()].map((own) => own.join(' '));
};

/** Whether what stands between two level lines is one row: in no column do figures stand below figures. */
const isOneRow = (cells: readonly FoundCell[]): boolean =>
  cells.every((cell) => lineTexts(cell).filter(areFigures).length < 2);

/** Whether the cells of a row are of several lines, and whether another one of one shows that these belong together. */
const isWrapped = (cells: readonly FoundCell[]): boolean => cells.some((cell) => lineTexts(cell).length > 1);
const isTold = (cells: readonly FoundCell[]): boolean => cells.some((cell) => lineTexts(cell).length === 1);

function cellOf(words: readonly Word[], row: number, column: number, ruling: Ruling): FoundCell | undefined {
  if (words.length === 0) return undefined;
  const lines = formRows(words, ruling).flatMap(({ pieces }) =>
    linesOf([pieceOf(pieces.flatMap((piece) => piece.words))]),
  );
  const text = lines.map((line) => line.text).join(' ');
  return { row, rowEnd: row, column, columnEnd: column, text, lines, words: [...words] };
}

/** @returns null where the lines do not tell each cell, or only what the text tells as well. */
export function readLattice(words: readonly Word[], area: Area, ruling: Ruling): FoundTable | null {
  const isInside = (at: number, low: number, high: number) => at >= low - sameLine && at <= high + sameLine;
  const { left, right, top, bottom } = area;
  const rows = placesOf(
    ruling.level.filter(
      (stroke) => isInside(stroke.at, bottom, top) && stroke.to > left && stroke.from < right,
    ),
    left,
    right,
  );
  const columns = placesOf(
    ruling.upright.filter(
      (stroke) => isInside(stroke.at, left, right) && stroke.to > bottom && stroke.from < top,
    ),
    bottom,
    top,
  );
  if (rows === null || columns === null || rows.length <= leastRows || columns.length <= leastColumns)
    return null;
  const byRow = strips(words, rows, ({ y, size }) => y + size * 0.3)?.reverse();
  const byColumn = strips(words, columns, (word) => (word.x + word.right) / 2);
  if (byRow === undefined || byColumn === null) return null;
  const read = byRow
    .filter((own) => own.length > 0)
    .map((own, row) =>
      byColumn.flatMap(
        (inColumn, column) =>
          cellOf(
            own.filter((word) => inColumn.includes(word)),
            row,
            column,
            ruling,
          ) ?? [],
      ),
    );
  const wrapped = read.filter(isWrapped);
  if (wrapped.length === 0 || !read.every(isOneRow) || wrapped.filter(isTold).length * 2 < wrapped.length)
    return null;
  const first = Math.max(...words.map(({ y, size }) => y + size * 0.8));
  const last = Math.min(...words.map(({ y, size }) => y - size * 0.25));
  return {
    left: Math.min(...words.map(({ x }) => x)),
    right: Math.max(...words.map((word) => word.right)),
    top: first,
    bottom: last,
    columns: columns.length - 1,
    rows: read.length,
    cells: read.flat(),
    caption: null,
    unit: null,
  };
}
