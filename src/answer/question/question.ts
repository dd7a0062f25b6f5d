/** What a question asks, read from its words alone: chapters and countries named, the type of answer. Pure. */

import type { AnswerType, Language } from '../../core/language.ts';
import { countryOf, findCountries } from '../../subjects/countries.ts';
import type { Mention } from '../../subjects/find-subjects.ts';
import { bodies } from '../../subjects/region.ts';
import { findWords, lowerWords, replaceWords, wordPattern } from '../../subjects/subject.ts';
import { answerTypeOf } from './answer-type.ts';
import { comparedPlaces, type Mentions } from './compared-places.ts';
import { findGroups } from './country-groups.ts';
import type { Gazetteer } from './gazetteer.ts';

export type { AnswerType };

export interface QuestionAnalysis {
  text: string;
  /** That it is read by. */
  language: Language;
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

/** "Luís Montenegro" is a man: a name behind a given name is no country. */
function isFamilyName(text: string, at: number): boolean {
  return /(?:^|[^.?!]\s)(?!(?:The|In|Of|Is|Are|Does|Did|Do|Has|Have|Was|Were|Will|Can|And|Or|Which|How|What|Why|When|Where|North|South|New)\b)\p{Lu}\p{Ll}+\s$/u.test(
    text.slice(0, at),
  );
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
  const isFirst = ({ name }: Mention) => ![...chapters, ...others].some((one) => one.name === name);
  for (const mention of findCountries(text)) {
    if (isFamilyName(text, mention.at) || !isFirst(mention)) continue;
    if (known.has(mention.name)) chapters.push(mention);
    else if (!gazetteer.throughout.has(mention.name)) others.push(mention);
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

/**
 * Analyses a question.
 * @param gazetteer the chapters of the documents searched, and the names at home in them.
 * @param language that the question is read by.
 */
export function analyseQuestion(text: string, gazetteer: Gazetteer, language: Language): QuestionAnalysis {
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
    language,
    answerType: answerTypeOf(text, language),
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
    isList: language.questions?.list.test(text) === true,
    years: [...new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? [])],
    isNegated: language.questions?.negated.test(text) === true,
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
  const country = countryOf(name);
  return country === undefined ? [name.toLowerCase()] : lowerWords(country);
}

/** Whether a text names a place by any of its words. */
export function namesPlace(text: string, name: string): boolean {
  const country = countryOf(name);
  return country === undefined ? findName(name, text) >= 0 : findWords(country, text).length > 0;
}

/** The countries that a text names. */
export function namesOfCountries(text: string): string[] {
  const named = new Set(findCountries(text).map(({ name }) => name));
  return [...named].filter((name) => countryOf(name)?.kind === 'country');
}

/** A question as it would be asked of another country: its name for the name, its adjective for any other word. */
export function swapPlace(text: string, from: string, to: string): string {
  const named = text.replaceAll(wordPattern(from, 'giu'), to);
  const country = countryOf(from);
  return country === undefined ? named : replaceWords(country, named, countryOf(to)?.adjective ?? to);
}

/** A comparison as it would be asked of any one of the places: without their names, so that they are not looked for. */
export function askWithoutNames(text: string, compared: readonly string[]): string {
  return compared
    .reduce((rest, name) => {
      const country = countryOf(name);
      return country === undefined
        ? rest.replaceAll(wordPattern(name, 'giu'), ' ')
        : replaceWords(country, rest, ' ');
    }, text)
    .replace(/\s+/g, ' ')
    .trim();
}
