/** Which cells of a table's row a question asks for: those whose heads have most of its words and figures. Pure. */
import type { TableRow } from '../core/types.ts';
import { partRow } from '../search/arrange-row.ts';

/** Shorter words stand over any column. */
const leastLetters = 4;

const isYear = /^(?:19|20)\d\d$/;
/** What other years over a column take from its score: less than a word counts. */
const otherYears = 0.5;

function wordsIn(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return words.filter((word) => /\d/.test(word) || word.length >= leastLetters);
}

/** A flag for each cell of the row; none where the heads do not tell, or the question names all of them alike. */
export function askedCells(row: TableRow, question: string): boolean[] {
  const { cells } = row;
  const asked = new Set(wordsIn(question));
  // What stands over the labels, as "June 30," does over years, is of no column.
  const labels = cells.length - partRow(row).figures.length;
  const scores = cells.map(({ heads }, index) => {
    if (index < labels) return 0;
    const own = [...new Set(heads.flatMap(wordsIn))];
    const met = own.filter((word) => asked.has(word)).length;
    // "2019" is asked for in 2019, rather than "Change 2019-2018".
    const isOfOtherYears = own.some((word) => isYear.test(word) && !asked.has(word));
    return met > 0 && isOfOtherYears ? met - otherYears : met;
  });
  const best = Math.max(...scores);
  const headed = scores.filter((_, index) => index >= labels && (cells[index]?.heads.length ?? 0) > 0);
  const tells = best > 0 && headed.some((score) => score < best);
  return scores.map((score) => tells && score === best);
}
