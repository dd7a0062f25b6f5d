/** A place in the form another one stands in: "Swedish" becomes "Polish", "Sweden's" "Poland's". Pure. */
import { wordsOf } from '../answer/question/question.ts';

/** Adjectives that the list of countries has not first behind the name. */
const adjectives: Readonly<Record<string, string>> = {
  'Bosnia and Herzegovina': 'Bosnian',
  EU: 'EU',
  Liechtenstein: 'Liechtenstein',
  Luxembourg: 'Luxembourg',
  'New Zealand': 'New Zealand',
  'South Africa': 'South African',
  Spain: 'Spanish',
  'Saudi Arabia': 'Saudi',
  'United Arab Emirates': 'Emirati',
  'United Kingdom': 'British',
};

function capitalise(word: string): string {
  return word.replace(/^./u, (letter) => letter.toUpperCase());
}

/** "Polish" of "Poland"; the name itself where there is no such word. */
export function adjectiveOf(place: string): string {
  const known = adjectives[place];
  if (known !== undefined) return known;
  const [, ...others] = wordsOf(place);
  const word = others.find((one) => !one.includes(' '));
  return word === undefined ? place : capitalise(word);
}

/** "Poland and Hungary". */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Names that stand behind "the". */
const withArticle = /^(?:Netherlands|Czech Republic|United Kingdom|EU|Philippines|United Arab Emirates)$/;

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
