/** What a question asks, read from its words alone: chapters and countries named, the type of answer. Pure. */
import { type AnswerType, answerTypeOf } from './answer-type.ts';
import { bodies, type Country, countries } from './countries.ts';
import type { Gazetteer } from './gazetteer.ts';

export type { AnswerType };

export interface QuestionAnalysis {
  text: string;
  answerType: AnswerType;
  /** Short names of the chapters that it names, in its order. */
  chapters: string[];
  /** Countries and international bodies that it names and the documents have no chapter on. */
  countriesWithoutChapter: string[];
  /** It asks to hold two or more of the named chapters against each other. */
  isComparison: boolean;
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

interface Mention {
  name: string;
  at: number;
}

/** "Luís Montenegro" is a man: a name behind a given name is no country. */
function isFamilyName(text: string, at: number): boolean {
  return /(?:^|[^.?!]\s)(?!(?:The|In|Of|Is|Are|Does|Did|Do|Has|Have|Was|Were|Will|Can|And|Or|Which|How|What|Why|When|Where|North|South|New)\b)\p{Lu}\p{Ll}+\s$/u.test(
    text.slice(0, at),
  );
}

/** Where a country is named in a text, or -1. */
function findCountry(country: Country, text: string): number {
  const places = country.words
    // "eu" in lower case is a word of other languages.
    .filter((word) => word !== 'eu')
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
  return text.search(wordPattern(name, 'iu'));
}

/** Names of people, companies and places that are at home in one chapter: capitals, or any case where long enough. */
function findHomeNames(text: string, { chapterOf }: Gazetteer): Mention[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu)].flatMap((match) => {
    const chapter = chapterOf.get(match[0].toLowerCase());
    const isName = /^\p{Lu}/u.test(match[0]) && match.index > 0;
    return chapter !== undefined && isName ? [{ name: chapter, at: match.index }] : [];
  });
}

interface Mentions {
  chapters: Mention[];
  /** Chapters that only a name at home in them points to. */
  implied: Mention[];
  others: Mention[];
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
    const at = known.has(body) ? -1 : text.search(wordPattern(body, 'u'));
    if (at >= 0) others.push({ name: body, at });
  }
  const implied = findHomeNames(text, gazetteer).filter(
    (mention) => !chapters.some((one) => one.name === mention.name),
  );
  const byPlace = (a: Mention, b: Mention) => a.at - b.at;
  return { chapters: chapters.sort(byPlace), implied: implied.sort(byPlace), others: others.sort(byPlace) };
}

const comparisonWords =
  /\b(?:compar\w+|differ\w*|versus|vs|than|both|between|contrast\w*|similar\w*|alike|respectively|resp|whereas|each|either)\b/i;
const sweepWords =
  /\b(?:which|what|name|list|how many|in which|are there|any|who|where)\b(?:\s+[\p{L}'’-]+){0,4}?\s+(?:countries|states|nations|governments|capitals|member states|chapters|heads of (?:state|government))\b|\b(?:which|what) country\b|\b(?:who|where) (?:else )?in europe\b|\bwhere (?:in europe|is|are|have|has)\b[^?]*\b(?:countries|europe|capitals|governments)\b|\bwhere (?:in europe )?is\b/iu;
const listWords =
  /\b(?:list|name|which|what)\s+(?:are\s+)?(?:the\s+)?(?:(?:two|three|four|five|six|seven|main|other|chinese|all)\s+)*\p{L}+s\b|\bwhat (?:kinds?|sorts?|types?) of\b|\bexamples?\b/iu;

/** Whether the places stand beside each other as in "France or Italy", "Denmark, Sweden and Finland". */
function isPaired(text: string, mentions: readonly Mention[]): boolean {
  return mentions.slice(1).some((mention, index) => {
    const between = text.slice(mentions[index]?.at ?? 0, mention.at);
    return /(?:\b(?:and|or|vs|versus|resp|than)\b\.?|[,/&])\s*(?:the\s+|in\s+|by\s+|of\s+|for\s+)?["“'‘(]?$/i.test(
      between,
    );
  });
}

/**
 * Analyses a question.
 * @param gazetteer the chapters of the documents searched, and the names at home in them.
 */
export function analyseQuestion(text: string, gazetteer: Gazetteer): QuestionAnalysis {
  const { chapters, implied, others } = findMentions(text, gazetteer);
  const unique = (mentions: readonly Mention[]) => [...new Set(mentions.map((mention) => mention.name))];
  const named = unique(chapters);
  const places = [...chapters, ...implied]
    .filter((mention) => mention.name !== 'EU')
    .sort((a, b) => a.at - b.at);
  const placeNames = unique(places);
  const explicit = chapters.filter((mention) => mention.name !== 'EU');
  const comparesPlaces =
    (explicit.length >= 2 && comparisonWords.test(text)) ||
    (placeNames.length >= 2 && isPaired(text, places));
  const comparesWithEu =
    named.length === 2 && named.includes('EU') && /\b(?:compar\w+|versus|vs|than)\b/i.test(text);
  return {
    text,
    answerType: answerTypeOf(text),
    chapters:
      named.length > 0
        ? [...new Set([...named, ...(placeNames.length >= 2 ? placeNames : [])])]
        : unique(implied).slice(0, 3),
    countriesWithoutChapter: unique(others),
    isComparison: comparesPlaces || comparesWithEu,
    isSweep: sweepWords.test(text) && placeNames.length === 0,
    isList: listWords.test(text),
    years: [...new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? [])],
    isNegated: /\b(?:not|never|no|none|without|isn't|didn't|doesn't|hasn't|won't)\b/i.test(text),
  };
}

/** The words by which a country, a body or a chapter is known, in lower case. */
export function wordsOf(name: string): readonly string[] {
  return countries.find((country) => country.name === name)?.words ?? [name.toLowerCase()];
}

/**
 * A comparison as it would be asked of one country alone: the other countries' names and what joined them are
 * left out, so that they are not looked for in its chapter.
 */
export function askOfOne(text: string, name: string, compared: readonly string[]): string {
  const others = compared.filter((other) => other !== name).flatMap(wordsOf);
  const without = others.reduce((rest, word) => rest.replaceAll(wordPattern(word, 'giu'), ' '), text);
  return without
    .replace(
      /\b(?:compare[ds]?|compared (?:with|to)|comparison|in contrast to|versus|vs\.?|respectively|resp\.?|differ(?:s|ent|ently|ence|ences)?|between|both)\b/giu,
      ' ',
    )
    .replace(
      /\s+(?:and|or|than|from|with|to)(?=\s+(?:and|or|,|on|in|at|over|deal|handle|treat|regard|[?.!]|$))/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
