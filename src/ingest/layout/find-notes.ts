/**
 * Finds the notes set in smaller type than the text, at the foot of pages or in lists at the end of chapters and of the
 * book, by the sequence of their numbers and the markers that name them. Pure.
 */
import type { Line, NotePlace } from '../page-model.ts';
import { gluedNumbers } from './loose-markers.ts';
import { findChains } from './note-chains.ts';
import { type NoteLine, withoutNumber } from './note-openers.ts';
import { smallLinesAtFoot, textSizeOf } from './note-zones.ts';

/** A note on one page, or the part of one that goes on there. */
export interface PageNote {
  /** Null if it goes on from the page before. */
  number: number | null;
  place: NotePlace;
  lines: Line[];
}

/** A page's lines, with its notes apart. */
export interface PageWithNotes {
  text: Line[];
  notes: PageNote[];
}

/** Notes of one page whose numbers follow each other. */
interface Segment {
  page: number;
  /** Without `place`, which the whole run decides. */
  notes: { number: number | null; lines: NoteLine[] }[];
}

/** Segments whose numbers run on from page to page. */
type Run = Segment[];

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
  let start = first;
  for (let at = first - 1; at >= 0; at--) {
    const line = lines[at];
    const below = lines[at + 1];
    if (line === undefined || Math.abs(line.size - before.size) > 0.3) break;
    if (below !== undefined && line.column === below.column && line.y - below.y > 1.6 * line.size) break;
    start = at;
  }
  const top = lines[start];
  if (top === undefined || start === first) return first;
  const isAtMargin = margins.length === 0 || margins.some((x) => Math.abs(x - top.x) <= 2);
  const goesOn = isAllSmall || !closed.test(before.text) || /^[\p{Ll}\d(]/u.test(top.text);
  return isAtMargin && goesOn ? start : first;
}

/** The runs of notes as their numbers have it, before it is asked whether anything names them. */
function findRuns(
  pages: readonly { lines: readonly Line[]; zone: NoteLine[]; marked: Set<number> }[],
): Run[] {
  const runs: Run[] = [];
  let last = 0;
  let open: Line | undefined;
  pages.forEach(({ lines, zone, marked }, page) => {
    const chains = findChains(zone, last, marked);
    const first = chains[0]?.[0] ?? zone.length;
    const inZone = new Set(zone.flatMap(({ sources }) => sources));
    const isAllSmall = lines.every((line) => inZone.has(line));
    const start = continuationStart(zone, first, open, isAllSmall);
    const segments = chains.map(
      (chain, index): Segment => ({
        page,
        notes: chain.map((at, link) => ({
          number: zone[at]?.opens ?? null,
          lines: zone.slice(at, chain[link + 1] ?? chains[index + 1]?.[0] ?? zone.length),
        })),
      }),
    );
    if (start < first) {
      runs.at(-1)?.push({ page, notes: [{ number: null, lines: zone.slice(start, first) }] });
    }
    segments.forEach((segment) => {
      const number = segment.notes[0]?.number ?? 0;
      const run = runs.at(-1);
      if (run !== undefined && last > 0 && number > last && number <= last + 4) run.push(segment);
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

const numbersOf = (run: Run): NumberOnPage[] =>
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

/**
 * Where the notes of each run are, by where their markers are: on the page or the page before, else on any before that name
 * no note at a foot. A run that no markers name is none.
 */
function placeRuns(runs: readonly Run[], marked: readonly ReadonlySet<number>[]): Map<Run, NotePlace> {
  const places = new Map<Run, NotePlace>();
  const left = marked.map((numbers) => new Set(numbers));
  for (const run of runs) {
    const isHere = ({ page, number }: NumberOnPage) =>
      marked[page]?.has(number) === true || marked[page - 1]?.has(number) === true;
    if (!isNamed(run, isHere)) continue;
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
    if (!isBefore(since, 2) && !isBefore(0, 3)) continue;
    places.set(run, 'end');
    since = end;
  }
  return places;
}

/** The pages' lines with their notes apart. @param linesOfPage without running heads, in painting order. */
export function findNotes(linesOfPage: readonly (readonly Line[])[]): PageWithNotes[] {
  const size = textSizeOf(linesOfPage.flat());
  const pages = linesOfPage.map((lines) => {
    const zone = smallLinesAtFoot(lines, size);
    const inZone = new Set(zone.flatMap(({ sources }) => sources));
    const above = lines.filter((line) => !inZone.has(line));
    const raised = above.flatMap((line) => line.markers.flatMap(({ numbers }) => numbers));
    return { lines, zone, marked: new Set([...raised, ...above.flatMap((line) => gluedNumbers(line.text))]) };
  });
  const marked = pages.map((page) => page.marked);
  const notesOfPage = linesOfPage.map((): PageNote[] => []);
  const taken = new Set<Line>();
  const places = placeRuns(findRuns(pages), marked);
  for (const [run, place] of places) {
    for (const { page, notes } of run) {
      for (const { number, lines } of notes) {
        for (const source of lines.flatMap(({ sources }) => sources)) taken.add(source);
        const [opener, ...rest] = lines;
        if (opener === undefined) continue;
        const first = number === null ? opener : withoutNumber(opener);
        notesOfPage[page]?.push({ number, place, lines: [first, ...rest] });
      }
    }
  }
  return linesOfPage.map((lines, page) => ({
    text: lines.filter((line) => !taken.has(line)),
    notes: notesOfPage[page] ?? [],
  }));
}
