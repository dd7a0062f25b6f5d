/** The notes among the small lines at the foot of pages, in runs whose labels follow each other. Pure. */
import type { Line, NotePlace } from '../page-model.ts';
import { findChains } from './note-chains.ts';
import type { NoteLine } from './note-openers.ts';

/** Notes of one page whose labels follow each other. */
export interface Segment {
  page: number;
  notes: FoundNote[];
}

/** A note, or the part of one on a page, before it is known where its run has its place. */
export interface FoundNote {
  label: string;
  /** The label's place in its series; null if the note goes on from the page before. */
  number: number | null;
  goesOn?: true;
  /** The heading above it, where it opens a list. */
  title?: string;
  lines: NoteLine[];
}

/** Segments whose labels run on from page to page. */
export type Run = Segment[];

/** What the notes of a page are found by. */
export interface NotedPage {
  lines: readonly Line[];
  /** Its small lines at the foot. */
  zone: NoteLine[];
  /** The labels in its text, by their places in the series. */
  marked: Set<number>;
}

const closed = /[.!?)\]”"’/]$/;

/** From which line on the small lines above the first opener, or all without one, go on with the last page's note. */
function continuationStart(
  lines: readonly NoteLine[],
  first: number,
  before: Line | undefined,
  isAllSmall: boolean,
): number {
  if (before === undefined) return first;
  const margins = lines.slice(first).map(({ x }) => x);
  const gap = (at: number) => {
    const [line, below] = [lines[at], lines[at + 1]];
    return line === undefined || below === undefined || line.column !== below.column ? 0 : line.y - below.y;
  };
  const widest = Math.max(1.6 * before.size, ...margins.map((_, index) => 1.1 * gap(first + index)));
  let start = first;
  for (let at = first - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined || Math.abs(line.size - before.size) > 0.3 || gap(at) > widest) break;
    start = at;
  }
  const top = lines[start];
  if (top === undefined || start === first) return first;
  const isAtMargin = margins.length === 0 || margins.some((x) => Math.abs(x - top.x) <= 2);
  const goesOn = isAllSmall || !closed.test(before.text) || /^[\p{Ll}\d(]/u.test(top.text);
  return isAtMargin && goesOn ? start : first;
}

/** In ems of the heading. */
const headingReach = 4;

/** The heading of a list in the notes at a book's end: its words, and how many of the small lines it is. */
function headingAbove(
  zone: readonly NoteLine[],
  at: number,
  lines: readonly Line[],
): { title: string; length: number } | undefined {
  const opener = zone[at];
  const above = zone[at - 1];
  if (opener === undefined || opener.opens !== 1) return undefined;
  if (above?.bold === true && !opener.bold) return { title: above.text, length: 1 };
  const [heading] = lines
    .filter((line) => line.y > opener.y && line.y - opener.y < headingReach * line.size)
    .sort((a, b) => a.y - b.y);
  return heading === undefined || heading.size <= opener.size
    ? undefined
    : { title: heading.text, length: 0 };
}

/** How many labels may be left out between two pages. */
const longestSkip = 4;

