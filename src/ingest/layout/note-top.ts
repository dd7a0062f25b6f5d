/** Where the notes of a page begin that are set in the size of its text: at labels raised in the text and before a line. Pure. */
import { type Line, linesWithin } from '../page-model.ts';
import type { TextSize } from './main-size.ts';
import type { NoteSeries } from './note-series.ts';

/** How much further down a note's first line is than the rows of text are apart, at least: 1 for as far. */
const leastGap = 1.4;
/** Notes that a page may leave out, as those that stand on the next. */
const longestSkip = 2;

/** The label that stands raised before a line. */
function openingOf({ markers }: Line, series: NoteSeries): number | null {
  const [marker] = markers;
  const [label, ...others] = marker?.labels ?? [];
  return marker?.offset !== 0 || label === undefined || others.length > 0 ? null : series.place(label);
}

/** Whether numbers rise by one, or little more. */
const rise = (numbers: readonly number[]): boolean =>
  numbers.slice(1).every((number, index) => {
    const step = number - (numbers[index] ?? 0);
    return step > 0 && step <= longestSkip;
  });

/** The usual distance of a page's rows, in points. */
function usualGap(rows: readonly Line[]): number {
  const gaps = rows.slice(1).map((row, index) => (rows[index]?.y ?? row.y) - row.y);
  const own = gaps.filter((gap) => gap > 1).sort((a, b) => a - b);
  return own[Math.floor(own.length / 2)] ?? 0;
}

/**
 * The height of the first note at the foot of a page, in points from its lower edge: a line behind a wider gap, before which a
 * label is raised that is raised in the text above too, with labels below that follow it. Null without one. A marker that a
 * line break has parted from its sentence stands behind no gap and nowhere above.
 */
export function noteTop(lines: readonly Line[], size: TextSize, series: NoteSeries): number | null {
  const rows = [...lines].sort((a, b) => b.y - a.y);
  const openers = rows.flatMap((line, at) => {
    const number = openingOf(line, series);
    return number === null ? [] : [{ at, line, number }];
  });
  if (openers.length === 0) return null;
  const named = (from: number, number: number) =>
    linesWithin(rows.slice(0, from)).some((row) =>
      row.markers.some(
        ({ offset, labels }) => offset > 0 && labels.some((one) => series.place(one) === number),
      ),
    );
  const gap = leastGap * usualGap(rows);
  const first = openers.find(({ at, line }, index) => {
    const own = openers.slice(index).map(({ number }) => number);
    const above = rows[at - 1];
    return (
      line.size > size.small &&
      above !== undefined &&
      above.y - line.y >= gap &&
      rise(own) &&
      own.every((number) => named(at, number))
    );
  });
  return first === undefined ||
    rows.slice(first.at).some((line) => line.size > size.text || line.table !== undefined)
    ? null
    : first.line.y + first.line.size / 2;
}
