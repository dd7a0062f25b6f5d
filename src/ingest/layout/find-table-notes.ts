/** Finds the notes below tables and pictures, amid a page: lines that open with a label which stands above them. Pure. */
import { type Line, linesWithin, type PageNote } from '../page-model.ts';
import { gluedSigns } from './loose-markers.ts';
import type { TextSize } from './main-size.ts';
import { cutStart } from './note-openers.ts';
import { numbers } from './note-series.ts';
import { smallLinesAtFoot } from './note-zones.ts';

/** Ems from a note's line to its next. */
const widestLeading = 1.6;
const openingSign = /^([*†‡§¶]{1,3})\s*(?=[\p{L}\p{N}"“‘'([])/u;

interface Opener {
  label: string;
  line: Line;
  /** The line without its label. */
  bare: Line;
}

function readOpener(line: Line): Opener | undefined {
  const [marker] = line.markers;
  const label = marker?.labels[0];
  if (marker?.offset === 0 && marker.printed !== undefined && label !== undefined)
    return { label, line, bare: { ...line, markers: line.markers.slice(1) } };
  const match = openingSign.exec(line.text);
  return match?.[1] === undefined
    ? undefined
    : { label: match[1], line, bare: cutStart(line, match[0].length) };
}

/** The labels that stand in a line behind text. */
const mentionsIn = ({ text, markers }: Line): string[] => [
  ...markers.flatMap(({ offset, printed, labels }) => (offset > 0 && printed !== undefined ? labels : [])),
  ...gluedSigns(text),
];

/** The lines of a note: from its opener down, of one size and evenly spaced, up to the next opener. */
function gatherLines(opener: Opener, lines: readonly Line[], openers: ReadonlySet<Line>): Line[] {
  const own = [opener.line];
  for (const line of lines.slice(lines.indexOf(opener.line) + 1)) {
    const last = own.at(-1) ?? opener.line;
    const leading = last.y - line.y;
    const goesOn =
      !openers.has(line) &&
      Math.abs(line.size - last.size) <= 0.3 &&
      leading > 0 &&
      leading <= widestLeading * last.size &&
      Math.min(line.right, last.right) > Math.max(line.x, last.x);
    if (!goesOn) break;
    own.push(line);
  }
  return own;
}

/**
 * The notes of a page's tables, and the lines that they take. What the text names at the foot of the page is no such note.
 * @param before the lines of the page before, where the table may have begun.
 */
export function findTableNotes(
  lines: readonly Line[],
  before: readonly Line[],
  size: TextSize,
): { notes: PageNote[]; taken: Set<Line> } {
  const openers = lines.flatMap((line) => readOpener(line) ?? []);
  const taken = new Set<Line>();
  if (openers.length === 0) return { notes: [], taken };
  const [mentioning, mentioningBefore] = [linesWithin(lines), linesWithin(before)];
  const foot = new Set(smallLinesAtFoot(lines, size, numbers).flatMap(({ sources }) => sources));
  const isNamed = ({ label, line }: Opener) => {
    const names = (other: Line) =>
      mentionsIn(other).includes(label) && (other.size <= size.small || !foot.has(line));
    return mentioning.some((other) => other.y > line.y && names(other)) || mentioningBefore.some(names);
  };
  const named = openers.filter(isNamed);
  const down = [...lines].sort((a, b) => b.y - a.y);
  const opening = new Set(openers.map(({ line }) => line));
  const notes = named.map((opener): PageNote => {
    const own = gatherLines(opener, down, opening);
    for (const line of own) taken.add(line);
    return { label: opener.label, place: 'foot', lines: [opener.bare, ...own.slice(1)] };
  });
  return { notes, taken };
}
