/** Finds columns by the gap between them. Pure. */
import type { Line } from '../page-model.ts';
import { thresholds } from './thresholds.ts';

/** A gutter between two columns, in points from the page's left edge. */
export interface Gutter {
  left: number;
  right: number;
}

interface Extent {
  left: number;
  right: number;
}

function extentOf(lines: readonly Line[]): Extent {
  return {
    left: Math.min(...lines.map((line) => line.x)),
    right: Math.max(...lines.map((line) => line.right)),
  };
}

/** Lines long enough to show a column: at least a third of the text's width. */
function wideLines(lines: readonly Line[], extent: Extent): Line[] {
  return lines.filter((line) => line.right - line.x >= (extent.right - extent.left) * 0.3);
}

/** Whether lines are mostly in the style of pull quotes. */
function areQuotes(lines: readonly Line[]): boolean {
  return lines.filter((line) => line.bold && line.italic).length * 2 > lines.length;
}

/**
 * The gutter of a page set in two columns, or null for one column: the empty strip in the middle of the text
 * at whose right edge most lines start.
 */
export function findGutter(lines: readonly Line[]): Gutter | null {
  const { gutter, from, to, crossing, balance } = thresholds.column;
  if (lines.length < 8) return null;
  const extent = extentOf(lines);
  const width = extent.right - extent.left;
  const wide = wideLines(lines, extent);
  if (wide.length < 8) return null;
  let best: { gutter: Gutter; starts: number } | null = null;
  for (let right = extent.left + width * from; right <= extent.left + width * to; right += 1) {
    const left = right - gutter;
    const crosses = wide.filter((line) => line.x < right - 1 && line.right > left + 1).length;
    if (crosses > crossing * wide.length) continue;
    const before = wide.filter((line) => line.right <= left + 1);
    const after = wide.filter((line) => line.x >= right - 1);
    if (Math.min(before.length, after.length) < balance * (before.length + after.length)) continue;
    // Text beside a pull quote is no column.
    if (areQuotes(before) !== areQuotes(after)) continue;
    const starts = wide.filter((line) => Math.abs(line.x - right) <= 1.5).length;
    if (best === null || starts > best.starts) best = { gutter: { left, right }, starts };
  }
  return best === null ? null : widen(best.gutter, lines, wide);
}

/** The right column may begin further left than most of its lines, which are set in below "•": at the first behind the left column. */
function widen({ left, right }: Gutter, lines: readonly Line[], wide: readonly Line[]): Gutter {
  const edge = Math.max(...wide.filter((line) => line.right <= left + 1).map((line) => line.right));
  const first = Math.min(right, ...lines.filter(({ x }) => x > edge && x < right).map(({ x }) => x));
  return { left: first - (right - left), right: first };
}

/** So many lines on a page begin where the right column of the page before does. */
const fewestStarts = 2;

/**
 * Whether a page goes on in the columns of the page before, though too few of its lines stand in the right one to show it: as
 * where a list of notes ends. No line crosses that gutter, and some begin at its right edge.
 */
export function goesOnBeside(lines: readonly Line[], { left, right }: Gutter): boolean {
  return (
    lines.every((line) => line.x >= right - 1 || line.right <= left + 1) &&
    lines.some((line) => line.right <= left + 1) &&
    lines.filter((line) => Math.abs(line.x - right) <= 1.5).length >= fewestStarts
  );
}

const longLink = /(?=\S{20})\S*[/_%=]\S/;

function byHeightThenLeft(a: Line, b: Line): number {
  return Math.abs(b.y - a.y) > 1 ? b.y - a.y : a.x - b.x;
}

/**
 * The lines of a page in reading order, each with its column. Lines that cross the gutter cut the page into bands;
 * within a band the left column comes before the right one. With one column, the painting order is kept.
 */
export function orderLines<Kind extends Line>(lines: readonly Kind[], gutter: Gutter | null): Kind[] {
  if (gutter === null) return [...lines];
  // A link longer than its column reaches into the other, whose text stands beside it.
  const isBeside = (line: Line, other: Line) =>
    other.x >= gutter.right - 1 && Math.abs(other.y - line.y) <= 0.6 * line.size;
  const crosses = (line: Line) =>
    line.x < gutter.left &&
    line.right > gutter.right + 1 &&
    !(longLink.test(line.text) && lines.some((other) => isBeside(line, other)));
  const sorted = [...lines].sort(byHeightThenLeft);
  const ordered: Kind[] = [];
  let left: Kind[] = [];
  let right: Kind[] = [];
  /** The short last line of a title or paragraph across the gutter: directly below, alone on its row. */
  const endsBand = (line: Line, above: Line | undefined) =>
    above?.column === null &&
    left.length + right.length === 0 &&
    above.font === line.font &&
    Math.abs(above.size - line.size) < 0.1 &&
    Math.abs(above.x - line.x) <= 2 &&
    above.y - line.y <= line.size * 1.6 &&
    !lines.some((other) => other !== line && Math.abs(other.y - line.y) <= 1);
  const closeBand = () => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of sorted) {
    if (crosses(line) || endsBand(line, ordered.at(-1))) {
      closeBand();
      ordered.push({ ...line, column: null });
    } else if (line.x < gutter.left) {
      left.push({ ...line, column: 0 });
    } else {
      right.push({ ...line, column: 1 });
    }
  }
  closeBand();
  return ordered;
}
