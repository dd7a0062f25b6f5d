/** The small lines at the foot of each page, where notes are. Pure. */
import type { Line } from '../page-model.ts';
import { findGutter, type Gutter, goesOnBeside, orderLines } from './columns.ts';
import type { TextSize } from './main-size.ts';
import { type NoteLine, readOpeners } from './note-openers.ts';
import type { NoteSeries } from './note-series.ts';
import { noteTop } from './note-top.ts';
import { thresholds } from './thresholds.ts';

/** Headings between notes part no notes from the foot of the page. */
function isText(line: Line, size: TextSize): boolean {
  if (line.table !== undefined) return true;
  if (line.size <= size.small || !/\p{L}{2}/u.test(line.text)) return false;
  return !(line.bold || line.size > size.text * thresholds.heading.size || line.text.length < 30);
}

/**
 * The small lines of a page with no text below them in their column, in reading order, with their labels of a series; where
 * notes of the text's size open with raised labels, the lines from the first of these on.
 * @param ends lines that are no notes of the page, whatever their size.
 * @param before the gutter of the page before.
 */
export function smallLinesAtFoot(
  lines: readonly Line[],
  size: TextSize,
  series: NoteSeries,
  ends: ReadonlySet<Line> = new Set(),
  before: Gutter | null = null,
): NoteLine[] {
  const ofText = findGutter(lines.filter((line) => line.size > size.small));
  const top = ofText === null ? noteTop(lines, size, series) : null;
  const own = ofText ?? (top === null ? findGutter(lines) : null);
  const gutter = own ?? (before !== null && goesOnBeside(lines, before) ? before : null);
  const isLeft = (line: Line) => gutter === null || line.x < gutter.left;
  const isRight = (line: Line) => gutter === null || line.right > gutter.right + 1;
  const isSmall = (line: Line) => (top === null ? line.size <= size.small : line.y <= top);
  const text = lines.filter(
    (line) => ends.has(line) || (isText(line, size) && !(top !== null && isSmall(line))),
  );
  const small = lines.filter(
    (line) =>
      isSmall(line) &&
      line.table === undefined &&
      !ends.has(line) &&
      !text.some(
        (other) =>
          other.y <= line.y + line.size / 2 &&
          ((isLeft(line) && isLeft(other)) || (isRight(line) && isRight(other))),
      ),
  );
  const rows = readOpeners(small, series).sort((a, b) => (Math.abs(b.y - a.y) > 1 ? b.y - a.y : a.x - b.x));
  return orderLines(rows, gutter);
}
