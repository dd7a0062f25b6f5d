/** Chooses the language of a document by its own text. Pure. */
import type { Language } from '../core/language.ts';
import { english } from './en/english.ts';
import {
  type ForeignLanguage,
  foldLetters,
  foreignLanguageCodes,
  foreignLanguages,
  isForeignLanguage,
  isSignOf,
} from './grammar-words.ts';
import { unknownLanguage } from './unknown.ts';

const german: Language = { tag: 'de', name: foreignLanguages.de, nounsHaveCapitals: true };

/** The languages of which parts are known. */
const known: ReadonlyMap<string, Language> = new Map([english, german].map((one) => [one.tag, one]));

/** For a text that is too short to tell. */
export const usualLanguage: Language = english;

/** A language by its tag: what is known of it, which may be its name alone, or nothing. */
export function languageCalled(tag: string): Language {
  return known.get(tag) ?? unknownLanguage(tag, isForeignLanguage(tag) ? foreignLanguages[tag] : undefined);
}

/** The fewest words that tell a text's language. */
const leastWords = 60;
/** How many words are looked at, from the first on. */
const mostWords = 20_000;
/**
 * Words of grammar among all words. The texts in `choose-language.test.ts` have .15 to .37 of their own language's; those
 * in languages without a list at most .12 of any. English reports have .2 and more of English, a passage of names .03.
 */
const leastShare = 0.14;
const leastOfUsual = 0.05;

/** The language of a text that may be too short to tell: it may be that of the documents that it belongs to. */
export function languageOfText(text: string, among: readonly Language[]): Language {
  const own = chooseLanguage([text]);
  const [only = own, ...others] = among;
  return own.tag === unknownLanguage().tag && others.length === 0 ? only : own;
}

/**
 * The language of a document: English unless its words of grammar are another's, or hardly any is English.
 * @param texts of one document, in order.
 */
export function chooseLanguage(texts: readonly string[]): Language {
  const words = texts.flatMap((text) => foldLetters(text).match(/\p{L}+/gu) ?? []).slice(0, mostWords);
  if (words.length < leastWords) return usualLanguage;
  const shareOf = (tag: ForeignLanguage | 'en') =>
    words.filter((word) => isSignOf(tag, word)).length / words.length;
  const usual = shareOf('en');
  const [best] = foreignLanguageCodes
    .map((tag) => ({ tag, share: shareOf(tag) }))
    .sort((a, b) => b.share - a.share);
  if (best !== undefined && best.share >= leastShare && best.share > usual) return languageCalled(best.tag);
  return usual >= leastOfUsual ? usualLanguage : unknownLanguage();
}
