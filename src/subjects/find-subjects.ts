/** Where a text names subjects: one pass over its words, however many subjects there are. Pure. */
import type { Subject } from './subject.ts';

/** A subject named in a text, and where. */
export interface Mention {
  name: string;
  at: number;
  /** In characters. */
  length: number;
}

/** A word or several for a subject. */
interface Phrase {
  name: string;
  text: string;
  isCased: boolean;
}

const wordStart = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+/gu;

const firstWord = (text: string) => /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase() ?? '';

/** Lower case, letter for letter: "İ" would become two. */
const toLower = (text: string) => text.replaceAll('İ', 'I').toLowerCase();

/** @returns finds all places of the subjects in a text, in its order; of two that begin together the longer ("North Korea"). */
export function createFinder(subjects: readonly Subject[]): (text: string) => Mention[] {
  const byFirstWord = new Map<string, Phrase[]>();
  const add = (phrase: Phrase) => {
    const key = firstWord(phrase.text);
    byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), phrase]);
  };
  for (const { name, words, cased } of subjects) {
    for (const text of words) add({ name, text, isCased: false });
    for (const text of cased) add({ name, text, isCased: true });
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.text.length - a.text.length);
  return (text) => {
    const lower = toLower(text);
    const ends = (at: number) => !/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
    const mentions: Mention[] = [];
    let behind = 0;
    for (const { 0: word, index } of lower.matchAll(wordStart)) {
      if (index < behind) continue;
      const found = byFirstWord
        .get(word)
        ?.find(
          (phrase) =>
            (phrase.isCased ? text : lower).startsWith(phrase.text, index) &&
            ends(index + phrase.text.length),
        );
      if (found === undefined) continue;
      const { length } = found.text;
      mentions.push({ name: found.name, at: index, length });
      behind = index + length;
    }
    return mentions;
  };
}
