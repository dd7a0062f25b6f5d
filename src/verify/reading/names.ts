/** Which words of a text are proper names. Pure. */

import { isEnglishWord } from '../../language/en/dictionary.ts';
import { functionWords } from '../../language/en/function-words.ts';
import { adverb, beforeNames, monthsAndDays, openers, titles } from '../../language/en/name-words.ts';
import { ordinals } from '../../language/en/number-words.ts';
import { region } from '../../subjects/region.ts';
import { isCountry } from './name-keys.ts';
import type { Word } from './read-words.ts';

export const hasInnerCapital = (text: string) => /^\p{L}.*\p{Lu}/u.test(text.replace(/['’]s$/, ''));

/** "Samsung", "Graz's": no word of the language, or known as a name ("Siemens" is a unit). */
export function isForeignWord({ lower }: Word): boolean {
  const plain = lower.replace(/['’]s?$/, '');
  return /^\p{L}[\p{L}-]+$/u.test(plain) && (region.namesAsWords.includes(plain) || !isEnglishWord(plain));
}

/**
 * Whether a capital at the beginning of a sentence belongs to a name: another name follows, it has an inner capital, or no
 * dictionary has it.
 */
function opensWithName(word: Word, next: Word | undefined): boolean {
  if (isCountry(word.key) || hasInnerCapital(word.text) || isForeignWord(word)) return true;
  const mayOpen = functionWords.has(word.lower) || openers.has(word.lower) || adverb.test(word.lower);
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
export function isName(words: readonly Word[], at: number, names?: ReadonlySet<string>): boolean {
  const word = words[at];
  if (word === undefined || word.kind !== 'word' || !word.isCapital || word.isInDate) return false;
  if (word.text.length === 1 || word.key.startsWith('#') || ordinals.includes(word.lower)) return false;
  if (monthsAndDays.test(word.lower) || (functionWords.has(word.lower) && !hasInnerCapital(word.text)))
    return false;
  return !word.opens || names?.has(word.lower) === true || opensWithName(word, words[at + 1]);
}

/** What the source writes with a capital within its sentences: names, wherever the sentence has them. */
export function namesOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.flatMap((_, at) => (isName(words, at) ? [words[at]?.lower ?? ''] : [])));
}

/** Letters of the shorter name, but for its last, that begin the longer one too. */
const leastShared = 3;

/** "Democrats" of "Democratic", "Texan" of "Texas", "the Fed" of "the Federal Reserve", "Congress" of "congressional". */
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
