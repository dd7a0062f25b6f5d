/** What a question asks, read from its words alone: chapters and countries named, the type of answer. Pure. */

import type { AnswerType, Language } from '../../core/language.ts';
import type { MatterRole } from '../../core/matter-forms.ts';
import { textBefore } from '../../language/text-before.ts';
import type { Mention } from '../../subjects/find-subjects.ts';
import { region } from '../../subjects/region.ts';
import { replaceWords, type Subject, wordPattern } from '../../subjects/subject.ts';
import { knownSubject, type Subjects } from '../../subjects/subjects.ts';
import { answerTypeOf } from './answer-type.ts';
import { comparedPlaces, type Mentions } from './compared-places.ts';
import { findGroups } from './country-groups.ts';
import type { Gazetteer } from './gazetteer.ts';
import { hasName, withoutNames } from './own-names.ts';
import { findReckoned, type Reckoned, spellOutTerms } from './spell-out-terms.ts';
import { asksForSubjects, eachSubject, matterOfChapters, namesTheirKind } from './sweep.ts';

export type { AnswerType };

/** A company whose reports some documents are. */
export interface Company {
  names: readonly string[];
  /** Their ids. */
  documents: readonly string[];
}

export interface QuestionAnalysis {
  /**
   * What is looked for: the question in the documents' words (`spellOutTerms`), without the company whose report it is; of one
   * that asks which chapters speak of something that alone.
   */
  text: string;
  /** That, where it asks so. */
  mentioned?: string;
  /** The company that it names, which is not in `text`, if documents are reports of it. */
  company?: Company | undefined;
  /** The language that the question is read in. */
  language: Language;
  /** The subjects of the documents. */
  subjects: Subjects;
  answerType: AnswerType;
  /** Short names of the chapters that it names, in its order. */
  chapters: string[];
  /** Those of them that it names outright, not through a person, company or place that only they mention. */
  namedChapters: string[];
  /** Countries and international bodies that it names and the documents have no chapter on. */
  countriesWithoutChapter: string[];
  /** What it compares: the chapters named and, beside them, countries without one. Empty where it does not compare. */
  compared: string[];
  /** It asks which of the documents' subjects (countries, companies) something is true of. */
  isSweep: boolean;
  /** The front and back matter that it asks for. */
  matter: readonly MatterRole[];
  /** It asks for several things. */
  isList: boolean;
  years: string[];
  isNegated: boolean;
  /** What it asks to be reckoned, by a term of its trade. */
  reckoned?: Reckoned | undefined;
}

/** "Luís Montenegro" is a man: a name behind a given name is no country. */
function isFamilyName(text: string, at: number, { questions }: Language): boolean {
  const [, given] = /(?:^|[^.?!]\s)(\p{Lu}\p{Ll}+)\s$/u.exec(textBefore(text, at)) ?? [];
  return given !== undefined && questions?.noGivenNames.has(given) === false;
}

/** Names of people, companies and places that only one chapter mentions. */
function findHomeNames(text: string, { chapterOf }: Gazetteer): Mention[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu)].flatMap((match) => {
    const chapter = chapterOf.get(match[0].toLowerCase());
    const isName = /^\p{Lu}/u.test(match[0]) && match.index > 0;
    const { length } = match[0];
    return chapter !== undefined && isName ? [{ name: chapter, at: match.index, length }] : [];
  });
}

/** Only where the documents have chapters on countries does a country without one matter. */
const hasPlaces = ({ list }: Subjects) => list.some(({ kind }) => kind === 'country' || kind === 'union');

function findBodies(text: string, known: ReadonlySet<string>): Mention[] {
  return region.bodies.flatMap((body): Mention[] => {
    const isThere = !known.has(body) && text.includes(body);
    const at = isThere ? text.search(wordPattern(body, 'u')) : -1;
    return at >= 0 ? [{ name: body, at, length: body.length }] : [];
  });
}

