/** Makes lines of the runs that are set sideways on a page. Pure. */
import type { SidewaysRun } from '../../../core/document-reader.ts';
import type { Line } from '../../page-model.ts';

/** Ems across, within which runs are of one line. */
const sameLine = 0.3;
/** Ems along a line: what is farther apart is of two, and what is nearer than the other is of one word. */
const lineGap = 1.2;
const blankGap = 0.12;

export const topOf = ({ y, height }: SidewaysRun): number => y + height;
export const middleOf = ({ x, width }: SidewaysRun): number => x + width / 2;

/** How far a run begins behind the end of another, along the line. */
const gapBehind = (run: SidewaysRun, before: SidewaysRun): number =>
  run.direction === 'rising' ? run.y - topOf(before) : before.y - topOf(run);

/** Where a run begins, along its direction. */
const startOf = (run: SidewaysRun): number => (run.direction === 'rising' ? run.y : -topOf(run));

/** Runs of one line as one; the file may have them in any order. */
export function joinRuns(runs: readonly SidewaysRun[]): SidewaysRun[] {
  const lines: SidewaysRun[] = [];
  for (const run of [...runs].sort((a, b) => startOf(a) - startOf(b))) {
    const at = lines.findIndex((line) => {
      const gap = gapBehind(run, line);
      return (
        line.direction === run.direction &&
        Math.abs(middleOf(line) - middleOf(run)) <= sameLine * run.size &&
        gap > -run.size / 2 &&
        gap <= lineGap * run.size
      );
    });
    const line = lines[at];
    if (line === undefined) {
      lines.push(run);
      continue;
    }
    const isApart = gapBehind(run, line) > blankGap * run.size || / $/.test(line.text) || /^ /.test(run.text);
    const y = Math.min(line.y, run.y);
    lines[at] = {
      ...line,
      text: `${line.text.trimEnd()}${isApart ? ' ' : ''}${run.text.trimStart()}`,
      y,
      height: Math.max(topOf(line), topOf(run)) - y,
    };
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}

/** A line as one of the page's, all of whose characters stand in its width. */
export const lineOf = ({ text, x, y, width, size, font, bold, italic }: SidewaysRun, page: number): Line => ({
  page,
  text,
  edges: Array.from({ length: text.length + 1 }, (_, at) => x + (width * at) / text.length),
  markers: [],
  x,
  right: x + width,
  y,
  size,
  font,
  bold,
  italic,
  column: null,
});

/** Lines of a head as they are read: rising ones from left to right, falling ones from right to left. */
export const inReadingOrder = (lines: readonly SidewaysRun[]): SidewaysRun[] =>
  [...lines].sort((a, b) => (a.direction === 'rising' ? a.x - b.x : b.x - a.x));
