/** What a question asks, read from its words alone: chapters and countries named, the type of answer. Pure. */
import { type AnswerType, answerTypeOf } from './answer-type.ts';
import { comparedPlaces, type Mention, type Mentions } from './compared-places.ts';
import { bodies, type Country, countries } from './countries.ts';
import { findGroups } from './country-groups.ts';
import type { Gazetteer } from './gazetteer.ts';

export type { AnswerType };

export interface QuestionAnalysis {
  text: string;
  answerType: AnswerType;
  /** Short names of the chapters that it names, in its order. */
  chapters: string[];
  /** Those of them that it names in so many words, not by a person, company or place at home in them. */
  namedChapters: string[];
  /** Countries and international bodies that it names and the documents have no chapter on. */
  countriesWithoutChapter: string[];
  /** What it compares: the chapters named and, beside them, countries without one. Empty where it does not compare. */
  compared: string[];
  /** It asks which countries or chapters something holds for. */
  isSweep: boolean;
  /** It asks for several things. */
  isList: boolean;
  years: string[];
  isNegated: boolean;
}

/** Abbreviations that are words in lower case ("us"), so that case counts. */
const cased: ReadonlyMap<string, string> = new Map([
  ['UK', 'United Kingdom'],
  ['U.K.', 'United Kingdom'],
  ['EU', 'EU'],
]);

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A word as a whole, a possessive allowed: "Germany's". */
function wordPattern(word: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?:['’]s?)?(?![\\p{L}\\p{N}])`, flags);
}

/** "Luís Montenegro" is a man: a name behind a given name is no country. */
function isFamilyName(text: string, at: number): boolean {
  return /(?:^|[^.?!]\s)(?!(?:The|In|Of|Is|Are|Does|Did|Do|Has|Have|Was|Were|Will|Can|And|Or|Which|How|What|Why|When|Where|North|South|New)\b)\p{Lu}\p{Ll}+\s$/u.test(
    text.slice(0, at),
  );
}

/** Where a country is named in a text, or -1. */
function findCountry(country: Country, text: string): number {
  const lower = text.toLowerCase();
  const places = country.words
    // "eu" in lower case is a word of other languages. A word that is not there needs no pattern: to compile those of all
    // countries takes a second.
    .filter((word) => word !== 'eu' && lower.includes(word))
    .map((word) => text.search(wordPattern(word, 'iu')))
    .filter((at) => at >= 0 && !isFamilyName(text, at));
  for (const [word, name] of cased) {
    const at = name === country.name ? text.search(wordPattern(word, 'u')) : -1;
    if (at >= 0) places.push(at);
  }
  return places.length === 0 ? -1 : Math.min(...places);
}

/** Names a chapter, whether or not it is a country: "Executive Summary". */
function findName(name: string, text: string): number {
  return text.toLowerCase().includes(name.toLowerCase()) ? text.search(wordPattern(name, 'iu')) : -1;
}

/** Names of people, companies and places that are at home in one chapter: capitals, or any case where long enough. */
function findHomeNames(text: string, { chapterOf }: Gazetteer): Mention[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu)].flatMap((match) => {
    const chapter = chapterOf.get(match[0].toLowerCase());
    const isName = /^\p{Lu}/u.test(match[0]) && match.index > 0;
    return chapter !== undefined && isName ? [{ name: chapter, at: match.index }] : [];
  });
}

function findMentions(text: string, gazetteer: Gazetteer): Mentions {
  const chapters: Mention[] = [];
  const others: Mention[] = [];
  const known = new Set(gazetteer.chapterNames);
  for (const country of countries) {
    const at = findCountry(country, text);
    if (at >= 0) (known.has(country.name) ? chapters : others).push({ name: country.name, at });
  }
  for (const name of gazetteer.chapterNames) {
    const at = chapters.some((mention) => mention.name === name) ? -1 : findName(name, text);
    if (at >= 0) chapters.push({ name, at });
  }
  for (const body of bodies) {
    const isThere = !known.has(body) && text.includes(body);
    const at = isThere ? text.search(wordPattern(body, 'u')) : -1;
    if (at >= 0) others.push({ name: body, at });
  }
  const grouped = findGroups(text, known);
  for (const { group, at } of grouped) {
    for (const name of group.members) {
      const kin = known.has(name) ? chapters : others;
      if (!kin.some((mention) => mention.name === name)) kin.push({ name, at });
    }
  }
  const implied = findHomeNames(text, gazetteer).filter(
    (mention) => !chapters.some((one) => one.name === mention.name),
  );
  const byPlace = (a: Mention, b: Mention) => a.at - b.at;
  return {
    chapters: chapters.sort(byPlace),
    implied: implied.sort(byPlace),
    others: others.sort(byPlace),
    grouped: grouped.flatMap(({ group }) => group.members),
  };
}

