/** The search by words over the tables of all documents, held in memory. */

import type { PositionedScore } from '../best-scores.ts';
import {
  type AskedWord,
  createKeywordScores,
  type HeldTerm,
  mostChanges,
  weighTypo,
} from '../keywords/bm25.ts';
import { fieldCount, readHolders, termsOf, visitPostings } from '../keywords/postings.ts';
import type { AllowedPassages } from './filter.ts';
import { findSimilar, findTerm, hashTerm, type KeywordTable, readPostings } from './keyword-table.ts';

/** The keyword index of all passages, by position. */
export interface KeywordIndex {
  search(query: string, count: number, allowed?: AllowedPassages): PositionedScore[];
  /** One flag for each passage that has all words of a text; undefined where the text has none that are indexed. */
  holding(text: string): Uint8Array | undefined;
}

/** A document's table, and the position of its first passage. */
export interface PlacedTable {
  table: KeywordTable;
  start: number;
}

/** A term in the documents that have it. */
type FoundPlaces = { placed: PlacedTable; place: number }[];

function findIn(tables: readonly PlacedTable[], term: string): FoundPlaces {
  const hash = hashTerm(term);
  return tables.flatMap((placed) => {
    const place = findTerm(placed.table, term, hash);
    return place < 0 ? [] : [{ placed, place }];
  });
}

/** How many passages have a term, by field. */
function countHolders(places: FoundPlaces): number[] {
  const holders = new Array<number>(fieldCount).fill(0);
  for (const { placed, place } of places) {
    readHolders(readPostings(placed.table, place)).forEach((count, field) => {
      holders[field] = (holders[field] ?? 0) + count;
    });
  }
  return holders;
}

/** Calls `visit` with each position that has a term, its field and frequency, and the field's length. */
const visitPlaces =
  (places: FoundPlaces): HeldTerm['visit'] =>
  (visit) => {
    for (const { placed, place } of places) {
      const { table, start } = placed;
      visitPostings(readPostings(table, place), (at, field, frequency) =>
        visit(start + at, field, frequency, table.lengths[at * fieldCount + field] ?? 0),
      );
    }
  };

const toHeldTerm = (places: FoundPlaces, weight = 1): HeldTerm => ({
  weight,
  holders: countHolders(places),
  visit: visitPlaces(places),
});

/** The word itself, or, where no passage has it, the words that it may be meant for. */
function findTerms(tables: readonly PlacedTable[], word: string): HeldTerm[] {
  const exact = findIn(tables, word);
  if (exact.length > 0) return [toHeldTerm(exact)];
  const most = mostChanges(word);
  if (most === 0) return [];
  const seen = new Set<number>();
  const similar = tables.flatMap(({ table }) => findSimilar(table, word, most, seen));
  return similar.map(({ term, distance }) => toHeldTerm(findIn(tables, term), weighTypo(term, distance)));
}

/** The mean length of each field. */
function meanLengths(tables: readonly PlacedTable[], total: number): number[] {
  const sums = new Array<number>(fieldCount).fill(0);
  for (const { table } of tables) {
    table.lengths.forEach((length, at) => {
      sums[at % fieldCount] = (sums[at % fieldCount] ?? 0) + length;
    });
  }
  return sums.map((sum) => sum / Math.max(1, total));
}

/** The keyword index over the tables of documents, which hold `total` passages. */
export function createKeywordIndex(tables: readonly PlacedTable[], total: number): KeywordIndex {
  const library = { passages: total, means: meanLengths(tables, total) };
  const scores = createKeywordScores(total);
  return {
    search: (query, count, allowed) => {
      const asked = termsOf(query);
      const words = [...new Set(asked)].map((word): AskedWord => {
        const times = asked.filter((one) => one === word).length;
        return { times, terms: findTerms(tables, word) };
      });
      scores.score(words, library);
      return scores.best(count, allowed && ((position) => allowed.flags[position] === 1));
    },
    holding: (text) => {
      const terms = [...new Set(termsOf(text))];
      if (terms.length === 0) return undefined;
      const counts = new Uint16Array(total);
      terms.forEach((term, at) => {
        visitPlaces(findIn(tables, term))((position) => {
          // Only those that have all terms before it, each counted once.
          if (counts[position] === at) counts[position] = at + 1;
        });
      });
      return Uint8Array.from(counts, (count) => Number(count === terms.length));
    },
  };
}
