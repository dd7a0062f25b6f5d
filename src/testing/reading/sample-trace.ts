/** What a reading of the report left, for tests; with what speaks against it on a page or two. */
import type { Box, ReadingCounts, ReadingTrace } from '../../core/types.ts';

/** As counted of the report. */
export const sampleCounts: ReadingCounts = {
  titleFrom: 'first page',
  characters: { all: 475_102, lost: 0 },
  serialMarkers: 0,
  uncitedNotes: 2,
  headlessTables: 0,
  upwardPages: [],
  words: { all: 27_149, unknown: 36 },
};

/** A line at a height of the page, in shares. */
export const lineAt = (page: number, y: number, x = 0.1, width = 0.8): Box => ({
  page,
  x,
  y,
  width,
  height: 0.02,
});

export const sampleTrace: ReadingTrace = {
  headings: [{ text: 'Wind energy: Belgium adjusts to EU regulations', boxes: [lineAt(36, 0.1)] }],
  tables: [
    {
      caption: 'Table 1: Chinese investments in Belgium',
      box: { page: 36, x: 0.1, y: 0.6, width: 0.8, height: 0.1 },
      rows: 3,
      figures: { all: 6, headless: 6 },
    },
  ],
  leftOut: [
    { as: 'running head', text: 'ETNC report 2026', box: lineAt(36, 0.02) },
    { as: 'lost', text: 'In 2024 it spent 3.36% of GDP', box: lineAt(36, 0.3) },
    { as: 'lost', text: 'on R&D, second only to Sweden', box: lineAt(36, 0.322) },
    { as: 'running head', text: 'ETNC report 2026', box: lineAt(84, 0.02) },
  ],
  looseMarkers: [{ text: '12', page: 84 }],
  unknownWords: [{ text: 'cornpany', page: 85 }],
};
