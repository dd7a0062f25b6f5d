/**
 * What a reading leaves behind beside the passages: where headings and tables stand, and which lines are in no passage. It is
 * kept so that a reader can be shown, page by page, how well a document was read.
 */
import type { Box } from './types.ts';

/** Why a line is in no passage; `lost`: no rule left it out, and yet no passage has it. */
export type LeftOutAs = 'running head' | 'contents' | 'caption' | 'label' | 'pull quote' | 'lost';

/** A line that is in no passage. */
export interface LeftOutLine {
  as: LeftOutAs;
  text: string;
  box: Box;
}

/** A heading, with a rectangle for each of its lines. */
export interface TracedHeading {
  text: string;
  boxes: Box[];
}

/** A table on one page. */
export interface TracedTable {
  /** What stands above it as its title. */
  caption: string | null;
  box: Box;
  /** Without its heads. */
  rows: number;
  /** Cells with figures beside the rows' labels, and those of them whose column has no head. */
  figures: { all: number; headless: number };
}

/** A note's marker to which no note was found, or a word that is in no dictionary. */
export interface PlacedWord {
  text: string;
  page: number;
}

export interface ReadingTrace {
  headings: TracedHeading[];
  tables: TracedTable[];
  /** Page by page. */
  leftOut: LeftOutLine[];
  looseMarkers: PlacedWord[];
  /** In reading order; the first 200. */
  unknownWords: PlacedWord[];
}

export const emptyTrace: ReadingTrace = {
  headings: [],
  tables: [],
  leftOut: [],
  looseMarkers: [],
  unknownWords: [],
};

/** So many figures show that a table has columns of them. */
const leastFigures = 3;

/** Whether most of a table's figures have no head. */
export function isHeadless({ figures }: TracedTable): boolean {
  return figures.all >= leastFigures && figures.headless > figures.all / 2;
}