/** The runs of notes as their labels have it, before it is asked whether anything names them. */
export function findRuns(pages: readonly NotedPage[]): Run[] {
  const runs: Run[] = [];
  let last = 0;
  let open: Line | undefined;
  pages.forEach(({ lines, zone, marked }, page) => {
    const chains = findChains(zone, last, marked);
    const first = chains[0]?.[0] ?? zone.length;
    const inZone = new Set(zone.flatMap(({ sources }) => sources));
    const isAllSmall = lines.every((line) => inZone.has(line));
    const start = continuationStart(zone, first, open, isAllSmall);
    const headings = chains.map((chain) => headingAbove(zone, chain[0] ?? 0, lines));
    const segments = chains.map((chain, index): Segment => {
      const next = chains[index + 1]?.[0];
      const end = next === undefined ? zone.length : next - (headings[index + 1]?.length ?? 0);
      const title = headings[index]?.title;
      return {
        page,
        notes: chain.map((at, link) => ({
          label: zone[at]?.label ?? '',
          number: zone[at]?.opens ?? null,
          ...(link === 0 && title !== undefined && { title }),
          lines: zone.slice(at, chain[link + 1] ?? end),
        })),
      };
    });
    if (start < first) {
      const run = runs.at(-1);
      const label = run?.at(-1)?.notes.at(-1)?.label ?? '';
      run?.push({ page, notes: [{ label, number: null, goesOn: true, lines: zone.slice(start, first) }] });
    }
    segments.forEach((segment) => {
      const number = segment.notes[0]?.number ?? 0;
      const run = runs.at(-1);
      if (run !== undefined && last > 0 && number > last && number <= last + longestSkip) run.push(segment);
      else runs.push([segment]);
      last = segment.notes.at(-1)?.number ?? last;
    });
    const end = segments.at(-1)?.notes.at(-1)?.lines.at(-1) ?? (start < first ? zone.at(-1) : undefined);
    open = end ?? (lines.length < 3 ? open : undefined);
  });
  return runs;
}

interface NumberOnPage {
  page: number;
  number: number;
}

export const numbersOf = (run: Run): NumberOnPage[] =>
  run.flatMap(({ page, notes }) =>
    notes.flatMap(({ number }) => (number === null ? [] : [{ page, number }])),
  );

/** Whether at least half of the notes of a run are named, and no fewer than `least`. */
const isNamed = (run: Run, names: (note: NumberOnPage) => boolean, least = 1): boolean => {
  const numbers = numbersOf(run);
  const named = numbers.filter(names).length;
  return named >= least && named * 2 >= numbers.length;
};

/** More lines than this for a note are a bibliography or an index behind the last one. */
const longestNote = 25;

const linesPerNote = (run: Run): number =>
  run.flatMap(({ notes }) => notes.flatMap(({ lines }) => lines)).length / Math.max(1, numbersOf(run).length);

/** So many notes whose markers are on pages before show that a run is a list, though the others' are where it stands. */
const leastOfList = 2;

/**
 * Where the notes of each run are, by where their markers are: on the page or the page before, else on any before that name
 * no note at a foot. A run that no markers name is none.
 */
export function placeRuns(runs: readonly Run[], marked: readonly ReadonlySet<number>[]): Map<Run, NotePlace> {
  const places = new Map<Run, NotePlace>();
  const left = marked.map((numbers) => new Set(numbers));
  let behind = 0;
  for (const run of runs) {
    const between = left.slice(behind, Math.max(behind, (run[0]?.page ?? 0) - 1));
    const isEarlier = ({ number }: NumberOnPage) => between.some((numbers) => numbers.has(number));
    const isHere = ({ page, number }: NumberOnPage) =>
      marked[page]?.has(number) === true || marked[page - 1]?.has(number) === true;
    if (!isNamed(run, isHere)) continue;
    behind = run.at(-1)?.page ?? behind;
    if (numbersOf(run).filter((note) => !isHere(note) && isEarlier(note)).length >= leastOfList) continue;
    places.set(run, 'foot');
    for (const { page, number } of numbersOf(run))
      if (!left[page]?.delete(number)) left[page - 1]?.delete(number);
  }
  let since = 0;
  for (const run of runs) {
    if (places.has(run) || linesPerNote(run) > longestNote) continue;
    const end = run.at(-1)?.page ?? 0;
    const isBefore = (from: number, least: number) => {
      const before = new Set(left.slice(from, end + 1).flatMap((numbers) => [...numbers]));
      return isNamed(run, ({ number }) => before.has(number), least);
    };
    // Notes at the end of the book are lists that follow each other.
    const follows = since > 0 && (run[0]?.page ?? 0) - since <= 1;
    if (!isBefore(since, 2) && !isBefore(0, follows ? 1 : 3)) continue;
    places.set(run, 'end');
    since = end;
  }
  return places;
}
