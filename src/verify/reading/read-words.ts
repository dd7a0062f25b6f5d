/** Cuts texts into words and marks, each with its place along the text. Pure. */

import type { Language } from '../../core/language.ts';
import { countryAt } from './name-keys.ts';
import { findDates } from './read-dates.ts';
import { findQuantities } from './read-quantities.ts';

export interface Word {
  /** As written. */
  text: string;
  /** Lower case, accents, possessive 's and the stops of "U.S." off. */
  lower: string;
  stem: string;
  root: string;
  /** What it stands for: a country for its names, a month for its ("month 9"), a number for its forms ("#29000"), else `lower`. */
  key: string;
  kind: 'word' | 'number' | 'mark';
  /** Has a meaning by itself: neither a function word nor a mark. */
  isContent: boolean;
  isCapital: boolean;
  /** Tells a date, whole or in part: "end" and "of" in "the end of 2024", which are no words of direction. */
  isInDate: boolean;
  /** Opens its sentence, or what stands behind a colon, so that its capital says nothing. */
  opens: boolean;
  /** Offsets in the text of its sentence, end exclusive. */
  start: number;
  end: number;
  /** The index of its sentence. */
  sentence: number;
  /** Counts up at each boundary of a clause. */
  clause: number;
  /** A coordinate: words of one clause lie close together, those of other clauses and sentences farther off. */
  place: number;
}

/** What a boundary adds to the distance of the words before and after it, in words. */
const gaps = { conjunction: 1.5, comma: 2, clause: 4, sentence: 14 };

/** A number may run into a unit, as the language has it ("5bn", "27th", "1990s"); "5G" and "A320" are words. */
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

/** Lower case, in one spelling, without accents, possessive and full stops. */
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

/** Years and months carry content, and go by one key in words and figures; the words around them say nothing more. */
function nameDates(words: readonly Word[], text: string, language: Language): void {
  for (const { year, month: monthNumber, start, end } of findDates(text, language)) {
    const own = words.filter((word) => word.start >= start && word.end <= end && word.kind !== 'mark');
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

/** A word with a meaning that is part of neither a date nor a number. */
export const isPlainWord = (word: Word | undefined): word is Word =>
  word?.kind === 'word' && word.isContent && !word.isInDate && !word.key.startsWith('#');

const readCount = (word: string, { numbers }: Language) =>
  /^\d+$/.test(word) ? Number(word) : (numbers?.read(word) ?? null);

/** The number on one side of "four out of fifty-six", which is told by its two: "four", or "out of fifty-six". */
const readSide = (text: string, language: Language) =>
  readCount(
    text
      .split(/[\s-]+/)
      .filter((word) => readCount(word, language) !== null)
      .join(' '),
    language,
  );

/** Gives the words for countries, months and numbers their keys; all words of a number carry content. */
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
    // "Took over" is one verb, and says what "takeover" says.
    const joined = language.words?.joinParticle(word.stem, words[at + 1]?.lower ?? '') ?? null;
    if (joined === null) return;
    word.stem = joined;
    word.root = rootOf(joined, language);
  });
  for (const { values, unit, text: own, start, end } of findQuantities(text, language)) {
    const inside = words.filter((word) => word.start >= start && word.end <= end && word.kind !== 'mark');
    const link = unit === 'fraction' ? language.numbers?.ofWhole.exec(own)?.index : undefined;
    for (const word of inside) {
      // "Project" of "one project out of twenty" is no number.
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

/** Words of sentences that stand one after the other. */
export function readWords(sentences: readonly string[], language: Language): Word[] {
  let place = 0;
  let clause = 0;
  return sentences.flatMap((text, sentence) => {
    place += gaps.sentence;
    clause += 1;
    let hasOpened = false;
    const words = [...text.matchAll(tokenOf(language))].map((match): Word => {
      const [found] = match;
      const lower = foldWord(found, language);
      const kind = kindOf(found);
      const gap = gapAt(lower, kind, language);
      place += gap + (kind === 'mark' ? 0 : 1);
      if (gap >= gaps.comma) clause += 1;
      const opens = !hasOpened && kind !== 'mark';
      if (opens) hasOpened = true;
      // "Two findings: Work is slow": a capital there need be no name either.
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
