/** What whole documents are about. Pure. */
import { countAll, type Summary } from '../core/summary.ts';
import type { Passage } from '../core/types.ts';
import { usualLanguage } from '../language/choose-language.ts';
import { isCountry } from './reading/name-keys.ts';
import { readWords } from './reading/read-words.ts';

type NamedCountries = Pick<Summary, 'bodyPassages' | 'countries'>;

/** A country named in this share of the passages is what the documents are about. */
const leastShare = 0.5;

/** In how many passages of body text each country is named, by the words of the usual language. */
export function countCountries(passages: readonly Passage[]): NamedCountries {
  const body = passages.filter(({ kind }) => kind === 'body');
  const keys = body.flatMap(({ text }) => [
    ...new Set(readWords([text], usualLanguage).map(({ key }) => key)),
  ]);
  return { bodyPassages: body.length, countries: countAll(keys.filter(isCountry)) };
}

/** The countries that most passages name: a report on China need not say so on every page. */
export function findSubjects({ bodyPassages, countries }: NamedCountries): string[] {
  return [...countries].filter(([, count]) => count >= leastShare * bodyPassages).map(([country]) => country);
}
