/** Cuts texts into words and marks, each with its place along the text. Pure. */

import type { Language } from '../../core/language.ts';
import { splitSentences } from '../../language/split-sentences.ts';
import { firstWordAt } from './first-word-at.ts';
import { countryAt } from './name-keys.ts';
import { findDates } from './read-dates.ts';
import { findQuantities } from './read-quantities.ts';

export interface Word {
  /** As written. */
  text: string;
  /** In lower case, without accents, possessive 's and the stops of "U.S.". */
  lower: string;
  stem: string;
  root: string;
  /**
   * What it stands for in whatever form: a country ("Netherlands" for "Dutch"), a month ("month 9"), a number
   * ("#29000"); else `lower`.
   */
  key: string;
  kind: 'word' | 'number' | 'mark';
  /** Has a meaning by itself: neither a function word nor a mark. */
  isContent: boolean;
  isCapital: boolean;
  /** Is part of a date, as "end" and "of" are in "the end of 2024", and says nothing else. */
  isInDate: boolean;
  /** Opens a sentence, or what follows a colon, so that its capital does not make it a name. */
  opens: boolean;
  /** Offsets in the text of its sentence, end exclusive. */
  start: number;
  end: number;
  /** The index of its sentence. */
  sentence: number;
  /** The number of its clause, counted from 1 through all sentences. */
  clause: number;
  /** A coordinate along the text, in words, with `gaps` added at boundaries: words of one clause are close together. */
  place: number;
}

/** What each kind of boundary adds to the distance of the words before and after it, in words. */
const gaps = { conjunction: 1.5, comma: 2, clause: 4, sentence: 14 };

/** A number may be written together with a unit of the language ("5bn", "27th", "1990s"); "5G" and "A320" are words. */
const buildToken = (suffix: string) =>
  new RegExp(
    `(?:\\p{Lu}\\.){2,}|(?:\\p{Lu}\\.)+\\p{Lu}(?!\\p{L})|\\p{N}+(?:[.,]\\p{N}+)*(?=(?:${suffix})?(?![\\p{L}\\p{N}]))|[\\p{L}\\p{N}]*\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’‘ʼ]\\p{L}+)*|\\p{N}+|[^\\s\\p{L}\\p{N}]`,
    'gu',
  );
const tokens = new Map<string, RegExp>();
function tokenOf({ numbers }: Pick<Language, 'numbers'>): RegExp {
  const suffix = numbers?.suffix.source ?? '';
  const token = tokens.get(suffix) ?? buildToken(suffix);
  tokens.set(suffix, token);
  return token;
}

/** A word in lower case and in one spelling, without accents, possessive 's and the stops of abbreviations. */
export function foldWord(text: string, { words }: Pick<Language, 'words'>): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/(?<=\p{L})\./gu, '');
  return words?.respell(plain) ?? plain;
}

function gapAt(lower: string, kind: Word['kind'], { words }: Language): number {
  if (words?.conjunctions.has(lower)) return gaps.conjunction;
  if (kind === 'word') return words?.clauseOpeners.has(lower) ? gaps.clause : 0;
  if (kind !== 'mark') return 0;
  if (/[,()]/.test(lower)) return gaps.comma;
  return /[;:–—|]/.test(lower) ? gaps.clause : 0;
}

function kindOf(text: string): Word['kind'] {
  if (/\p{L}/u.test(text)) return 'word';
  return /\p{N}/u.test(text) ? 'number' : 'mark';
}

/** The words of a sentence between two offsets, without marks. */
const wordsWithin = (words: readonly Word[], start: number, end: number) =>
  words
    .slice(firstWordAt(words, start), firstWordAt(words, end))
    .filter((word) => word.end <= end && word.kind !== 'mark');

/**
 * Marks the words of dates. Years and months get one key, whether in words or figures; the other words of a date are no
 * content.
 */
function nameDates(words: readonly Word[], text: string, language: Language): void {
  for (const { year, month: monthNumber, start, end } of findDates(text, language)) {
    const own = wordsWithin(words, start, end);
    for (const word of own) {
      word.isInDate = true;
      const isYear = year !== null && (word.lower === `${year}` || word.lower === `${year % 100}`);
      if (isYear && own.at(-1) === word) word.key = `${year}`;
      if (word.kind === 'word' && !word.key.startsWith('month ')) word.isContent = false;
    }
    const isFigures = own.every(({ kind }) => kind === 'number');
    const figure = own.slice(0, -1).findLast(({ lower }) => isFigures && Number(lower) === monthNumber);
    if (figure !== undefined) figure.key = `month ${monthNumber}`;
  }
}

