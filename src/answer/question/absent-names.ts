/** Names that a question turns on and the documents never print: what they say of another is no answer. Pure. */
import type { Language } from '../../core/language.ts';
import { groupWords } from './country-groups.ts';
import { isPrinted, opensSentence, type Spelling, wordPattern } from './spelling.ts';

const shortest = 3;

/** Parts of the world: a report on their countries need not print them. */
const regions: ReadonlySet<string> = new Set([
  ...groupWords,
  ...(
    'africa african africans asia asian america latin south north east west european europeans adriatic aegean alpine atlantic ' +
    'balkan balkans baltic bavaria bavarian carpathian catalonia catalan caucasus danube lapland mediterranean pacific peninsula ' +
    'saxony saxon scandinavia siberia'
  ).split(' '),
]);

/** Kinds of people and things that are written in capitals: "MPs", "TVs". */
const isPlural = (word: string) => /^\p{Lu}{2,4}s$/u.test(word);

/** A question set like a title, or in capitals throughout, shows no names. */
const mostCapitals = 0.75;

function isSetInCapitals(words: readonly string[]): boolean {
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > mostCapitals * words.length;
}

/** @returns the names as the question has them, without possessives. */
export function findAbsentNames(question: string, spelling: Spelling, language: Language): string[] {
  const matches = [...question.matchAll(wordPattern)];
  if (isSetInCapitals(matches.map(([word]) => word))) return [];
  return matches.flatMap(({ 0: word, index }) => {
    const name = word.replace(/['’]s?$/u, '');
    const isName = /^\p{Lu}/u.test(name) && name.length >= shortest && !opensSentence(question, index);
    const isAbsent =
      isName && !isPlural(name) && !regions.has(name.toLowerCase()) && !isPrinted(name, spelling, language);
    return isAbsent ? [name] : [];
  });
}
