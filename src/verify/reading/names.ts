/** Which words of a text are proper names. Pure. */

import type { Language } from '../../core/language.ts';
import { region } from '../../subjects/region.ts';
import { isCountry } from './name-keys.ts';
import type { Word } from './read-words.ts';

export const hasInnerCapital = (text: string) => /^\p{L}.*\p{Lu}/u.test(text.replace(/['’]s$/, ''));

/**
 * Whether a word is not in the language's dictionary ("Samsung", "Graz's"), or is a known name although it is
 * ("Siemens", a unit).
 */
export function isForeignWord({ lower }: Word, { isWord }: Pick<Language, 'isWord'>): boolean {
  const plain = lower.replace(/['’]s?$/, '');
  return (
    /^\p{L}[\p{L}-]+$/u.test(plain) && (region.namesAsWords.includes(plain) || isWord?.(plain) === false)
  );
}

/**
 * Whether the capital of a word that opens a sentence is a name's: another name follows, it has an inner capital, or
 * the dictionary lacks the word.
 */
function opensWithName(word: Word, next: Word | undefined, language: Language): boolean {
  if (isCountry(word.key) || hasInnerCapital(word.text) || isForeignWord(word, language)) return true;
  const { names, words } = language;
  if (names === undefined) return false;
  const { openers, adverb, beforeNames, titles } = names;
  const mayOpen = words?.functionWords.has(word.lower) || openers.has(word.lower) || adverb.test(word.lower);
  if (next?.isCapital !== true || mayOpen) return false;
  // "Costlier Western suppliers", "Successive American concerns", "Treating 5G": an adjective or a verb before a name.
  const isWordOfAName =
    !isCountry(next.key) && !titles.has(next.lower) && !hasInnerCapital(next.text) && !/\d/.test(next.text);
  return (isWordOfAName || !beforeNames.test(word.lower)) && word.end + 1 === next.start;
}

/**
 * Whether a word is (part of) a proper name.
 * @param names words known as names, for those that open a sentence.
 */
export function isName(
  words: readonly Word[],
  at: number,
  language: Language,
  names?: ReadonlySet<string>,
): boolean {
  const word = words[at];
  if (word === undefined || word.kind !== 'word' || !word.isCapital || word.isInDate) return false;
  if (word.text.length === 1 || word.key.startsWith('#') || language.numbers?.ordinal.test(word.lower))
    return false;
  const isInner = hasInnerCapital(word.text);
  if (language.nounsHaveCapitals && !isInner && !isCountry(word.key)) return false;
  if (language.names?.monthsAndDays.test(word.lower)) return false;
  if (language.words?.functionWords.has(word.lower) && !isInner) return false;
  return !word.opens || names?.has(word.lower) === true || opensWithName(word, words[at + 1], language);
}

/**
 * The words, in lower case, that have a capital within a sentence of the source: names, wherever the sentence has them.
 */
export function namesOf(words: readonly Word[], language: Language): ReadonlySet<string> {
  return new Set(words.flatMap((_, at) => (isName(words, at, language) ? [words[at]?.lower ?? ''] : [])));
}

/** How many first letters two forms of a name must share. */
const leastShared = 3;

/**
 * Whether a name may be another form of a known one: "Democrats" of "Democratic", "Texan" of "Texas", "the Fed" of "the
 * Federal Reserve", "Congress" of "congressional".
 */
export function mayBeFormOf(name: Word, known: readonly Word[]): boolean {
  if (isCountry(name.key)) return false;
  const own = name.lower.replace(/['’]s?$/, '').replace(/(?<=.{4})s$/, '');
  return known.some(({ lower, isCapital, key }) => {
    const other = lower.replace(/['’]s?$/, '');
    const length = Math.min(own.length, other.length);
    const shared = own.length === other.length || length > leastShared ? length - 1 : length;
    return (
      isCapital && !isCountry(key) && shared >= leastShared && own.slice(0, shared) === other.slice(0, shared)
    );
  });
}
