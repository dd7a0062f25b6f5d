/** Acronyms and the names that they are short for. Pure. */
import type { Language } from '../../core/language.ts';
import { isCountry } from './name-keys.ts';
import type { Word } from './read-words.ts';

/** The capital letters of an acronym: "EVs" is "ev", "R&D" comes as two words. */
function lettersOf({ text }: Word): string | null {
  const plain = text
    .replace(/['’]s$/, '')
    .replace(/s$|(?<=\p{Lu})(?:20|19)\d\d$/u, '')
    .replace(/\./g, '');
  return /^\p{Lu}[\p{L}\p{N}]{1,7}$/u.test(plain) && /\p{Lu}.*\p{Lu}/u.test(plain)
    ? plain.toLowerCase()
    : null;
}

/** Nearly any words spell so few letters. */
const shortest = 2;
/** A name of so many words before the last may be shortened. */
const farthest = 6;

/**
 * Where the words end, exclusive, whose initials from `from` on spell the letters, or null; function words may be left out.
 * @param isOfName all are written with a capital too, as those of a name are.
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

/** "Co-operation" has one initial. */
function isSkippable(words: readonly Word[], at: number, language: Language): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const isGrammar = language.words?.functionWords.has(word.lower) === true;
  return isGrammar || word.kind === 'mark' || words[at - 1]?.text === '-';
}

/** Whether the letters are the initials of words that stand together, in whatever order: "DTU" of "Technical University of Denmark". */
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

/** Whether the source spells out the acronym, or has one for the words around `at`. */
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
