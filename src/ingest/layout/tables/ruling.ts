/** The ruling lines of a page, put together from what it draws. Pure. */
import type { Rule } from '../../../core/document-reader.ts';

/** A line: `at` is its y if it is level, its x if it is upright. */
export interface Stroke {
  at: number;
  from: number;
  to: number;
}

export interface Ruling {
  /** Drawn lines. */
  level: Stroke[];
  upright: Stroke[];
  /** Whether an upright line stands between two places at a height. */
  partsSides(left: number, right: number, y: number): boolean;
  /** Whether a level line lies between two heights, or the side of a filled box, over at least half of a width. */
  partsRows(top: number, bottom: number, left: number, right: number): boolean;
}

/** Points. */
const thin = 3;
const shortest = 6;
const join = 2.5;

/** Joins strokes that lie in one line and touch, as dashes and the sides of neighbouring cells do. */
function joinStrokes(strokes: Stroke[]): Stroke[] {
  const joined: Stroke[] = [];
  for (const stroke of strokes.sort((a, b) => a.at - b.at || a.from - b.from)) {
    const home = joined.findLast(
      (other) =>
        stroke.at - other.at <= 1 && stroke.from <= other.to + join && stroke.to >= other.from - join,
    );
    if (home === undefined) joined.push({ ...stroke });
    else {
      home.from = Math.min(home.from, stroke.from);
      home.to = Math.max(home.to, stroke.to);
    }
  }
  return joined.filter(({ from, to }) => to - from >= shortest);
}

/** @param pageHeight lines near as long as the page are its frame. */
export function readRuling(rules: readonly Rule[], pageWidth: number, pageHeight: number): Ruling {
  const level: Stroke[] = [];
  const upright: Stroke[] = [];
  const sides: Stroke[] = [];
  for (const { x, y, width, height } of rules) {
    if (height <= thin && width > height) level.push({ at: y + height / 2, from: x, to: x + width });
    else if (width <= thin) upright.push({ at: x + width / 2, from: y, to: y + height });
    else if (width < pageWidth * 0.95 || height < pageHeight * 0.3) {
      // Rows in turns of two colours: the sides of a filled box part them, but are no grid.
      sides.push({ at: y, from: x, to: x + width }, { at: y + height, from: x, to: x + width });
    }
  }
  const parting = joinStrokes([...level, ...sides]);
  const own = {
    level: joinStrokes(level),
    upright: joinStrokes(upright).filter(({ from, to }) => to - from < pageHeight * 0.95),
  };
  return {
    ...own,
    partsSides: (left, right, y) =>
      own.upright.some(({ at, from, to }) => at >= left - 1 && at <= right + 1 && from <= y && to >= y),
    partsRows: (top, bottom, left, right) =>
      parting.some(
        ({ at, from, to }) =>
          at < top && at > bottom && Math.min(to, right) - Math.max(from, left) >= (right - left) / 2,
      ),
  };
}
