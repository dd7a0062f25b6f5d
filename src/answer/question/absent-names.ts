/** Names that a question depends on and the documents never print: what they say of someone else is no answer. Pure. */
import type { Language } from '../../core/language.ts';
import { worldWords } from '../../subjects/kinds.ts';
import { region } from '../../subjects/region.ts';
import { groupWords } from './country-groups.ts';
import { isPrinted, opensSentence, type Spelling, wordPattern } from './spelling.ts';

const shortest = 3;

/** Parts of the world: a report on their countries need not print them. */
const places: ReadonlySet<string> = new Set([
  ...groupWords,
  ...region.areas,
  ...region.provinces,
  ...worldWords,
]);

/** Kinds of people and things that are written in capitals: "MPs", "TVs". */
const isPlural = (word: string) => /^\p{Lu}{2,4}s$/u.test(word);

/** In a question set like a title, or all in capitals, a capital does not mark a name. */
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
      isName && !isPlural(name) && !places.has(name.toLowerCase()) && !isPrinted(name, spelling, language);
    return isAbsent ? [name] : [];
  });
}
