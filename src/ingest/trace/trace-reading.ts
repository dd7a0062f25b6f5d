/** Traces a reading: what became of each line of a document, and what is doubtful about it. Pure. */
import type { Language } from '../../core/language.ts';
import { isHeadless } from '../../core/reading-trace.ts';
import type {
  Note,
  Passage,
  PlacedWord,
  ReadingCounts,
  ReadingTrace,
  TitleOrigin,
  TracedHeading,
  TracedTable,
} from '../../core/types.ts';
import type { ReadTable } from '../layout/chapter-text.ts';
import { boxAt, heightOf, type PageFrame } from '../layout/paragraphs.ts';
import { type Block, type Line, titleText } from '../page-model.ts';
import { findUnknownWords } from './find-unknown-words.ts';
import { findUpwardPages } from './find-upward-pages.ts';
import { findLeftOut } from './left-out-lines.ts';
import { traceTable } from './trace-table.ts';

export interface Reading {
  titleFrom: TitleOrigin;
  language: Language;
  /** All lines of each page, page 1 first, and those of them that are running heads and page numbers. */
  linesOfPage: readonly (readonly Line[])[];
  furniture: ReadonlySet<Line>;
  /** The pages of printed contents. */
  contentsPages: ReadonlySet<number>;
  /** All blocks, with their kinds. */
  blocks: readonly Block[];
  /** What stands before the text of each chapter: its title, and the divider before it. */
  titleBlocks: readonly Block[];
  tables: readonly ReadTable[];
  passages: readonly Passage[];
  notes: readonly Note[];
  looseMarkers: readonly PlacedWord[];
  frameOf: (page: number) => PageFrame;
}

/** The trace keeps so many unknown words; they are all counted. */
const mostWords = 200;

/** A line as a rectangle. */
const lineBox = (line: Line, frameOf: Reading['frameOf']) =>
  boxAt(line.page, { left: line.x, right: line.right, ...heightOf(line) }, frameOf(line.page));

function traceHeadings({ blocks, titleBlocks, frameOf }: Reading): TracedHeading[] {
  return blocks
    .filter((block) => block.kind === 'heading' || titleBlocks.includes(block))
    .map((block) => ({
      text: titleText(block),
      boxes: block.lines.map((line) => lineBox(line, frameOf)),
    }));
}

/** The labels that go on from the one before, as those of notes do and exponents do not. */
function countSerial(markers: readonly PlacedWord[]): number {
  return markers.filter(({ text }, at) => Number(text) === Number(markers[at - 1]?.text) + 1).length;
}

export function traceReading(reading: Reading): { trace: ReadingTrace; counts: ReadingCounts } {
  const { passages, notes, language, frameOf } = reading;
  const cited = new Set(
    passages
      .filter(({ kind }) => kind !== 'note')
      .flatMap(({ sentences }) => sentences.flatMap(({ noteIds }) => noteIds)),
  );
  const headings = traceHeadings(reading);
  const tables: TracedTable[] = reading.tables.map((table) => traceTable(table, frameOf));
  const lines = reading.linesOfPage.flat().map((line) => ({ line, box: lineBox(line, frameOf) }));
  const leftOut = findLeftOut(lines, { ...reading, headings, tables });
  const words = findUnknownWords(passages, language);
  const countOf = (texts: readonly { text: string }[]) =>
    texts.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  return {
    trace: {
      headings,
      tables,
      leftOut,
      looseMarkers: [...reading.looseMarkers],
      unknownWords: words?.unknown.slice(0, mostWords) ?? [],
    },
    counts: {
      titleFrom: reading.titleFrom,
      characters: {
        all: countOf(lines.map(({ line }) => line)),
        lost: countOf(leftOut.filter(({ as }) => as === 'lost')),
      },
      headlessTables: tables.filter(isHeadless).length,
      serialMarkers: countSerial(reading.looseMarkers),
      uncitedNotes: notes.filter(({ id }) => !cited.has(id)).length,
      upwardPages: findUpwardPages(passages),
      ...(words && { words: { all: words.all, unknown: words.unknown.length } }),
    },
  };
}
