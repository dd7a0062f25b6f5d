/**
 * BM25 over headings and text: BM25+ (Lv and Zhai 2011, "Lower-bounding term frequency normalization"), whose sum is
 * multiplied by how many of the question's words a passage has. A word that no passage has counts as those that are
 * nearly the same.
 */
import { shortestTypo, typoShare } from '../keyword-terms.ts';
import { collectBest, type PositionedScore } from './best-scores.ts';
import type { AllowedPassages } from './filter.ts';
import {
  fieldCount,
  findSimilar,
  findTerm,
  hashTerm,
  type KeywordTable,
  readPostings,
  termsOf,
} from './keyword-table.ts';

const saturation = 1.2;
const lengthShare = 0.7;
const lowerBound = 0.5;

const mostTypos = 6;
/** What a typo counts, less by its distance. */
const typoWeight = 0.45;

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
interface FoundTerm {
  weight: number;
  places: { placed: PlacedTable; place: number }[];
}

function findIn(tables: readonly PlacedTable[], term: string, weight = 1): FoundTerm {
  const hash = hashTerm(term);
  const places = tables.flatMap((placed) => {
    const place = findTerm(placed.table, term, hash);
    return place < 0 ? [] : [{ placed, place }];
  });
  return { weight, places };
}

/** The word itself, or, where no passage has it, the words that it may be meant for. */
function findTerms(tables: readonly PlacedTable[], term: string): FoundTerm[] {
  const exact = findIn(tables, term);
  if (exact.places.length > 0) return [exact];
  const most = term.length < shortestTypo ? 0 : Math.min(mostTypos, Math.round(term.length * typoShare));
  if (most === 0) return [];
  const seen = new Set<number>();
  const similar = tables.flatMap(({ table }) => findSimilar(table, term, most, seen));
  return similar.map(({ term: other, distance }) =>
    findIn(tables, other, (typoWeight * other.length) / (other.length + distance)),
  );
}

/** How many passages have a term, by field. */
function countHolders({ places }: FoundTerm): number[] {
  const holders = new Array<number>(fieldCount).fill(0);
  for (const { placed, place } of places) {
    const reader = readPostings(placed.table, place);
    for (let field = 0; field < fieldCount; field += 1) {
      holders[field] = (holders[field] ?? 0) + reader.next();
    }
  }
  return holders;
}

/** Calls `visit` with each position that has a term, its field and frequency. */
function visitHolders(
  { places }: FoundTerm,
  visit: (position: number, field: number, frequency: number, length: number) => void,
): void {
  for (const { placed, place } of places) {
    const { table, start } = placed;
    const reader = readPostings(table, place);
    const counts = Array.from({ length: fieldCount }, () => reader.next());
    for (const [field, count] of counts.entries()) {
      let at = 0;
      for (let nth = 0; nth < count; nth += 1) {
        at += reader.next();
        visit(start + at, field, reader.next(), table.lengths[at * fieldCount + field] ?? 0);
      }
    }
  }
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
  const means = meanLengths(tables, total);
  // Used again by each search, none of which is interrupted.
  const scores = new Float64Array(total);
  const matched = new Uint16Array(total);
  const lastTerm = new Int32Array(total);

  function addScores(found: FoundTerm, times: number, termNumber: number): void {
    const rarities = countHolders(found).map((holders) =>
      Math.log(1 + (total - holders + 0.5) / (holders + 0.5)),
    );
    visitHolders(found, (position, field, frequency, length) => {
      const norm = 1 - lengthShare + (lengthShare * length) / (means[field] ?? 1);
      const gain = (frequency * (saturation + 1)) / (frequency + saturation * norm);
      scores[position] =
        (scores[position] ?? 0) + times * found.weight * (rarities[field] ?? 0) * (lowerBound + gain);
      if (lastTerm[position] === termNumber) return;
      lastTerm[position] = termNumber;
      matched[position] = (matched[position] ?? 0) + 1;
    });
  }

  return {
    search: (query, count, allowed) => {
      scores.fill(0);
      matched.fill(0);
      lastTerm.fill(0);
      const asked = termsOf(query);
      [...new Set(asked)].forEach((term, at) => {
        const times = asked.filter((one) => one === term).length;
        for (const found of findTerms(tables, term)) addScores(found, times, at + 1);
      });
      const best = collectBest(count);
      matched.forEach((terms, position) => {
        if (terms === 0 || (allowed && allowed.flags[position] !== 1)) return;
        best.offer(position, (scores[position] ?? 0) * terms);
      });
      return best.list();
    },
    holding: (text) => {
      const terms = [...new Set(termsOf(text))];
      if (terms.length === 0) return undefined;
      const counts = new Uint16Array(total);
      terms.forEach((term, at) => {
        visitHolders(findIn(tables, term), (position) => {
          // Only those that have all terms before it, each counted once.
          if (counts[position] === at) counts[position] = at + 1;
        });
      });
      return Uint8Array.from(counts, (count) => Number(count === terms.length));
    },
  };
}
