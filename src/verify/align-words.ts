/**
 * Which word of the source says what a word of the sentence says. Among like words the one in the most similar
 * surroundings is taken (after Sultan, Bethard and Sumner 2014, "Back to basics for monolingual alignment"). Pure.
 */

import type { Language, WordStem } from '../core/language.ts';
import type { Word } from './reading/read-words.ts';

export interface Match {
  /** Index among the source's words. */
  at: number;
  /** 0..1: 1 for the same word or key, less for a family or a synonym. */
  likeness: number;
}

/** Words farther apart than this are no surroundings, in places. */
const reach = 9;
/** How much the surroundings count beside the word itself. */
const surroundings = 0.6;

/** How alike two words are by their forms; where no meanings are known, those of one stem are. */
export const likenessOfForms = (
  one: WordStem,
  other: WordStem,
  { meanings }: Pick<Language, 'meanings'>,
): number => meanings?.likeness(one, other) ?? Number(one.stem === other.stem);

function likenessOf(a: Word, b: Word, language: Language): number {
  if (a.key === b.key) return 1;
  if (a.key.startsWith('#') || b.key.startsWith('#') || a.kind !== b.kind) return 0;
  return likenessOfForms(a, b, language);
}

/** For each content word of the sentence all like words of the source. */
export function likeWords(words: readonly Word[], source: readonly Word[], language: Language): Match[][] {
  return words.map((word) => {
    if (!word.isContent) return [];
    return source.flatMap((other, at) => {
      const likeness = other.kind === 'mark' ? 0 : likenessOf(word, other, language);
      return likeness > 0 ? [{ at, likeness }] : [];
    });
  });
}

/** How well the words around one are found around the other, 0..1. */
function similarSurroundings(
  at: number,
  other: Word,
  words: readonly Word[],
  source: readonly Word[],
  like: readonly Match[][],
): number {
  const place = words[at]?.place ?? 0;
  let found = 0;
  let total = 0;
  words.forEach((neighbour, index) => {
    const distance = Math.abs(neighbour.place - place);
    if (index === at || !neighbour.isContent || distance > reach) return;
    const weight = 1 / (1 + distance / 3);
    total += weight;
    const best = (like[index] ?? []).reduce((most, { at: there, likeness }) => {
      const away = Math.abs((source[there]?.place ?? 0) - other.place);
      return Math.max(most, away > 2 * reach ? 0 : likeness / (1 + away / reach));
    }, 0);
    found += weight * best;
  });
  return total === 0 ? 0 : found / total;
}

export function alignWords(
  words: readonly Word[],
  source: readonly Word[],
  like: readonly Match[][],
): (Match | null)[] {
  return like.map((candidates, at) => {
    let best: Match | null = null;
    let most = 0;
    for (const candidate of candidates) {
      const other = source[candidate.at];
      if (other === undefined) continue;
      const score = candidate.likeness + surroundings * similarSurroundings(at, other, words, source, like);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  });
}
