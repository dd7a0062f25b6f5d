/** The subjects of the documents, and the countries that have no chapter in them. */
import { countries, countryOf } from './countries.ts';
import { createFinder, type Mention } from './find-subjects.ts';
import { kindNouns, regionWords } from './kinds.ts';
import { lowerWords, type Subject, type SubjectKind } from './subject.ts';

export interface Subjects {
  /** Those of the chapters, in order. */
  list: readonly Subject[];
  /** By name; an unknown name becomes a topic with that one word. */
  of: (name: string) => Subject;
  /** Where a text names a chapter's subject or a country, in its order. */
  find: (text: string) => Mention[];
  /** The kinds that at least two chapters are of, the commonest first. */
  kinds: readonly SubjectKind[];
  /** Words for the part of the world that their countries lie in; none where they are no countries. */
  region: readonly string[];
  /** Words for what all chapters speak of: a question that has one of them turns on none. */
  throughout: ReadonlySet<string>;
}

const leastOfKind = 2;

function countKinds(list: readonly Subject[], overviews: ReadonlySet<string>): SubjectKind[] {
  const counts = new Map<SubjectKind, number>();
  for (const { kind, name } of list)
    if (kind !== 'union' && !overviews.has(name)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastOfKind)
    .sort((one, other) => other[1] - one[1])
    .map(([kind]) => kind);
}

/** The part of the world that most of the countries lie in. */
function findRegion(list: readonly Subject[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { region } of list) if (region !== undefined) counts.set(region, (counts.get(region) ?? 0) + 1);
  const [[most] = []] = [...counts].sort((one, other) => other[1] - one[1]);
  return most === undefined ? [] : (regionWords[most] ?? []);
}

export function knownSubject(name: string): Subject {
  return countryOf(name) ?? { kind: 'topic', name, words: [name.toLowerCase()], cased: [], adjective: name };
}

/**
 * @param throughout countries and unions that most chapters name.
 * @param overviews chapters about all the others, such as a summary: they are of no kind.
 */
export function createSubjects(
  list: readonly Subject[],
  throughout: Iterable<string> = [],
  overviews: ReadonlySet<string> = new Set(),
): Subjects {
  const byName = new Map(list.map((subject) => [subject.name, subject]));
  // A country that has a chapter goes by the chapter's name.
  const isPlace = ({ kind }: Subject) => kind === 'country' || kind === 'union';
  const taken = new Set(list.filter(isPlace).flatMap(({ words, cased }) => [...words, ...cased]));
  const others = countries().filter(
    ({ words, cased }) => ![...words, ...cased].some((word) => taken.has(word)),
  );
  const of = (name: string) => byName.get(name) ?? knownSubject(name);
  const region = findRegion(list);
  return {
    list,
    of,
    find: createFinder([...list, ...others]),
    kinds: countKinds(list, overviews),
    region,
    throughout: new Set([...region, ...[...throughout].flatMap((name) => lowerWords(of(name)))]),
  };
}

/** The nouns by which a question asks for several subjects of these kinds. */
export function nounsOf(kinds: readonly SubjectKind[]): { one: string[]; several: string[] } {
  const nouns = kinds.flatMap((kind) => kindNouns[kind]);
  return { one: nouns.map(([one]) => one), several: nouns.map(([, several]) => several) };
}
