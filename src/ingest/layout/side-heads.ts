/** Puts headings in the margin, which a page paints behind its text, before the paragraphs that they stand beside. Pure. */
import type { Line } from '../page-model.ts';

/** The share of a page's lines that stand right of its margin, and the least points between the two. */
const textShare = 0.6;
const margin = 6;
/** Ems from one line of a heading to its next. */
const leading = 1.5;
/** Ems between the first lines of a heading and of its paragraph, and above that line: less is within a paragraph. */
const beside = 0.5;
const apart = 1.5;

/** Where a page's text begins, if lines stand in the margin left of it. */
function textEdge(lines: readonly Line[]): number | undefined {
  const starts = new Map<number, number>();
  for (const { x } of lines) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  const [usual] = [...starts].sort((a, b) => b[1] - a[1]);
  if (usual === undefined) return undefined;
  const edge = usual[0] - 1;
  const isClear = lines.every(({ x, right }) => x >= edge || right <= edge - margin);
  return isClear && lines.filter(({ x }) => x >= edge).length >= textShare * lines.length ? edge : undefined;
}

/** Lines in the margin that are those of one heading. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      last.font === line.font &&
      Math.abs(last.size - line.size) < 0.1 &&
      last.y > line.y &&
      last.y - line.y <= leading * line.size;
    if (goesOn) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

/**
 * The lines of a page in one column, in the order in which they are read. Where text was painted before the headings in the
 * margin, each is put before the paragraph that begins at its height; one that stands at none stays where it is.
 */
export function placeSideHeads(lines: readonly Line[]): Line[] {
  if (lines.some(({ column }) => column !== null)) return [...lines];
  const edge = textEdge(lines.filter(({ table }) => table === undefined));
  if (edge === undefined) return [...lines];
  const placed = [...lines];
  const inMargin = lines.filter((line) => line.right < edge && line.table === undefined);
  for (const head of groupLines(inMargin)) {
    const [first] = head;
    if (first === undefined) continue;
    const text = placed.filter((line) => !inMargin.includes(line));
    const at = text.findIndex(({ y }) => Math.abs(y - first.y) <= beside * first.size);
    const [own, above] = [text[at], text[at - 1]];
    const isLate = own !== undefined && placed.indexOf(own) < placed.indexOf(first);
    const opens = own !== undefined && (above === undefined || above.y - own.y > apart * own.size);
    if (own === undefined || !isLate || !opens) continue;
    const rest = placed.filter((line) => !head.includes(line));
    rest.splice(rest.indexOf(own), 0, ...head);
    placed.splice(0, placed.length, ...rest);
  }
  return placed;
}
