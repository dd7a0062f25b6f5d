/** Every proper name of the sentence must be in the source, or in its chapter's or section's heading. Pure. */

import { groupWords } from '../../answer/question/country-groups.ts';
import { kindsOfThings, titles } from '../../language/en/name-words.ts';
import { isCurrency } from '../../subjects/currency.ts';
import { region } from '../../subjects/region.ts';
import type { Alignment } from '../alignment.ts';
import { isAcronymOf, mayBeAcronymOf } from '../reading/acronyms.ts';
import { isCountry } from '../reading/name-keys.ts';
import { hasInnerCapital, isForeignWord, isName, mayBeFormOf } from '../reading/names.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';

/** What makes a name an adjective, a plural or a movement: "Wallonian" of "Wallonia", "Islam" of "Islamization". */
const nameEnding =
  /^(?:s|ic|n|an|ian|ns|ish|ese|i|er|ers|men|man|woman|women|ia|ism|ists?|i[sz]ation|i[sz]ed)$/;

function isFormOf(one: string, other: string): boolean {
  const base = one.length > 5 ? one.replace(/s$/, '') : one;
  return base.length >= 4 && other.startsWith(base) && nameEnding.test(other.slice(base.length));
}

/** A report says the one for the other. */
const synonyms: readonly ReadonlySet<string>[] = [...region.sameNames, ['bc', 'christ']].map(
  (names) => new Set(names),
);

/**
 * By which a sentence may call what the source names otherwise: a country by its part of the world, a chamber by its
 * parliament, people by their kind. A doubt, as not everything is of them.
 */
const loose: ReadonlySet<string> = new Set([
  ...groupWords,
  ...region.areas,
  ...'middle east west north south eastern western northern southern continent crown native black white'.split(
    ' ',
  ),
]);
/** The same, but only where the source names a country beside its subjects. */
const continents: ReadonlySet<string> = new Set(
  'asia africa america latin oceania pacific caribbean caucasus caucasian sahel maghreb gulf levant'.split(
    ' ',
  ),
);
/** The same where the source speaks of who makes laws. */
const chambers: ReadonlySet<string> = new Set(['congress', 'parliament']);
const parliaments = [region.parliaments, region.casedParliaments].flatMap((words) =>
  Object.values(words).flat(),
);
const lawmaking = new RegExp(
  `\\b(?:${['chambers?|senat\\w+|house|legislat\\w+|lawmakers?|MPs?|MEPs?|deput(?:y|ies)|parliament\\w*|congress\\w*|parties|elections?|vote[sd]?|voting', ...parliaments].join('|')})\\b`,
  'i',
);

const namesOtherCountry = ({ sourceWords, headingWords }: Alignment) =>
  sourceWords.some(({ key }) => isCountry(key) && !headingWords.some((word) => word.key === key));

/** "Digitalization" as "digitalisation". */
const foldSpelling = (lower: string) => lower.replace(/iz(?=ation|e[sd]?$|ing$)/, 'is');

function isKnown(words: readonly Word[], at: number, known: readonly Word[]): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return (
    known.some(
      (other) =>
        other.key === word.key ||
        synonyms.some((names) => names.has(word.lower) && names.has(other.lower)) ||
        other.stem === word.stem ||
        foldSpelling(other.lower) === foldSpelling(word.lower) ||
        isFormOf(word.lower, other.lower) ||
        isFormOf(other.lower, word.lower) ||
        // "Sixteen Plus One" of 16+1.
        (word.lower === 'plus' && other.lower === '+'),
    ) || isAcronymOf(words, at, known)
  );
}

/** Whether the words of a name are known, but for titles, which a sentence may add; false for a title alone. */
export function isNameKnown(name: readonly Word[], known: readonly Word[]): boolean {
  const telling = name.flatMap((word, at) =>
    isName(name, at, new Set([word.lower])) && !titles.has(word.lower) ? [at] : [],
  );
  return telling.length > 0 && telling.every((at) => isKnown(name, at, known));
}

/** "Quick Chinese innovation", "Refusing Huawei's offer", "Carmaker Volvo": the capital may be the sentence's. */
function mayOnlyOpen(words: readonly Word[], at: number, known: readonly Word[]): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.opens !== true || next === undefined || isForeignWord(word)) return false;
  if (!hasInnerCapital(word.text) && !isCountry(word.key) && isKnown(words, at + 1, known)) return true;
  return /ing$/.test(word.lower) || (isCountry(next.key) && next.text !== next.key);
}

export function checkNames(alignment: Alignment): Finding[] {
  const { words, sourceWords, headingWords } = alignment;
  const known = [...sourceWords, ...headingWords];
  const isLoose = ({ lower }: Word) =>
    loose.has(lower) ||
    (continents.has(lower) && namesOtherCountry(alignment)) ||
    (chambers.has(lower) && alignment.source.some((text) => lawmaking.test(text)));
  return words.flatMap((word, at): Finding[] => {
    // "Swedish kronor" are Swedish wherever they are spent.
    const isOfCurrency = isCountry(word.key) && isCurrency(words[at + 1]?.lower ?? '');
    const namesNobody = titles.has(word.lower) || kindsOfThings.has(word.lower) || isOfCurrency;
    if (!isName(words, at) || namesNobody || isKnown(words, at, known)) return [];
    return [
      {
        kind: 'name',
        text: word.text,
        reason: 'not in the passage',
        rule: 'name',
        isCertain:
          !mayOnlyOpen(words, at, known) &&
          !isLoose(word) &&
          !mayBeFormOf(word, known) &&
          !mayBeAcronymOf(word, known),
        strength: 1,
      },
    ];
  });
}
