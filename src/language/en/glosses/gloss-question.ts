/**
 * A question in another language, put into English word by word: enough to find passages and to see what is asked for,
 * no translation. Pure.
 */
import { type ForeignLanguage, foldLetters, isGrammar } from '../../grammar-words.ts';
import { lookUp, lookUpParts } from './vocabulary.ts';

/** "l'Autriche", "dell'Ungheria": the article or preposition before an apostrophe. */
const elision =
  /^(?:qu|jusqu|lorsqu|puisqu|(?:d|s|n|a|da|su|co)?(?:e|a)?ll|un|quest|[ldsnjcmt])['’](?=\p{L})/iu;

function splitText(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.&+/-]*/gu) ?? [];
  return words
    .map((word) => word.replace(/[.'’/-]+$/u, '').replace(elision, ''))
    .filter((word) => word !== '');
}

const longestPhrase = 4;

/** The longest phrase from a place on that a table knows. */
function findPhrase(
  words: readonly string[],
  from: number,
  language: ForeignLanguage,
): { english: string; length: number } | undefined {
  for (let length = Math.min(longestPhrase, words.length - from); length > 0; length--) {
    const phrase = foldLetters(words.slice(from, from + length).join('-'));
    const english =
      lookUp('questions', language, phrase) ??
      lookUp('names', language, phrase) ??
      lookUpParts(language, phrase) ??
      lookUp('policy', language, phrase);
    if (english !== undefined) return { english, length };
  }
  return undefined;
}

/** A word that no table knows: its parts where it is joined by hyphens, nothing where it is grammar, else itself. */
function readWord(word: string, language: ForeignLanguage): string[] {
  const joined = word.split('-');
  if (joined.length > 1) return gloss(joined, language);
  return isGrammar(language, foldLetters(word)) ? [] : [word];
}

function gloss(words: readonly string[], language: ForeignLanguage): string[] {
  const english: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = findPhrase(words, at, language);
    english.push(...(phrase === undefined ? readWord(words[at] ?? '', language) : [phrase.english]));
    at += phrase?.length ?? 1;
  }
  return english;
}

/** The question in English words, in its own order: names and numbers as they are, unknown words too. */
export function glossQuestion(text: string, language: ForeignLanguage): string {
  const english = gloss(splitText(text), language);
  const once = english.filter((word, at) => word !== english[at - 1]);
  return `${once.join(' ')}?`;
}
