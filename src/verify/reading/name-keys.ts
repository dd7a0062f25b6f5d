/** The many words for one country, as one key: "Dutch", "the Hague", "Netherlands". Pure. */
import { countries, countryOf } from '../../subjects/countries.ts';
import { lowerWords } from '../../subjects/subject.ts';

const foldCountry = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})\./gu, '');

let countryByWord: ReadonlyMap<string, string> | undefined;
function keys(): ReadonlyMap<string, string> {
  countryByWord ??= new Map(
    countries().flatMap((country) =>
      [...country.loose, ...lowerWords(country)].map((word): [string, string] => [
        foldCountry(word),
        country.name,
      ]),
    ),
  );
  return countryByWord;
}

const longestPhrase = 3;

/** The country that the words from `at` on stand for, and how many words that takes; null where they name none. */
export function countryAt(folded: readonly string[], at: number): { country: string; length: number } | null {
  for (let length = longestPhrase; length > 0; length--) {
    const country = keys().get(folded.slice(at, at + length).join(' '));
    if (country !== undefined) return { country, length };
  }
  return null;
}

export const isCountry = (key: string): boolean => countryOf(key) !== undefined;
