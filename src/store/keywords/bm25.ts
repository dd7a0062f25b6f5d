/**
 * BM25 over headings and text: BM25+ (Lv and Zhai 2011, "Lower-bounding term frequency normalization"), whose sum is
 * multiplied by how many of the question's words a passage has. A word that no passage has counts as those that are
 * nearly the same. The same in every store. Pure.
 */
import { collectBest, type PositionedScore } from '../best-scores.ts';
import { shortestTypo, typoShare } from './keyword-terms.ts';

const saturation = 1.2;
const lengthShare = 0.7;
const lowerBound = 0.5;

const mostTypos = 6;
/** What a typo counts, less by its distance. */
const typoWeight = 0.45;

/** How many letters of a word may differ from a term that it is meant for. */
export function mostChanges(word: string): number {
  return word.length < shortestTypo ? 0 : Math.min(mostTypos, Math.round(word.length * typoShare));
}

/** What a term counts that is so many letters away from the word that was asked for. */
export function weighTypo(term: string, distance: number): number {
  return (typoWeight * term.length) / (term.length + distance);
}

/** Called with a passage by its position, a field, how often the term is in it, and the field's distinct words. */
export type VisitHolder = (position: number, field: number, frequency: number, length: number) => void;

/** A term that some passage has. */
export interface HeldTerm {
  /** 1, less for a typo. */
  weight: number;
  /** How many passages of the library have it, by field. */
  holders: readonly number[];
  /** Visits the passages that are searched and have it. */
  visit(visit: VisitHolder): void;
}

/** A word of a question, with the terms that it is looked up by. */
export interface AskedWord {
  /** How often it is asked for. */
  times: number;
  terms: readonly HeldTerm[];
}

/** All passages, of which some may be searched. */
export interface Library {
  passages: number;
  /** The mean number of distinct words, by field. */
  means: readonly number[];
}

export interface KeywordScores {
  /** Scores the passages for a question's words; what was scored before is forgotten. */
  score(words: readonly AskedWord[], library: Library): void;
  /** The `count` best that have a word and are allowed, equal scores in order of position. */
  best(count: number, isAllowed?: (position: number) => boolean): PositionedScore[];
}

/** Digits behind the point that count, so that passages of the same words tie, whichever way their sums were added up. */
const roundScore = (score: number): number => Math.round(score * 1e9) / 1e9;

/** Scores of passages by position, which are used again by each search; none may be interrupted. */
export function createKeywordScores(positions: number): KeywordScores {
  const scores = new Float64Array(positions);
  const matched = new Uint16Array(positions);
  const lastWord = new Int32Array(positions);

  function addTerm(
    { weight, holders, visit }: HeldTerm,
    times: number,
    word: number,
    library: Library,
  ): void {
    const rarities = holders.map((count) => Math.log(1 + (library.passages - count + 0.5) / (count + 0.5)));
    visit((position, field, frequency, length) => {
      const norm = 1 - lengthShare + (lengthShare * length) / (library.means[field] ?? 1);
      const gain = (frequency * (saturation + 1)) / (frequency + saturation * norm);
      scores[position] =
        (scores[position] ?? 0) + times * weight * (rarities[field] ?? 0) * (lowerBound + gain);
      if (lastWord[position] === word) return;
      lastWord[position] = word;
      matched[position] = (matched[position] ?? 0) + 1;
    });
  }

  return {
    score: (words, library) => {
      scores.fill(0);
      matched.fill(0);
      lastWord.fill(0);
      words.forEach(({ times, terms }, at) => {
        for (const term of terms) addTerm(term, times, at + 1, library);
      });
    },
    best: (count, isAllowed = () => true) => {
      const best = collectBest(count);
      matched.forEach((words, position) => {
        if (words === 0 || !isAllowed(position)) return;
        best.offer(position, roundScore((scores[position] ?? 0) * words));
      });
      return best.list();
    },
  };
}
