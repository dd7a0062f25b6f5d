/**
 * The world's countries and the words that stand for them: name, adjective, people, capital. A question that says "the
 * Dutch" or "The Hague" is about the Netherlands. From the package `world-countries`, and what it lacks.
 */
import { createRequire } from 'node:module';
import type { Countries, Country as PackageCountry } from 'world-countries';
import {
  adjectives,
  casedWords,
  looseWords,
  misleading,
  moreWords,
  needCapital,
  renamed,
} from './country-words.ts';
import { createFinder, type Mention } from './find-subjects.ts';
import { region } from './region.ts';
import type { Subject } from './subject.ts';

export interface Country extends Subject {
  /** Words that stand for it beside another country, in lower case: "Franco-German". */
  loose: readonly string[];
}

/** Without the letters' marks: "Bogotá" is typed "Bogota". */
const withoutMarks = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** "Italians", and no "Dutchs" and "Japaneses". */
const hasPlural = /(?<!ch|sh|ese|[sxz])$/i;

function peopleOf({ demonyms }: PackageCountry): string[] {
  const { m, f } = demonyms.eng ?? { m: '', f: '' };
  return [...new Set([m, f])].flatMap((words) => words.split(/, | or /)).filter((word) => word !== '');
}

/** The package's file with letters as they are: 0.6 MB, read in 20 ms when the first question is. */
function readPackage(): Countries {
  return createRequire(import.meta.url)('world-countries/dist/countries-unescaped.json');
}

/** Rows of words, each behind its country's name. */
function readRows(table: string): [name: string, words: string[]][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(': '))
    .map(([name = '', words = '']) => [name, words.split(', ')]);
}

interface Collected {
  regions: ReadonlyMap<string, string>;
  words: ReadonlyMap<string, ReadonlySet<string>>;
  adjectives: ReadonlyMap<string, string>;
}

/** Each word belongs to one country: by our own rows first, then to the larger of two ("Dominican"). */
function collectWords(): Collected {
  const words = new Map<string, Set<string>>();
  const taken = new Set<string>();
  const add = (name: string, word: string) => {
    const own = words.get(name) ?? new Set();
    words.set(name, own);
    for (const form of [word.toLowerCase(), withoutMarks(word.toLowerCase())]) {
      if (taken.has(form) || misleading.has(form)) continue;
      taken.add(form);
      own.add(form);
    }
  };
  const named = [...readPackage()]
    .sort((one, other) => other.area - one.area)
    .map((country) => ({ country, name: renamed[country.name.common] ?? country.name.common }));
  for (const { name, words: own } of region.unions) for (const word of own) add(name, word);
  for (const { name, country } of named) for (const word of [name, country.name.common]) add(name, word);
  const { parliaments, seats } = region;
  for (const [name, own] of [
    ...readRows(moreWords),
    ...Object.entries(parliaments),
    ...Object.entries(seats),
  ])
    for (const word of [name, ...own]) add(name, word);
  for (const { name, country } of named) {
    for (const word of peopleOf(country)) {
      add(name, word);
      if (hasPlural.test(word)) add(name, `${word}s`);
    }
    for (const capital of country.capital) add(name, capital);
  }
  const adjectiveOf = named.map(({ name, country }): [string, string] => [
    name,
    adjectives[name] ?? peopleOf(country)[0] ?? name,
  ]);
  const regions = new Map(named.map(({ name, country }) => [name, country.region]));
  return { words, adjectives: new Map(adjectiveOf), regions };
}

function readCountries(): Country[] {
  const { words, adjectives: adjectiveOf, regions } = collectWords();
  const unionCalled = new Map(region.unions.map((union) => [union.name, union]));
  return [...words].map(([name, own]): Country => {
    const partOfWorld = regions.get(name);
    const union = unionCalled.get(name);
    const cased = [...own].filter((word) => needCapital.has(word));
    const withCapital = cased.map((word) => word.replace(/^./u, (letter) => letter.toUpperCase()));
    return {
      kind: union === undefined ? 'country' : 'union',
      name,
      words: [...own].filter((word) => !needCapital.has(word)),
      cased: [
        ...withCapital,
        ...(casedWords[name] ?? union?.cased ?? []),
        ...(region.casedParliaments[name] ?? []),
      ],
      adjective: adjectiveOf.get(name) ?? name,
      loose: looseWords[name] ?? [],
      ...(partOfWorld !== undefined && { region: partOfWorld }),
    };
  });
}

interface Known {
  list: readonly Country[];
  byName: ReadonlyMap<string, Country>;
  find: (text: string) => Mention[];
}

let known: Known | undefined;

function load(): Known {
  if (known === undefined) {
    const list = readCountries();
    known = { list, byName: new Map(list.map((one) => [one.name, one])), find: createFinder(list) };
  }
  return known;
}

/** All countries, and the unions of the region. */
export function countries(): readonly Country[] {
  return load().list;
}

/** A country or union by its name. */
export function countryOf(name: string): Country | undefined {
  return load().byName.get(name);
}

/** The places where a text names countries and unions, in its order. */
export function findCountries(text: string): Mention[] {
  return load().find(text);
}
