/** Which words of a text are proper names. Pure. */

import { isEnglishWord } from '../../language/en/dictionary.ts';
import { functionWords } from '../../language/en/function-words.ts';
import { isCountry } from './name-keys.ts';
import { ordinals } from './number-words.ts';
import type { Word } from './read-words.ts';

/** Titles and kinds of bodies: a sentence may call a person or a body so in capitals. */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof professor sir minister prime premier vice deputy commissioner senator spokesperson chairwoman president chancellor chairman chair director secretary state ' +
    'government ministry parliament university institute company group council commission committee agency act law ' +
    'grand duchy kingdom republic governor mayor ambassador general colonel king queen emperor prince princess report ' +
    'strategy national foreign federal european international chief executive ceo cfo pm vp mp mps mep meps former member states union ' +
    'bank fund north south east west northern southern eastern western central'
  ).split(' '),
);
const monthsAndDays =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Words that open a sentence before a name, and are none. */
const openers = new Set(
  (
    'since after when like given despite following unlike besides according once both many several most former late ' +
    'meanwhile today instead apart neither whereas behind throughout certain ordinary big bigger small smaller young ' +
    'younger old older large larger few fewer wide wider safer officially buyers makers outside inside private public ' +
    'then thereafter elsewhere together likewise soon yet still only even just almost perhaps indeed abroad overall altogether ' +
    'nowadays nevertheless nonetheless moreover furthermore hence thus amid alongside beyond domestic local major global fellow top ' +
    'next last prior thanks owing due other others such every each all some any another no none'
  ).split(' '),
);

/** "Recently", "afterwards", "meanwhile", "therefore". */
const adverb = /(?:ly|wards?|while|fore|ever)$/;

export const hasInnerCapital = (text: string) => /^\p{L}.*\p{Lu}/u.test(text.replace(/['’]s$/, ''));

/** "Samsung", "Graz's": no word of the language. */
export const isForeignWord = ({ lower }: Word): boolean =>
  /^\p{L}[\p{L}-]+(?:['’]s?)?$/u.test(lower) && !isEnglishWord(lower.replace(/['’]s?$/, ''));

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
  return (
    (isWordOfAName || !/(?:ing|ier|ive|ary|ous|ful|ed)$/.test(word.lower)) && word.end + 1 === next.start
  );
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
