/** A place in the form another one stands in: "Swedish" becomes "Polish", "Sweden's" "Poland's". Pure. */
import { wordsOf } from '../answer/question/question.ts';
import { countryOf } from '../subjects/countries.ts';
import { withArticle } from '../subjects/country-words.ts';

/** "Polish" of "Poland"; the name itself where there is no such word. */
export function adjectiveOf(place: string): string {
  return countryOf(place)?.adjective ?? place;
}

/** "Poland and Hungary". */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function nameOf(place: string): string {
  return withArticle.test(place) ? `the ${place}` : place;
}

/** "Poland and the Netherlands". */
export function namePlaces(places: readonly string[]): string {
  return joinNames(places.map(nameOf));
}

/** A question about one place asked about others: each word for the old one is replaced by its like for the new ones. */
export function swapPlaces(text: string, from: readonly string[], to: readonly string[]): string {
  return from.reduce((swapped, place) => {
    const adjective = adjectiveOf(place).toLowerCase();
    const words = [...wordsOf(place)].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(the\\s+)?(${words.map((word) => word.replaceAll('.', '\\.')).join('|')})(['’]s?)?(?![\\p{L}\\p{N}])`,
      'giu',
    );
    return swapped.replace(pattern, (_, article = '', word: string, possessive = '') => {
      const isAdjective = word.toLowerCase() === adjective && adjective !== place.toLowerCase();
      if (isAdjective) return article + joinNames(to.map(adjectiveOf)) + possessive;
      return namePlaces(to) + possessive;
    });
  }, text);
}