const sweepWords =
  /\b(?:which|what|name|list|how many|in which|are there|is there|any|who|where)\b(?:\s+[\p{L}'’-]+){0,4}?\s+(?:countries|states|nations|governments|capitals|member states|chapters|heads of (?:state|government))\b|\b(?:which|what) country\b|\b(?:who|where) (?:else )?in europe\b|\bwhere (?:in europe|is|are|have|has)\b[^?]*\b(?:countries|europe|capitals|governments)\b|\bwhere (?:in europe )?is\b/iu;
/** Asks for countries in so many words: a name that only one chapter mentions does not narrow that to its country. */
const countriesAsked =
  /\b(?:which|what)(?:\s+[\p{L}'’-]+){0,3}?\s+(?:countries|states|nations|governments|capitals)\b/iu;
const listWords =
  /\b(?:list|name|which|what)\s+(?:are\s+)?(?:the\s+)?(?:(?:two|three|four|five|six|seven|main|other|chinese|all)\s+)*\p{L}+s\b|\bwhat (?:kinds?|sorts?|types?) of\b|\bexamples?\b/iu;

/**
 * Analyses a question.
 * @param gazetteer the chapters of the documents searched, and the names at home in them.
 */
export function analyseQuestion(text: string, gazetteer: Gazetteer): QuestionAnalysis {
  const mentions = findMentions(text, gazetteer);
  const { chapters, implied, others } = mentions;
  const unique = (some: readonly Mention[]) => [...new Set(some.map((mention) => mention.name))];
  const named = unique(chapters);
  const places = [...chapters, ...implied]
    .filter((mention) => mention.name !== 'EU')
    .sort((a, b) => a.at - b.at);
  const placeNames = unique(places);
  return {
    text,
    answerType: answerTypeOf(text),
    chapters:
      named.length > 0
        ? [...new Set([...named, ...(placeNames.length >= 2 ? placeNames : [])])]
        : unique(implied).slice(0, 3),
    namedChapters: named,
    countriesWithoutChapter: unique(others),
    compared: comparedPlaces(text, mentions),
    isSweep:
      sweepWords.test(text) &&
      !chapters.some((mention) => mention.name !== 'EU') &&
      (implied.length === 0 || countriesAsked.test(text)),
    isList: listWords.test(text),
    years: [...new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? [])],
    isNegated: /\b(?:not|never|no|none|without|isn't|didn't|doesn't|hasn't|won't)\b/i.test(text),
  };
}

/** What "which countries …" asks for: any passage is about some. */
export const placeNouns: readonly string[] = [
  'countries',
  'country',
  'states',
  'state',
  'nations',
  'nation',
  'member',
  'europe',
  'european',
];

/** The words by which a country, a body or a chapter is known, in lower case. */
export function wordsOf(name: string): readonly string[] {
  return countries.find((country) => country.name === name)?.words ?? [name.toLowerCase()];
}

/** Whether a text names a place by any of its words. */
export function namesPlace(text: string, name: string): boolean {
  return wordsOf(name).some(
    (word) => text.toLowerCase().includes(word) && wordPattern(word, 'iu').test(text),
  );
}

/** The countries that a text names. */
export function namesOfCountries(text: string): string[] {
  return countries.filter(({ name }) => name !== 'EU' && namesPlace(text, name)).map(({ name }) => name);
}

/** A question as it would be asked of another country: its name for the name, its people's for any other word. */
export function swapPlace(text: string, from: string, to: string): string {
  const [name, ...others] = wordsOf(from);
  const people = wordsOf(to).find((word, index) => index > 0 && !word.includes(' ')) ?? to;
  const demonym = people.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const named = name === undefined ? text : text.replaceAll(wordPattern(name, 'giu'), to);
  return others.reduce((rest, word) => rest.replaceAll(wordPattern(word, 'giu'), demonym), named);
}

/** A comparison as it would be asked of any one of the places: without their names, so that they are not looked for. */
export function askWithoutNames(text: string, compared: readonly string[]): string {
  return compared
    .flatMap(wordsOf)
    .reduce((rest, word) => rest.replaceAll(wordPattern(word, 'giu'), ' '), text)
    .replace(/\s+/g, ' ')
    .trim();
}
