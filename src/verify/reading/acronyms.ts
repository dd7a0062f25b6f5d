/** Acronyms and the names that they are short for. Pure. */
import { functionWords } from '../../models/function-words.ts';
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

/** Whether the initials of words from `from` on spell the letters; function words may be left out. */
function spells(words: readonly Word[], from: number, letters: string): boolean {
  let at = from;
  for (const letter of letters) {
    while (at > from && words[at]?.lower[0] !== letter && isSkippable(words, at)) at++;
    if (words[at]?.lower[0] !== letter) return false;
    at++;
  }
  return true;
}

/** Words that end the names of many bodies and plans: "the Belt and Road" is the BRI without its initiative. */
const leftOut = /[iop]$/;

/** "Co-operation" has one initial. */
function isSkippable(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return functionWords.has(word.lower) || word.kind === 'mark' || words[at - 1]?.text === '-';
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
export function isAcronymOf(words: readonly Word[], at: number, source: readonly Word[]): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const letters = lettersOf(word);
  if (letters !== null && source.some((_, from) => spells(source, from, letters))) return true;
  return source.some((other) => {
    const known = lettersOf(other);
    if (known === null) return false;
    for (let from = Math.max(0, at - 6); from <= at; from++) {
      if (spells(words, from, known) && at < from + known.length + 2) return true;
      const short = known.slice(0, -1);
      if (
        short.length > 1 &&
        leftOut.test(known) &&
        spells(words, from, short) &&
        at < from + short.length + 2
      )
        return true;
    }
    return false;
  });
}
