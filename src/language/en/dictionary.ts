/**
 * Whether a word is one of the English language, or else most likely a name: "Samsung" and "Graz" are in no dictionary.
 * By the list of the npm package `word-list`: 274,000 words as word games have them, without names.
 */
import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

let words: ReadonlySet<string> | undefined;
/** Read when first asked for: 2.8 MB, 80 ms. */
function load(): ReadonlySet<string> {
  words ??= new Set(readFileSync(wordListPath, 'utf8').split('\n'));
  return words;
}

/** @param lower in small letters. */
export function isListedWord(lower: string): boolean {
  return load().has(lower);
}

/** Letters of the longest word of the list. */
const longest = 28;
/** The parts of a compound have so many letters at least: "chip-maker", "bio-pharma", and no "sam-sung". */
const leastFirst = 3;
const leastSecond = 5;

/** @param lower in small letters, without a possessive ending; of two words joined by a hyphen both must be words. */
export function isEnglishWord(lower: string): boolean {
  const known = load();
  // The list has no words of one letter.
  const isWord = (one: string) => one.length < 2 || known.has(one);
  return lower.split(/[-‑]/).every((part) => {
    if (isWord(part)) return true;
    if (part.length > 2 * longest) return false;
    for (let at = leastFirst; at <= part.length - leastSecond; at++)
      if (isWord(part.slice(0, at)) && isWord(part.slice(at))) return true;
    return false;
  });
}
