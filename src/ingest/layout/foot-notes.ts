/** Finds the notes at the foot of pages: small type below the text, in the sequence of their numbers. Pure. */
import type { Line } from '../page-model.ts';
import { findGutter, type Gutter, orderLines } from './columns.ts';
import { gluedNumbers } from './loose-markers.ts';
import { type NoteLine, readOpeners, withoutNumber } from './note-openers.ts';
import { thresholds } from './thresholds.ts';

/** A note on one page, or the part of one that goes on there. */
export interface FootNote {
  /** Null if it goes on from the page before. */
  number: number | null;
  lines: Line[];
}

/** A page's lines, with its notes apart. */
export interface PageWithNotes {
  text: Line[];
  notes: FootNote[];
}

/** How many numbers a page may skip, if the text has a marker for the next. */
const longestSkip = 4;

/** The size that most of the text is set in: the largest with at least a fifth of the characters. */
function textSizeOf(lines: readonly Line[]): number {
  const characters = new Map<string, number>();
  let total = 0;
  for (const line of lines) {
    const size = line.size.toFixed(1);
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
    total += line.text.length;
  }
  const common = [...characters].filter(([, count]) => count >= total * 0.2).map(([size]) => Number(size));
  return Math.max(0, ...common);
}

const hasWords = (line: Line) => /\p{L}{2}/u.test(line.text);

/** The small lines with no text below them in their column, in reading order. */
function smallLinesAtFoot(lines: readonly Line[], gutter: Gutter | null, largest: number): NoteLine[] {
  const isLeft = (line: Line) => gutter === null || line.x < gutter.left;
  const isRight = (line: Line) => gutter === null || line.right > gutter.right + 1;
  const large = lines.filter((line) => line.size > largest && hasWords(line));
  const small = lines.filter(
    (line) =>
      line.size <= largest &&
      !large.some(
        (other) =>
          other.y <= line.y + line.size / 2 &&
          ((isLeft(line) && isLeft(other)) || (isRight(line) && isRight(other))),
      ),
  );
  const rows = readOpeners(small).sort((a, b) => (Math.abs(b.y - a.y) > 1 ? b.y - a.y : a.x - b.x));
  return orderLines(rows, gutter);
}

/**
 * The openers of a page's notes: those whose numbers follow each other, from the one that follows the page before or
 * that a marker in the text names.
 */
function findChain(lines: readonly NoteLine[], last: number, marked: ReadonlySet<number>): number[] {
  let best: { chain: number[]; score: number } | null = null;
  lines.forEach(({ opens }, index) => {
    const isNext = last > 0 && opens === last + 1;
    if (opens === null || (!isNext && !marked.has(opens))) return;
    const chain = [index];
    let current = opens;
    for (;;) {
      const from = chain.at(-1) ?? index;
      const next = lines.findIndex((line, at) => at > from && line.opens === current + 1);
      const skipped = () =>
        lines.findIndex(
          (line, at) =>
            at > from &&
            line.opens !== null &&
            line.opens > current + 1 &&
            line.opens <= current + longestSkip &&
            marked.has(line.opens),
        );
      const found = next >= 0 ? next : skipped();
      if (found < 0) break;
      chain.push(found);
      current = lines[found]?.opens ?? current;
    }
    const named = chain.filter((at) => marked.has(lines[at]?.opens ?? -1)).length;
    const score = chain.length + named + (isNext ? 1.5 : 0);
    if (best === null || score > best.score) best = { chain, score };
  });
  return (best as { chain: number[] } | null)?.chain ?? [];
}

const closed = /[.!?)\]”"’/]$/;

/** From which line on the small lines above the first opener, or all without one, go on with the last page's note. */
function continuationStart(
  lines: readonly NoteLine[],
  first: number,
  before: FootNote | undefined,
  margins: readonly number[],
): number {
  const end = before?.lines.at(-1);
  if (end === undefined) return first;
  const hangs = margins.length > 0;
  let start = first;
  for (let at = first - 1; at >= 0; at--) {
    const line = lines[at];
    const below = lines[at + 1];
    if (line === undefined || Math.abs(line.size - end.size) > 0.3) break;
    if (below !== undefined && line.column === below.column && line.y - below.y > 1.6 * line.size) break;
    start = at;
  }
  const top = lines[start];
  if (top === undefined || start === first) return first;
  const isAtMargin = !hangs || margins.some((x) => Math.abs(x - top.x) <= 2);
  return isAtMargin && (!closed.test(end.text) || /^[\p{Ll}\d(]/u.test(top.text)) ? start : first;
}

/** The pages' lines with the notes at their feet apart. @param linesOfPage without running heads, in painting order. */
export function findFootNotes(linesOfPage: readonly (readonly Line[])[]): PageWithNotes[] {
  const largest = textSizeOf(linesOfPage.flat()) * thresholds.footNote.size;
  const pages: PageWithNotes[] = [];
  let last = 0;
  let open: FootNote | undefined;
  for (const lines of linesOfPage) {
    const text = lines.filter((line) => line.size > largest);
    const gutter = findGutter(text) ?? findGutter(lines);
    const small = smallLinesAtFoot(lines, gutter, largest);
    const atFoot = new Set(small.flatMap(({ sources }) => sources));
    const above = lines.filter((line) => !atFoot.has(line));
    const marked = new Set(
      above.flatMap((line) => [
        ...line.markers.flatMap(({ numbers }) => numbers),
        ...gluedNumbers(line.text),
      ]),
    );
    const chain = findChain(small, last, marked);
    const first = chain[0] ?? small.length;
    const margins = small.slice(first).map(({ x }) => x);
    const start = continuationStart(small, first, open, margins);
    const notes: FootNote[] = [];
    if (start < first) notes.push({ number: null, lines: small.slice(start, first) });
    chain.forEach((at, index) => {
      const [opener, ...rest] = small.slice(at, chain[index + 1] ?? small.length);
      if (opener !== undefined) notes.push({ number: opener.opens, lines: [withoutNumber(opener), ...rest] });
    });
    const taken = new Set(small.slice(start).flatMap(({ sources }) => sources));
    pages.push({ text: lines.filter((line) => !taken.has(line)), notes });
    open = notes.at(-1) ?? (lines.length < 3 ? open : undefined);
    last = notes.findLast(({ number }) => number !== null)?.number ?? last;
  }
  return pages;
}
