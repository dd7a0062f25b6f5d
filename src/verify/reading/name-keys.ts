/** The many words for one country, as one key: "Dutch", "the Hague", "Netherlands". Pure. */
import { countries } from '../../answer/question/countries.ts';
import { worldCountries } from './world-countries.ts';

/** The powers that a report on Europe writes about, and that are not chapters of one. */
const others: readonly [name: string, words: readonly string[]][] = [
  [
    'China',
    ['china', 'chinese', 'prc', 'beijing', 'sino', "people's republic", 'people republic', 'chinese capital'],
  ],
  [
    'United States',
    [
      'united states',
      'us',
      'usa',
      'american',
      'americans',
      'america',
      'washington',
      'u.s',
      'pentagon',
      'white house',
    ],
  ],
  ['Hong Kong', ['hong kong']],
  // Seats and parliaments, as which reports speak of a government.
  ['Germany', ['bundestag']],
  ['Russia', ['kremlin']],
  ['United Kingdom', ['downing street', 'whitehall', 'westminster']],
  ['Sweden', ['riksdag']],
  ['Finland', ['eduskunta']],
  ['Norway', ['storting']],
  ['Denmark', ['folketing']],
  ['Poland', ['sejm']],
  ['Lithuania', ['seimas']],
  ['Latvia', ['saeima']],
  ['Estonia', ['riigikogu']],
  ['Czechia', ['czech republic', 'czechs']],
];

const keyOf = new Map<string, string>();
const foldCountry = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '');
for (const { name, words } of [...worldCountries, ...countries])
  for (const word of words) keyOf.set(foldCountry(word), name);
for (const [name, words] of others) for (const word of words) keyOf.set(foldCountry(word), name);

const longestPhrase = 3;

/** The country that the words from `at` on stand for, and how many words that takes; null where they name none. */
export function countryAt(
  lowerWords: readonly string[],
  at: number,
): { country: string; length: number } | null {
  for (let length = longestPhrase; length > 0; length--) {
    const country = keyOf.get(lowerWords.slice(at, at + length).join(' '));
    if (country !== undefined) return { country, length };
  }
  return null;
}

export const isCountry = (key: string): boolean => countryNames.has(key);
const countryNames = new Set(keyOf.values());

/** Capitals that name kinds of things, and nobody. */
export const kindsOfThings: ReadonlySet<string> = new Set(
  'european europeans western asian african eastern northern southern southwest southeast northwest northeast southwestern southeastern northwestern northeastern made level ev evs earth church games english christmas islam muslim muslims christian christians jewish internet web party empire 3d 2d ai it ict ceo fdi mou mous sme smes gdp rd pv ice ran usb gps celsius fahrenheit kwh mwh gwh twh kw mw gw tw stem phd tv tvs bev bevs phev phevs art article annex'.split(
    ' ',
  ),
);
