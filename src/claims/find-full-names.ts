/** Finds where the report gives the full form of a name that a passage has in part. Pure. */
import type { Passage } from '../core/types.ts';

const name = /\p{Lu}[\p{L}\p{M}’'-]*/gu;

/** Adjacent names of which only one is in the passage: "Friedrich Merz" where it has "Merz". */
function findPairs(written: string, missing: ReadonlySet<string>): string[] {
  const words = [...written.matchAll(name)].map(([text], at, all) => ({ text, index: all[at]?.index ?? 0 }));
  return words.flatMap(({ text, index }, at) => {
    const next = words[at + 1];
    const isPair = next !== undefined && written.slice(index + text.length, next.index) === ' ';
    return isPair && missing.has(text) !== missing.has(next.text) ? [`${text} ${next.text}`] : [];
  });
}

/**
 * For each name of the sentence that the passage has in part, the first sentence of the same chapter with the full name,
 * as a passage of its own.
 * @param missing the words that `passage` does not have.
 * @param chapter the passages of its chapter, in reading order.
 */
export function findFullNames(
  written: string,
  missing: readonly string[],
  chapter: readonly Passage[],
): Passage[] {
  return findPairs(written, new Set(missing)).flatMap((pair) => {
    for (const other of chapter) {
      const sentence = other.sentences.find(({ text }) => text.includes(pair));
      if (sentence !== undefined) return [{ ...other, text: sentence.text, sentences: [sentence] }];
    }
    return [];
  });
}
