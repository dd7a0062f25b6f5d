/** A subject in the form another one stands in: "Swedish" becomes "Polish", "Sweden's" "Poland's". Pure. */
import { withArticle } from '../subjects/country-words.ts';
import { escapePattern, type Subject } from '../subjects/subject.ts';

/** "Poland and Hungary". */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** "The Netherlands", "the Federal Trade Commission". */
function nameOf({ name, kind }: Subject): string {
  return withArticle.test(name) || kind === 'body' ? `the ${name}` : name;
}

/** "Poland and the Netherlands". */
export function namePlaces(places: readonly Subject[]): string {
  return joinNames(places.map(nameOf));
}

/** "In Poland", "in 2023", "for Nordwind Energy". */
export function placesWithin(places: readonly Subject[]): string {
  const isWithin = places.every(({ kind }) => kind === 'country' || kind === 'union' || kind === 'year');
  return `${isWithin ? 'in' : 'for'} ${namePlaces(places)}`;
}

/** Any of the words, the longest first, with an article before and a possessive behind. */
function anyOf(words: readonly string[], flags: string): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(the\\s+)?(${longestFirst.join('|')})(['’]s?)?(?![\\p{L}\\p{N}])`,
    flags,
  );
}

/** A question about one of them asked about others: each word for the old one is replaced by its like for the new ones. */
export function swapPlaces(text: string, from: readonly Subject[], to: readonly Subject[]): string {
  return from.reduce((swapped, { name, adjective, words, cased }) => {
    const replace = (_: string, article: string | undefined, word: string, possessive = '') => {
      const isAdjective = word.toLowerCase() === adjective.toLowerCase() && adjective !== name;
      if (isAdjective) return (article ?? '') + joinNames(to.map((one) => one.adjective)) + possessive;
      return namePlaces(to) + possessive;
    };
    const named = cased.length === 0 ? swapped : swapped.replace(anyOf(cased, 'gu'), replace);
    return named.replace(anyOf(words, 'giu'), replace);
  }, text);
}
