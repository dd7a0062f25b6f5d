/**
 * BM25+ by its definition (Lv and Zhai 2011, "Lower-bounding term frequency normalization"), to test the keyword index
 * against; without typos.
 */
import type { Passage } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { splitWords, toTerm } from '../../search/normalize-words.ts';

const saturation = 1.2;
const lengthShare = 0.7;
const lowerBound = 0.5;

/** The words of a text that count, as they are looked for. */
export const termsOf = (text: string) => splitWords(text).flatMap((word) => toTerm(word, english) ?? []);

/**
 * The score of each passage that has one of the words, by id. Headings and text are separate fields, a field's length
 * is the number of its distinct words, and the sum over words and fields is multiplied by the number of the question's
 * words that the passage has.
 */
export function scoreByKeywords(question: string, passages: readonly Passage[]): Map<string, number> {
  const asked = termsOf(question);
  const scores = new Map<string, number>();
  const matched = new Map<string, Set<string>>();
  const fields = [
    passages.map(({ chapter, section }) => `${chapter} ${section ?? ''}`),
    passages.map(({ text }) => text),
  ];
  for (const texts of fields) {
    const lengths = texts.map((text) => new Set(splitWords(text)).size);
    const meanLength = lengths.reduce((sum, length) => sum + length, 0) / passages.length;
    const terms = texts.map(termsOf);
    for (const term of asked) {
      const holders = terms.filter((own) => own.includes(term)).length;
      const rarity = Math.log(1 + (passages.length - holders + 0.5) / (holders + 0.5));
      passages.forEach(({ id }, at) => {
        const frequency = (terms[at] ?? []).filter((own) => own === term).length;
        if (frequency === 0) return;
        const norm = 1 - lengthShare + (lengthShare * (lengths[at] ?? 0)) / meanLength;
        const gain = (frequency * (saturation + 1)) / (frequency + saturation * norm);
        scores.set(id, (scores.get(id) ?? 0) + rarity * (lowerBound + gain));
        matched.set(id, (matched.get(id) ?? new Set()).add(term));
      });
    }
  }
  return new Map([...scores].map(([id, score]) => [id, score * (matched.get(id)?.size ?? 0)]));
}
