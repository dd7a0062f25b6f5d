/** The subjects of documents: one a chapter, with the words that the chapters themselves have for it. Pure. */
import { countAll } from '../core/summary.ts';
import type { OtherNames } from './find-other-names.ts';
import { kindNouns, yearName } from './kinds.ts';
import { isAbbreviation, kindOfName, plainNames, readCountry, splitBrackets } from './name-forms.ts';
import type { Subject, SubjectKind } from './subject.ts';

const isKind = (text: string): text is SubjectKind => text in kindNouns;

function readSubject(name: string, { otherNames, chapterKinds }: OtherNames): Subject {
  const country = readCountry(name);
  if (country !== undefined) return country;
  const lower = name.toLowerCase();
  const year = yearName.exec(name)?.[1];
  if (year !== undefined) {
    const words = [...new Set([lower, year])];
    return { kind: 'year', name, words, cased: [`FY${year}`, `FY ${year}`], adjective: name };
  }
  const { short } = splitBrackets(name);
  const others = [...(short === undefined ? [] : [short]), ...(otherNames.get(name)?.keys() ?? [])];
  const [said] = [...(chapterKinds.get(name)?.keys() ?? [])].filter(isKind);
  const plain = [name, ...plainNames(name), ...others.filter((one) => !isAbbreviation(one))];
  return {
    kind: kindOfName(name) ?? said ?? 'topic',
    name,
    words: [...new Set(plain.map((one) => one.toLowerCase()))],
    cased: [...new Set(others.filter(isAbbreviation))],
    adjective: name,
  };
}

/** One subject for each chapter name, in order. A word that two subjects share is left out of both. */
export function readSubjects(chapterNames: readonly string[], found: OtherNames): Subject[] {
  const subjects = [...new Set(chapterNames)].map((name) => readSubject(name, found));
  const shared = countAll(subjects.flatMap(({ words, cased }) => [...new Set([...words, ...cased])]));
  const isOwn = (name: string) => (word: string) => word === name.toLowerCase() || shared.get(word) === 1;
  return subjects.map((subject) => ({
    ...subject,
    words: subject.words.filter(isOwn(subject.name)),
    cased: subject.cased.filter(isOwn(subject.name)),
  }));
}