function findMentions(text: string, gazetteer: Gazetteer, language: Language): Mentions {
  const { subjects } = gazetteer;
  const chapters: Mention[] = [];
  const others: Mention[] = [];
  const known = new Set(gazetteer.chapterNames);
  const isFirst = ({ name }: Mention) => ![...chapters, ...others].some((one) => one.name === name);
  // "Luís Montenegro" is a man, but "Business Sweden" is of Sweden where that is a chapter.
  const isSomeone = ({ name, at, length }: Mention) =>
    ['country', 'union'].includes(subjects.of(name).kind) &&
    !(known.has(name) && text.slice(at, at + length).toLowerCase() === name.toLowerCase()) &&
    isFamilyName(text, at, language);
  for (const mention of subjects.find(text)) {
    if (isSomeone(mention) || !isFirst(mention)) continue;
    if (known.has(mention.name)) chapters.push(mention);
    else if (hasPlaces(subjects) && !gazetteer.throughout.has(mention.name)) others.push(mention);
  }
  if (hasPlaces(subjects)) others.push(...findBodies(text, known));
  const grouped = findGroups(text, known);
  for (const { group, at } of grouped) {
    for (const name of group.members) {
      const kin = known.has(name) ? chapters : others;
      if (!kin.some((mention) => mention.name === name)) kin.push({ name, at, length: 0 });
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

/** The years that a text names, each once. */
export function yearsIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? [])];
}

/**
 * Analyses a question.
 * @param gazetteer the chapters of the documents searched, and the names at home in them.
 * @param language that the question is read in.
 */
export function analyseQuestion(text: string, gazetteer: Gazetteer, language: Language): QuestionAnalysis {
  const mentioned = matterOfChapters(text, language);
  if (mentioned === undefined) return analyseText(text, gazetteer, language);
  // It asks of each chapter, whichever it names.
  const ofEach = { chapters: [], namedChapters: [], compared: [], isSweep: true, isList: true };
  return { ...analyseText(mentioned, gazetteer, language), ...ofEach, answerType: 'other', mentioned };
}

/** The company that a question names, if documents are reports of it; nothing where it names several. */
function findCompany(text: string, { companies }: Gazetteer): Company | undefined {
  const named = [...companies].filter(([, names]) => hasName(text, names));
  const [[, names = []] = []] = named;
  const isSame = named.every(([, others]) => others[0]?.toLowerCase() === names[0]?.toLowerCase());
  return named.length > 0 && isSame ? { names, documents: named.map(([id]) => id) } : undefined;
}

/** A question without the company that it names; as it is where nothing else is asked. */
function withoutCompany(text: string, { names }: Pick<Company, 'names'>, { questions }: Language): string {
  const rest = withoutNames(text, names);
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => questions?.emptyWord.test(word)) ? text : rest;
}

function analyseText(question: string, gazetteer: Gazetteer, language: Language): QuestionAnalysis {
  const { subjects } = gazetteer;
  const text = spellOutTerms(question, language, gazetteer.prints);
  const company = findCompany(text, gazetteer);
  const isUnion = (mention: Mention) => subjects.of(mention.name).kind === 'union';
  const mentions = findMentions(text, gazetteer, language);
  const { chapters, implied, others } = mentions;
  const unique = (some: readonly Mention[]) => [...new Set(some.map((mention) => mention.name))];
  const named = unique(chapters);
  const places = [...chapters, ...implied].filter((mention) => !isUnion(mention)).sort((a, b) => a.at - b.at);
  const placeNames = unique(places);
  const compared = comparedPlaces(text, mentions, subjects, language);
  return {
    text: withoutCompany(text, company ?? { names: [] }, language),
    company,
    language,
    subjects,
    answerType: answerTypeOf(text, language),
    chapters:
      named.length > 0
        ? [...new Set([...named, ...(placeNames.length >= 2 ? placeNames : [])])]
        : unique(implied).slice(0, 3),
    namedChapters: named,
    countriesWithoutChapter: unique(others),
    compared:
      compared.length > 0 || !chapters.every(isUnion) ? compared : eachSubject(text, subjects, language),
    isSweep:
      asksForSubjects(text, subjects, language) &&
      chapters.every(isUnion) &&
      (implied.length === 0 || namesTheirKind(text, subjects, language)),
    matter: (language.matter ?? []).filter(({ asked }) => asked.test(text)).map(({ role }) => role),
    isList: language.questions?.list.test(text) === true,
    years: yearsIn(text),
    isNegated: language.questions?.negated.test(text) === true,
    reckoned: findReckoned(question, language, gazetteer.prints),
  };
}

/** The question asked about another country: its name replaces the name, its adjective any other word. */
export function swapPlace(text: string, from: string, to: string): string {
  const named = text.replaceAll(wordPattern(from, 'giu'), to);
  return replaceWords(knownSubject(from), named, knownSubject(to).adjective);
}

/** A comparison without the names of its subjects, as it could be asked about any one of them. */
export function askWithoutNames(text: string, compared: readonly Subject[]): string {
  return compared
    .reduce((rest, subject) => replaceWords(subject, rest, ' '), text)
    .replace(/\s+/g, ' ')
    .trim();
}
