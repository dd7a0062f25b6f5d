/**
 * Tells a question in one of seven other languages from an English one, by words of grammar, names of countries and
 * letters. Pure.
 *
 * Of 105 short questions (testing/language/foreign-language-questions.ts) it names the language of 104, and takes none of the 806
 * English questions of the evals nor of 37 bare names ("Le Monde Airbus", "CATL Debrecen") for another. The packages eld,
 * tinyld and franc, held to these eight languages, name 104, 102 and 92 and take 0, 12 and 85 of the 806 for another; eld
 * takes 24 of the 37 for another, and needs 1.6 s and 430 MB to load.
 */

import { lookUp } from './en/glosses/vocabulary.ts';
import {
  type ForeignLanguage,
  foldLetters,
  foreignLanguageCodes,
  isAmbiguous,
  isSignOf,
} from './grammar-words.ts';

/** Letters that few of the languages have. Names have them too, so they only count in words without a capital. */
const letters: readonly (readonly [RegExp, ForeignLanguage])[] = [
  [/[¿¡]|(?<!\p{L})\p{Ll}*(?:ñ|ción)/u, 'es'],
  [/(?<!\p{L})\p{Ll}*[äöüß]/u, 'de'],
  [/(?<!\p{L})\p{Ll}*(?:[ãõ]|ção|ções)/u, 'pt'],
  [/(?<!\p{L})\p{Ll}*[ąęśźżćńł]/u, 'pl'],
  [/(?<!\p{L})\p{Ll}*[èêœ]/u, 'fr'],
  [/(?<!\p{L})\p{Ll}*(?:[ìò]|ità)/u, 'it'],
];

/** How many signs of one language a question has: words of grammar, names of countries, letters, a question word first. */
function countSigns(
  language: ForeignLanguage,
  text: string,
  words: readonly string[],
  isEnglishName: (word: string) => boolean,
): number {
  const isSign = (word: string) =>
    isSignOf(language, word) ||
    (!isAmbiguous(word) && !isEnglishName(word) && lookUp('names', language, word) !== undefined);
  const [first = ''] = words;
  const asks = !isAmbiguous(first) && lookUp('questions', language, first) !== undefined;
  const hasLetters = letters.some(([pattern, own]) => own === language && pattern.test(text));
  return words.filter(isSign).length + (asks ? 1 : 0) + (hasLetters ? 1 : 0);
}

/** Whether a question has words of English grammar. */
export function looksEnglish(text: string): boolean {
  const words = foldLetters(text).match(/\p{L}+/gu) ?? [];
  return words.some((word) => isSignOf('en', word));
}

/** One sign may be a name: "Der Spiegel", "Telecom Italia". */
const leastSigns = 2;

/**
 * The language of a question; null where it is English, of none of the seven, or too short to tell.
 * @param isEnglishName whether a folded word is a name in English: a sign of no other language.
 */
export function detectLanguage(
  text: string,
  isEnglishName: (word: string) => boolean = () => false,
): ForeignLanguage | null {
  const words = foldLetters(text).match(/\p{L}+/gu) ?? [];
  const englishSigns = words.filter((word) => isSignOf('en', word)).length;
  const [best] = foreignLanguageCodes
    .map((language) => ({ language, signs: countSigns(language, text, words, isEnglishName) }))
    .sort((a, b) => b.signs - a.signs);
  return best !== undefined && best.signs >= leastSigns && best.signs > englishSigns ? best.language : null;
}
