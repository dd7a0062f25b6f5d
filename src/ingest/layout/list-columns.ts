/** Puts the second column of a list beside the first where a page paints it after what stands below both. Pure. */
import type { Line } from '../page-model.ts';
import { bullet } from './item-labels.ts';

/** Points by which the first lines of both columns may differ in height. */
const sameHeight = 3;
/** Ems between the lines of one item, and between items. */
const widestLeading = 2.4;

const sameStyle = (a: Line, b: Line): boolean => a.font === b.font && Math.abs(a.size - b.size) < 0.1;

const markOf = (line: Line): string | undefined => bullet.exec(line.text)?.[0].trim();

/** The lines from `start` on that are of one column of a list, down the page. */
function columnFrom(lines: readonly Line[], start: number): Line[] {
  const own: Line[] = [];
  for (const line of lines.slice(start)) {
    const last = own.at(-1);
    const [left, goesDown] = [own[0]?.x ?? line.x, last === undefined ? 0 : last.y - line.y];
    const goesOn =
      last === undefined ||
      (sameStyle(line, last) &&
        line.column === last.column &&
        goesDown > 0 &&
        goesDown <= widestLeading * line.size &&
        (markOf(line) === undefined ? line.x >= left : Math.abs(line.x - left) <= 1));
    if (!goesOn) break;
    own.push(line);
  }
  return own;
}

/** Whether a column of a list stands to the right of another, at the height where that begins. */
function isBeside(right: readonly Line[], left: readonly Line[]): boolean {
  const [first, other] = [left[0], right[0]];
  return (
    first !== undefined &&
    other !== undefined &&
    sameStyle(first, other) &&
    markOf(first) !== undefined &&
    markOf(first) === markOf(other) &&
    Math.abs(first.y - other.y) <= sameHeight &&
    Math.max(...left.map((line) => line.right)) < Math.min(...right.map(({ x }) => x))
  );
}

/** The lines of a page in reading order. @param lines in painting order, or by columns. */
export function joinListColumns(lines: readonly Line[]): Line[] {
  const starts = lines.flatMap((line, at) => {
    const above = lines[at - 1];
    return markOf(line) !== undefined &&
      (above === undefined || markOf(above) !== undefined || above.x !== line.x)
      ? [at]
      : [];
  });
  const columns = starts.map((at) => columnFrom(lines, at));
  const placed = [...lines];
  for (const right of columns) {
    const left = columns.find((column) => isBeside(right, column));
    const [last, first] = [left?.at(-1), right[0]];
    if (last === undefined || first === undefined) continue;
    const [from, to] = [placed.indexOf(last) + 1, placed.indexOf(first)];
    const foot = Math.min(...[...(left ?? []), ...right].map(({ y }) => y));
    if (from >= to || placed.slice(from, to).some((line) => line.y >= foot)) continue;
    placed.splice(to, right.length);
    placed.splice(from, 0, ...right);
  }
  return placed;
}
