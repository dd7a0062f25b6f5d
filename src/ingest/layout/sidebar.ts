/** Finds a narrow column of text beside a wide one: a sidebar. Pure. */
import type { Line } from '../page-model.ts';
import type { Gutter } from './columns.ts';

/** Points of the strip between the two that nothing stands in. */
const strip = 12;
/** The least and the most share of the text's width that the narrow column takes. */
const narrowest = 0.18;
const widest = 0.36;
/** So many lines below each other in one type are a paragraph, most of which are this share of their column wide; ems between them. */
const fewestLines = 8;
const fullShare = 0.6;
const leading = 1.6;

const widthOf = (lines: readonly Line[]): number =>
  Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x));

/** The size of a run of text that is longer than any heading, label or cell; undefined where some lines have none. */
function sizeOfText(lines: readonly Line[]): number | undefined {
  const width = widthOf(lines);
  const isFull = ({ x, right }: Line) => right - x >= fullShare * width;
  let run: Line[] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const above = run.at(-1);
    const goesOn =
      above !== undefined &&
      above.font === line.font &&
      Math.abs(above.size - line.size) < 0.1 &&
      Math.abs(above.x - line.x) <= 1.5 &&
      above.y - line.y <= leading * line.size;
    run = goesOn ? [...run, line] : [line];
    if (run.length >= fewestLines && run.filter(isFull).length * 2 > run.length) return line.size;
  }
  return undefined;
}

/** Whether one of two columns is a sidebar to the other: as narrow, and in no larger type, as headings in the margin are. */
function areTextAndSidebar(one: readonly Line[], other: readonly Line[], width: number): boolean {
  const [narrow, wide] = widthOf(one) < widthOf(other) ? [one, other] : [other, one];
  const share = widthOf(narrow) / width;
  if (share < narrowest || share > widest) return false;
  const [size, textSize] = [sizeOfText(narrow), sizeOfText(wide)];
  return size !== undefined && textSize !== undefined && size <= textSize;
}

/** The strip beside a sidebar, left or right of the text; null where a page has none. */
export function findSidebar(lines: readonly Line[]): Gutter | null {
  if (lines.length < 2 * fewestLines) return null;
  const width = widthOf(lines);
  const edges = [...new Set(lines.map(({ right }) => right))].sort((a, b) => a - b);
  for (const left of edges) {
    const before = lines.filter((line) => line.right <= left);
    const after = lines.filter((line) => line.x >= left + strip);
    const isClear = after.length > 0 && before.length + after.length === lines.length;
    if (isClear && areTextAndSidebar(before, after, width))
      return { left: left + 1, right: Math.min(...after.map(({ x }) => x)) };
  }
  return null;
}
