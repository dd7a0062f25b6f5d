/** What is known of any trace of a reading. */
import type { ReadingTrace, TracedTable } from './types.ts';

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
