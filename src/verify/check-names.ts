/** Every proper name of the sentence must be in the source, or in its chapter's or section's heading. Pure. */

import { functionWords } from '../models/function-words.ts';
import type { Comparison } from './comparison.ts';
import { isCountry, kindsOfThings } from './name-keys.ts';
import { ordinals } from './number-words.ts';
import type { Word } from './read-words.ts';
import type { Finding } from './verification.ts';

/** Titles and kinds of bodies: a sentence may call a person or a body so in capitals. */
const titles = new Set(
  (
    'mr mrs ms dr prof professor sir minister prime president chancellor chairman chair director secretary state ' +
    'government ministry parliament university institute company group council commission committee agency act law ' +
    'grand duchy kingdom republic governor mayor ambassador general colonel king queen emperor prince princess report strategy national foreign federal european international chief executive ceo cfo pm vp mp mep former member states union ' +
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
    'younger old older large larger few fewer wide wider safer officially buyers makers outside inside private public'
  ).split(' '),
);

const hasInnerCapital = (text: string) => /^\p{L}.*\p{Lu}/u.test(text.replace(/['’]s$/, ''));

/** Whether a capital at the beginning of a sentence belongs to a name: another name follows, or it has an inner capital. */
function opensWithName(word: Word, next: Word | undefined): boolean {
  if (isCountry(word.key) || hasInnerCapital(word.text)) return true;
  if (next?.isCapital !== true || functionWords.has(word.lower) || openers.has(word.lower)) return false;
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
  if (word.key.startsWith('#') || ordinals.includes(word.lower)) return false;
  if (monthsAndDays.test(word.lower) || (functionWords.has(word.lower) && !hasInnerCapital(word.text)))
    return false;
  return !word.opens || names?.has(word.lower) === true || opensWithName(word, words[at + 1]);
}

/** The capital letters of an acronym: "EVs" is "ev", "R&D" comes as two words. */
function lettersOf({ text }: Word): string | null {
  const plain = text
    .replace(/['’]s$/, '')
    .replace(/s$/, '')
    .replace(/\./g, '');
  return /^\p{Lu}[\p{L}\p{N}]{1,7}$/u.test(plain) && /\p{Lu}.*\p{Lu}/u.test(plain)
    ? plain.toLowerCase()
    : null;
}

/** Whether the initials of words from `from` on spell the letters; function words may be left out. */
function spells(words: readonly Word[], from: number, letters: string): boolean {
  let at = from;
  for (const letter of letters) {
    while (at > from && words[at] !== undefined && words[at]?.lower[0] !== letter && isSkippable(words[at]))
      at++;
    if (words[at]?.lower[0] !== letter) return false;
    at++;
  }
  return true;
}

/** Words that end the names of many bodies and plans: "the Belt and Road" is the BRI without its initiative. */
const leftOut = /[iop]$/;

const isSkippable = (word: Word | undefined) =>
  word !== undefined && (functionWords.has(word.lower) || word.kind === 'mark');

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

/** What makes a name an adjective, a plural or a movement: "Wallonian" of "Wallonia", "Islam" of "Islamization". */
const nameEnding =
  /^(?:s|ic|n|an|ian|ns|ish|ese|i|er|ers|men|man|woman|women|ia|ism|ists?|i[sz]ation|i[sz]ed)$/;

function isFormOf(one: string, other: string): boolean {
  const base = one.length > 5 ? one.replace(/s$/, '') : one;
  return base.length >= 4 && other.startsWith(base) && nameEnding.test(other.slice(base.length));
}

/** A report says the one for the other. */
const synonyms: readonly ReadonlySet<string>[] = [
  new Set(['eu', 'europe', 'european', 'europeans', 'brussels']),
  new Set(['nato', 'alliance', 'atlantic']),
  new Set(['soviet', 'soviets', 'ussr', 'moscow', 'kremlin']),
];

/** Parts of the world, by which a sentence may call a country of theirs: a doubt, as not every country lies there. */
const regions: ReadonlySet<string> = new Set(
  (
    'balkan balkans baltic baltics nordic nordics scandinavia scandinavian iberian alpine benelux visegrad mediterranean ' +
    'atlantic pacific caribbean latin arctic caucasus caucasian asia africa america sahel maghreb gulf levant oceania'
  ).split(' '),
);

function isKnown(words: readonly Word[], at: number, known: readonly Word[]): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return (
    known.some(
      (other) =>
        other.key === word.key ||
        synonyms.some((names) => names.has(word.lower) && names.has(other.lower)) ||
        other.stem === word.stem ||
        isFormOf(word.lower, other.lower) ||
        isFormOf(other.lower, word.lower),
    ) || isAcronymOf(words, at, known)
  );
}

/** Whether the words of a name are known, but for titles, which a sentence may add; false for a title alone. */
export function isNameKnown(name: readonly Word[], known: readonly Word[]): boolean {
  const telling = name.flatMap((word, at) =>
    isName(name, at, new Set([word.lower])) && !titles.has(word.lower) ? [at] : [],
  );
  return telling.length > 0 && telling.every((at) => isKnown(name, at, known));
}

/** What the source writes with a capital within its sentences: names, wherever the sentence has them. */
export function namesOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.flatMap((_, at) => (isName(words, at) ? [words[at]?.lower ?? ''] : [])));
}

/** "And" joins two names, and "of" and its like the parts of one. */
const isLink = (word: Word | undefined) => /^(?:of|for|the)$/.test(word?.lower ?? '');

/** The words of a name of several: from its first word to its last, "of" and "for" left out. */
function nameFrom(words: readonly Word[], at: number): Word[] {
  const found: Word[] = [];
  for (let index = at; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (isName(words, index)) found.push(word);
    else if (!isLink(word)) break;
    if (/['’]s?$/.test(word.text)) break;
  }
  return found;
}

/** Words of one name stand this near to each other in the source, beyond their own number. */
const spread = 5;

/** Whether some stretch of the source has all words of a name. */
function isTogether(name: readonly Word[], known: readonly Word[]): boolean {
  return known.some((_, from) => {
    const stretch = known.slice(from, from + name.length + spread);
    return name.every((word) => isKnown([word], 0, stretch));
  });
}

/** "Sweden Democrats" where the source has Sweden, and other Democrats. */
function checkMixed({ words, sourceWords, headingWords }: Comparison): Finding[] {
  const known = [...sourceWords, ...headingWords];
  const seen = new Set<Word>();
  return words.flatMap((first, at): Finding[] => {
    if (seen.has(first) || !isName(words, at)) return [];
    const name = nameFrom(words, at);
    for (const word of name) seen.add(word);
    const plain = name.filter(
      ({ text, key, lower }) => !titles.has(lower) && (!isCountry(key) || text === key),
    );
    if (plain.length < 2 || !plain.every((word) => isKnown([word], 0, known))) return [];
    if (isTogether(plain, sourceWords) || plain.some((_, index) => isAcronymOf(plain, index, sourceWords)))
      return [];
    const text = plain.map((word) => word.text).join(' ');
    return [
      {
        kind: 'name',
        text,
        reason: 'not together in the passage',
        rule: 'name-mixed',
        isCertain: false,
        strength: 1,
      },
    ];
  });
}

export function checkNames(comparison: Comparison): Finding[] {
  return [...checkUnknown(comparison), ...checkMixed(comparison)];
}

/** "Quick Chinese innovation", "Refusing Huawei's offer": the capital may be the sentence's. */
function mayOnlyOpen(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.opens !== true || next === undefined) return false;
  return /ing$/.test(word.lower) || (isCountry(next.key) && next.text !== next.key);
}

function checkUnknown({ words, sourceWords, headingWords }: Comparison): Finding[] {
  const known = [...sourceWords, ...headingWords];
  return words.flatMap((word, at): Finding[] => {
    const namesNobody = titles.has(word.lower) || kindsOfThings.has(word.lower);
    if (!isName(words, at) || namesNobody || isKnown(words, at, known)) return [];
    return [
      {
        kind: 'name',
        text: word.text,
        reason: 'not in the passage',
        rule: 'name',
        isCertain: !mayOnlyOpen(words, at) && !regions.has(word.lower),
        strength: 1,
      },
    ];
  });
}