/** Whether a word has a meaning of its own, and is part of neither a date nor a number. */
export const isPlainWord = (word: Word | undefined): word is Word =>
  word?.kind === 'word' && word.isContent && !word.isInDate && !word.key.startsWith('#');

const readCount = (word: string, { numbers }: Language) =>
  /^\d+$/.test(word) ? Number(word) : (numbers?.read(word) ?? null);

/** The number of one half of "four out of fifty-six": 4 of "four", 56 of "out of fifty-six". Null if it has none. */
const readSide = (text: string, language: Language) =>
  readCount(
    text
      .split(/[\s-]+/)
      .filter((word) => readCount(word, language) !== null)
      .join(' '),
    language,
  );

/** Gives the words for countries, months and numbers their keys, and makes all words of a number content. */
function nameKeys(words: Word[], text: string, language: Language): Word[] {
  const lowers = words.map(({ lower }) => lower);
  for (const word of words) {
    const month = word.isCapital ? (language.dates?.monthOf(word.lower) ?? 0) : 0;
    if (month > 0) word.key = `month ${month}`;
  }

  nameDates(words, text, language);
  for (let at = 0; at < words.length; at++) {
    const found = countryAt(lowers, at);
    if (found === null || !(words[at]?.isCapital || found.length > 1)) continue;
    for (const word of words.slice(at, at + found.length)) word.key = found.country;
    at += found.length - 1;
  }
  words.forEach((word, at) => {
    // "Took over" is one verb, with the stem of "takeover".
    const joined = language.words?.joinParticle(word.stem, words[at + 1]?.lower ?? '') ?? null;
    if (joined === null) return;
    word.stem = joined;
    word.root = rootOf(joined, language);
  });
  for (const { values, unit, text: own, start, end } of findQuantities(text, language)) {
    const inside = wordsWithin(words, start, end);
    const link = unit === 'fraction' ? language.numbers?.ofWhole.exec(own)?.index : undefined;
    for (const word of inside) {
      // "Project" in "one project out of twenty" is no part of the number.
      if (link !== undefined && readCount(word.lower, language) === null) continue;
      const isFirst = link !== undefined && word.end <= start + link;
      const count =
        link === undefined
          ? values.at(-1)
          : readSide(isFirst ? own.slice(0, link) : own.slice(link), language);
      if (count === null || count === undefined) continue;
      word.key = `#${count}`;
      word.isContent = true;
    }
  }
  return words;
}

/** Where no forms of words are known, a word is its own stem and root. */
const rootOf = (stem: string, { words }: Language) => words?.root(stem) ?? stem;

/**
 * The words and marks of consecutive sentences, in order. `Word.sentence` is an index into `sentences`, each of which may be
 * several: what is checked as one may be a claim of two.
 */
export function readWords(sentences: readonly string[], language: Language): Word[] {
  let place = 0;
  let clause = 0;
  return sentences.flatMap((text, sentence) => {
    place += gaps.sentence;
    clause += 1;
    let hasOpened = false;
    const further = new Set(
      splitSentences(text, language).flatMap(({ start }) => (start > 0 ? [start] : [])),
    );
    const words = [...text.matchAll(tokenOf(language))].map((match): Word => {
      const [found] = match;
      const lower = foldWord(found, language);
      const kind = kindOf(found);
      const isFurther = further.has(match.index);
      if (isFurther) hasOpened = false;
      const gap = isFurther ? gaps.sentence : gapAt(lower, kind, language);
      place += gap + (kind === 'mark' ? 0 : 1);
      if (gap >= gaps.comma) clause += 1;
      const opens = !hasOpened && kind !== 'mark';
      if (opens) hasOpened = true;
      // In "Two findings: Work is slow" the word after the colon need not be a name either.
      if (found === ':') hasOpened = false;
      const stem = (kind === 'word' ? language.words?.stem(lower) : undefined) ?? lower;
      return {
        text: found,
        lower,
        stem,
        root: rootOf(stem, language),
        key: lower,
        kind,
        isContent:
          kind === 'number' ||
          (kind === 'word' && !language.words?.functionWords.has(lower) && lower.length > 1),
        isInDate: false,
        isCapital: /^\p{N}*\p{Lu}/u.test(found),
        opens,
        start: match.index,
        end: match.index + found.length,
        sentence,
        clause,
        place,
      };
    });
    return nameKeys(words, text, language);
  });
}
