/** Reads what a question or sentence asserts: words, clauses, cues, figures, years. Pure. */

import type { Language } from '../../core/language.ts';
import { toTerm } from '../../search/normalize-words.ts';
import { countries } from '../../subjects/countries.ts';
import { lowerWords } from '../../subjects/subject.ts';
import { findSlots } from '../choose/slots.ts';
import { type Cue, findCues } from './words.ts';

export interface PremiseWord {
  lower: string;
  stem: string;
  root: string;
  /** Whether it is a content word. */
  isContent: boolean;
  /** Whether it is capitalised and not the first word. */
  isName: boolean;
  /** The country it stands for. */
  country: string | undefined;
  /** The number of its clause. */
  clause: number;
  /** Offsets in the text, end exclusive. */
  start: number;
  end: number;
}

export interface PremiseText {
  words: readonly PremiseWord[];
  cues: readonly Cue[];
  /** Figures other than years, as written, in lower case. */
  figures: ReadonlySet<string>;
  years: ReadonlySet<string>;
}

let countryByWord: ReadonlyMap<string, string> | undefined;
function countryOfWord(lower: string): string | undefined {
  countryByWord ??= new Map(
    countries().flatMap((country) =>
      lowerWords(country)
        .filter((word) => !word.includes(' '))
        .map((word): [string, string] => [word, country.name]),
    ),
  );
  return countryByWord.get(lower);
}

const token = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*(?:['’]\p{L}+)*(?:-[\p{L}\p{N}]+)*|[,;:()–—]/gu;
const mark = /^[^\p{L}\p{N}]$/u;
const capital = /^\p{N}*\p{Lu}/u;

function readWord(
  text: string,
  start: number,
  clause: number,
  opens: boolean,
  language: Language,
): PremiseWord {
  const lower = text.toLowerCase().replace(/['’]s$/, '');
  const stem = language.words?.stem(lower) ?? lower;
  const isCapital = capital.test(text);
  return {
    lower,
    stem,
    root: language.words?.root(stem) ?? stem,
    isContent: toTerm(lower, language) !== null && lower.length > 1,
    isName: isCapital && !opens,
    country: isCapital ? countryOfWord(lower) : undefined,
    clause,
    start,
    end: start + text.length,
  };
}

function readWords(text: string, language: Language): PremiseWord[] {
  const words: PremiseWord[] = [];
  let clause = 0;
  for (const match of text.matchAll(token)) {
    const [found] = match;
    const isOpener = words.length > 0 && language.premises?.clauseOpeners.has(found.toLowerCase()) === true;
    if (mark.test(found) || isOpener) clause += 1;
    if (!mark.test(found)) words.push(readWord(found, match.index, clause, words.length === 0, language));
  }
  return words;
}

export function readPremiseText(text: string, language: Language): PremiseText {
  const words = readWords(text, language);
  const years = new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? []);
  const figures = findSlots(text, 'number', language).map((figure) =>
    figure.toLowerCase().replace(/[.,]+$/, ''),
  );
  return {
    words,
    cues: findCues(words, language),
    figures: new Set(figures.filter((one) => !years.has(one))),
    years,
  };
}
