/**
 * Finds the notes set in smaller type than the text, at the foot of pages or in lists at the end of chapters and of the
 * book, by the sequence of their labels and the markers that name them. Pure.
 */
import type { Line, NotePlace, PageNote } from '../page-model.ts';
import { findGutter } from './columns.ts';
import { findTableNotes } from './find-table-notes.ts';
import { cutLooseSigns, gluedNumbers, gluedSigns, type MarkerSpan } from './loose-markers.ts';
import { type TextSize, textSizeOf } from './main-size.ts';
import { keepLabels, unreadMarker } from './markers.ts';
import { nameUnread } from './name-unread.ts';
import { type NoteLine, withoutLabel } from './note-openers.ts';
import { findRuns, numbersOf, placeRuns, type Run } from './note-runs.ts';
import { type NoteSeries, numbers, seriesOf } from './note-series.ts';
import { smallLinesAtFoot } from './note-zones.ts';

/** What the small type of a document holds. */
export interface FoundNotes {
  /** Each page's lines without its notes. */
  texts: Line[][];
  notes: PageNote[][];
  /** Where markers that are plain digits may stand. */
  spans: MarkerSpan[];
}

/** The markers in a page's text that are raised, and those that may be; of a scan, where they are seen and not read, any. */
function markedBy(series: NoteSeries, text: readonly Line[], zone: readonly NoteLine[]): Set<number> {
  const raised = text.flatMap((line) => line.markers.flatMap(({ labels }) => labels));
  const opened = zone.flatMap(({ opens }) => opens ?? []);
  const unread = raised.filter((label) => label === unreadMarker).length;
  if (unread > 0 && unread * 2 >= opened.length) return new Set(opened);
  const loose = text.flatMap((line) => [...gluedNumbers(line.text).map(String), ...gluedSigns(line.text)]);
  return new Set([...raised, ...loose].flatMap((label) => series.place(label) ?? []));
}

/** The notes whose labels are of one series. @param tableNotes lines above which there are no notes of the page. */
function findSeries(
  linesOfPage: readonly (readonly Line[])[],
  series: NoteSeries,
  size: TextSize,
  tableNotes: ReadonlySet<Line>,
): FoundNotes {
  const gutters = linesOfPage.map(findGutter);
  const pages = linesOfPage.map((lines, page) => {
    const zone = smallLinesAtFoot(lines, size, series, tableNotes, gutters[page - 1]);
    const inZone = new Set(zone.flatMap(({ sources }) => sources));
    return {
      lines,
      zone,
      marked: markedBy(
        series,
        lines.filter((line) => !inZone.has(line)),
        zone,
      ),
    };
  });
  const notesOfPage = linesOfPage.map((): PageNote[] => []);
  const taken = new Set<Line>();
  const places = placeRuns(
    findRuns(pages),
    pages.map(({ marked }) => marked),
  );
  for (const [run, place] of places) {
    for (const { page, notes } of run) {
      for (const { lines, label, goesOn, title } of notes) {
        for (const source of lines.flatMap(({ sources }) => sources)) taken.add(source);
        const [opener, ...rest] = lines;
        if (opener === undefined) continue;
        const first = goesOn ? opener : withoutLabel(opener, series);
        notesOfPage[page]?.push({
          label,
          place,
          ...(goesOn && { goesOn }),
          ...(title !== undefined && { title }),
          lines: [first, ...rest],
        });
      }
    }
  }
  return {
    texts: linesOfPage.map((lines) => lines.filter((line) => !taken.has(line))),
    notes: notesOfPage,
    spans: spansOf(places),
  };
}

/** The pages' lines and their notes apart. @param linesOfPage without running heads, in painting order. */
export function findNotes(linesOfPage: readonly (readonly Line[])[]): FoundNotes {
  const size = textSizeOf(linesOfPage.flat());
  const ofTables = linesOfPage.map((lines, page) => findTableNotes(lines, linesOfPage[page - 1] ?? [], size));
  const tableNotes = new Set(ofTables.flatMap(({ taken }) => [...taken]));
  const numbered = findSeries(linesOfPage, numbers, size, tableNotes);
  const labels = new Set(
    numbered.texts.flatMap((lines) =>
      lines.flatMap((line) => [...line.markers.flatMap((marker) => marker.labels), ...gluedSigns(line.text)]),
    ),
  );
  let { texts } = numbered;
  const notes = numbered.notes.map((own, page) => [...own, ...(ofTables[page]?.notes ?? [])]);
  for (const series of seriesOf(labels)) {
    const found = findSeries(texts, series, size, tableNotes);
    texts = found.texts;
    for (const [page, own] of found.notes.entries()) notes[page]?.push(...own);
  }
  texts = texts.map((lines) => lines.filter((line) => !tableNotes.has(line)));
  return { ...keepMarkers(nameUnread(texts, notes), notes), spans: numbered.spans };
}

/** Makes text again of what looked like a marker and has no note, and markers of the signs that have one. */
function keepMarkers(
  texts: readonly (readonly Line[])[],
  notes: readonly PageNote[][],
): Pick<FoundNotes, 'texts' | 'notes'> {
  const labelsOf = (own: readonly PageNote[] = []) => own.map(({ label }) => label);
  const atEnd = labelsOf(notes.flat().filter(({ place }) => place === 'end'));
  const keptOn = notes.map((own, page) => {
    const labels = new Set([...labelsOf(own), ...labelsOf(notes[page + 1]), ...atEnd]);
    return (line: Line) => keepLabels(line, (label) => labels.has(label));
  });
  const keep = (lines: readonly Line[], page: number) => lines.map(keptOn[page] ?? ((line) => line));
  return {
    texts: texts.map((lines, page) => cutLooseSigns(keep(lines, page), new Set(labelsOf(notes[page])))),
    notes: notes.map((own, page) => own.map((note) => ({ ...note, lines: keep(note.lines, page) }))),
  };
}

/** The markers of notes at the foot are on their page; those of a list are on the pages since the list before. */
function spansOf(places: ReadonlyMap<Run, NotePlace>): MarkerSpan[] {
  const spans: MarkerSpan[] = [];
  let since = 0;
  for (const [run, place] of [...places].sort((a, b) => (a[0][0]?.page ?? 0) - (b[0][0]?.page ?? 0))) {
    if (place === 'foot') {
      for (const segment of run) {
        const own = numbersOf([segment]).map(({ number }) => number);
        spans.push({ from: segment.page, to: segment.page, numbers: own });
      }
    } else {
      const own = numbersOf(run).map(({ number }) => number);
      spans.push({ from: since, to: run[0]?.page ?? since, numbers: own });
      since = run.at(-1)?.page ?? since;
    }
  }
  return spans;
}
