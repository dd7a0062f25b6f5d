/** Every proper name of the sentence must be in the source, or in its chapter's or section's heading. Pure. */

import { groupWords } from '../../answer/question/country-groups.ts';
import type { Language, NameForms } from '../../core/language.ts';
import { isCurrency } from '../../subjects/currency.ts';
import { region } from '../../subjects/region.ts';
import type { Alignment } from '../alignment.ts';
import { isAcronymOf, mayBeAcronymOf } from '../reading/acronyms.ts';
import { isCountry } from '../reading/name-keys.ts';
import { hasInnerCapital, isForeignWord, isName, mayBeFormOf } from '../reading/names.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';

/** Whether the other has an ending more: "Wallonian" of "Wallonia". */
function isFormOf(one: string, other: string, { ending }: NameForms): boolean {
  const base = one.length > 5 ? one.replace(/s$/, '') : one;
  return base.length >= 4 && other.startsWith(base) && ending.test(other.slice(base.length));
}

/** A report says the one for the other. */
const sameNames: readonly ReadonlySet<string>[] = region.sameNames.map((names) => new Set(names));
/** By which a sentence may call what the source names otherwise, a country by its part of the world. A doubt. */
const areas: ReadonlySet<string> = new Set([...groupWords, ...region.areas]);
const parliaments = [region.parliaments, region.casedParliaments].flatMap((words) =>
  Object.values(words).flat(),
);
const namesParliament = new RegExp(`\\b(?:${parliaments.join('|') || '(?!)'})\\b`, 'i');

/** Whether the source speaks of who makes laws. */
const tellsOfLaws = ({ source }: Alignment, { lawmaking }: NameForms) =>
  source.some((text) => lawmaking.test(text) || namesParliament.test(text));

const namesOtherCountry = ({ sourceWords, headingWords }: Alignment) =>
  sourceWords.some(({ key }) => isCountry(key) && !headingWords.some((word) => word.key === key));

/** Whether two words are forms of one name, or said for each other. */
const areOneName = (one: string, other: string, names: NameForms) =>
  [...names.synonyms, ...sameNames].some((all) => all.has(one) && all.has(other)) ||
  names.respell(other) === names.respell(one) ||
  isFormOf(one, other, names) ||
  isFormOf(other, one, names) ||
  names.signs.get(one) === other;

function isKnown(words: readonly Word[], at: number, known: readonly Word[], language: Language): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const { names } = language;
  return (
    known.some(
      (other) =>
        other.key === word.key ||
        other.stem === word.stem ||
        (names !== undefined && areOneName(word.lower, other.lower, names)),
    ) || isAcronymOf(words, at, known, language)
  );
}

/** Whether the words of a name are known, but for titles, which a sentence may add; false for a title alone. */
export function isNameKnown(name: readonly Word[], known: readonly Word[], language: Language): boolean {
  const telling = name.flatMap((word, at) =>
    isName(name, at, language, new Set([word.lower])) && !language.names?.titles.has(word.lower) ? [at] : [],
  );
  return telling.length > 0 && telling.every((at) => isKnown(name, at, known, language));
}

/** "Quick Chinese innovation", "Refusing Huawei's offer", "Carmaker Volvo": the capital may be the sentence's. */
function mayOnlyOpen(
  words: readonly Word[],
  at: number,
  known: readonly Word[],
  language: Language,
): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.opens !== true || next === undefined || isForeignWord(word, language)) return false;
  if (!hasInnerCapital(word.text) && !isCountry(word.key) && isKnown(words, at + 1, known, language))
    return true;
  return language.names?.opensClause.test(word.lower) || (isCountry(next.key) && next.text !== next.key);
}

export function checkNames(alignment: Alignment): Finding[] {
  const { language, words, sourceWords, headingWords } = alignment;
  const { names } = language;
  const known = [...sourceWords, ...headingWords];
  const isLoose = ({ lower }: Word) =>
    areas.has(lower) ||
    (names !== undefined &&
      (names.loose.has(lower) ||
        (names.continents.has(lower) && namesOtherCountry(alignment)) ||
        (names.chambers.has(lower) && tellsOfLaws(alignment, names))));
  return words.flatMap((word, at): Finding[] => {
    // "Swedish kronor" are Swedish wherever they are spent.
    const isOfCurrency = isCountry(word.key) && isCurrency(words[at + 1]?.lower ?? '');
    const namesNobody = names?.titles.has(word.lower) || names?.kindsOfThings.has(word.lower) || isOfCurrency;
    if (!isName(words, at, language) || namesNobody || isKnown(words, at, known, language)) return [];
    return [
      {
        kind: 'name',
        text: word.text,
        reason: 'not in the passage',
        rule: 'name',
        isCertain:
          !mayOnlyOpen(words, at, known, language) &&
          !isLoose(word) &&
          !mayBeFormOf(word, known) &&
          !mayBeAcronymOf(word, known),
        strength: 1,
      },
    ];
  });
}
