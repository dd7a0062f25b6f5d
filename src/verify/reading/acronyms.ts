/** Acronyms and the names that they are short for. Pure. */
import type { Language } from '../../core/language.ts';
import { isCountry } from './name-keys.ts';
import type { Word } from './read-words.ts';

/** The letters of an acronym in lower case ("ev" for "EVs"), or null. "R&D" comes as two words. */
function lettersOf({ text }: Word): string | null {
  const plain = text
    .replace(/['’]s$/, '')
    .replace(/s$|(?<=\p{Lu})(?:20|19)\d\d$/u, '')
    .replace(/\./g, '');
  return /^\p{Lu}[\p{L}\p{N}]{1,7}$/u.test(plain) && /\p{Lu}.*\p{Lu}/u.test(plain)
    ? plain.toLowerCase()
    : null;
}

/** Acronyms of so few letters may be the initials of almost any words. */
const shortest = 2;
/** How many words before a word the name that it belongs to may begin. */
const farthest = 6;

/**
 * The end, exclusive, of the words from `from` on whose initials are the letters, or null; function words may be
 * skipped.
 * @param isOfName whether each word needs a capital, as in a name.
 */
function endOfSpelled(
  words: readonly Word[],
  from: number,
  letters: string,
  isOfName: boolean,
  language: Language,
): number | null {
  let at = from;
  for (const letter of letters) {
    const mayLeaveOut = at > from && (!isOfName || letters.length > shortest);
    while (mayLeaveOut && words[at]?.lower[0] !== letter && isSkippable(words, at, language)) at++;
    const word = words[at];
    if (word === undefined || word.lower[0] !== letter || (isOfName && !word.isCapital)) return null;
    const isGrammar = language.words?.functionWords.has(word.lower);
    if (isGrammar && !language.names?.initialGrammar.test(word.lower)) return null;
    at++;
  }
  return at;
}

/** Whether a word needs no initial: a function word, a mark, or the second half of "co-operation". */
function isSkippable(words: readonly Word[], at: number, language: Language): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const isGrammar = language.words?.functionWords.has(word.lower) === true;
  return isGrammar || word.kind === 'mark' || words[at - 1]?.text === '-';
}

/**
 * Whether a word's letters are the initials of words close together, in any order: "DTU" of "Technical University of
 * Denmark".
 */
export function mayBeAcronymOf(word: Word, source: readonly Word[]): boolean {
  const letters = lettersOf(word);
  if (letters === null || letters.length < 3) return false;
  const sorted = [...letters].sort().join('');
  return source.some((_, from) => {
    const initials = source
      .slice(from, from + 2 * letters.length)
      .flatMap(({ isCapital, lower }) => (isCapital ? [lower[0] ?? ''] : []))
      .slice(0, letters.length);
    return sorted === initials.sort().join('');
  });
}

/** Whether the source spells out the acronym at `at`, or abbreviates a name that the word at `at` belongs to. */
export function isAcronymOf(
  words: readonly Word[],
  at: number,
  source: readonly Word[],
  language: Language,
): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const letters = lettersOf(word);
  const isOfCountry = isCountry(word.key);
  const isSpelled = (from: number, known: string) =>
    endOfSpelled(source, from, known, isOfCountry, language) !== null;
  if (letters !== null && source.some((_, from) => isSpelled(from, letters))) return true;
  return source.some((other) => {
    const known = lettersOf(other);
    if (known === null) return false;
    const isShort = known.length <= shortest;
    const short = language.names?.leftOut.test(known) && !isShort ? known.slice(0, -1) : known;
    // "India is tried" does not spell out IT, nor "America and India" AI.
    const isNamed = isOfCountry || isShort;
    for (let from = Math.max(0, at - farthest); from <= at; from++) {
      if ([known, short].some((one) => (endOfSpelled(words, from, one, isNamed, language) ?? 0) > at))
        return true;
    }
    return false;
  });
}
