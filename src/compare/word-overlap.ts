/** How much two sentences have in common, by their words. Pure. */
import type { EditionSentence } from './edition.ts';
import { wordsOfKey } from './sentence-key.ts';

/** A bag of words: each with how often it occurs, and how many they are. */
interface Words {
  counts: ReadonlyMap<string, number>;
  size: number;
}

/** The words of a sentence, or of several that are taken for one. */
export interface SentenceWords {
  kind: EditionSentence['kind'];
  words: Words;
  /** The same with every figure as "0": what stays when only figures change. */
  masked: Words;
  /** Those with a letter: the label of a row. */
  labels: Words;
}

function countWords(words: readonly string[]): Words {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

export function readWords(sentences: readonly EditionSentence[]): SentenceWords {
  const words = sentences.flatMap(({ key }) => wordsOfKey(key));
  return {
    kind: sentences[0]?.kind ?? 'body',
    words: countWords(words),
    masked: countWords(words.map((word) => (/\d/.test(word) ? '0' : word))),
    labels: countWords(words.filter((word) => /\p{L}/u.test(word))),
  };
}

/** How many words two have in common, each as often as both have it. */
function countShared(one: Words, other: Words): number {
  const [few, many] = one.size < other.size ? [one.counts, other.counts] : [other.counts, one.counts];
  let shared = 0;
  for (const [word, count] of few) shared += Math.min(count, many.get(word) ?? 0);
  return shared;
}

/** Dice's coefficient of two bags of words, 0..1. */
function dice(one: Words, other: Words): number {
  const size = one.size + other.size;
  return size === 0 ? 0 : (2 * countShared(one, other)) / size;
}

/**
 * 0..1. A changed figure counts half a changed word. Of rows the labels count and not the figures, all of which may have
 * changed; of rows without labels the figures.
 */
export function likenessOf(one: SentenceWords, other: SentenceWords): number {
  const isLabelled = one.kind === 'table' && one.labels.size + other.labels.size > 0;
  const exact = isLabelled ? dice(one.labels, other.labels) : dice(one.words, other.words);
  return (exact + dice(one.masked, other.masked)) / 2;
}

/** How many words two have in common, figures as they are masked. */
export const countCommon = (one: SentenceWords, other: SentenceWords) =>
  countShared(one.masked, other.masked);

/** The share of the shorter one's words that the longer one has, 0..1. */
export function containment(one: SentenceWords, other: SentenceWords): number {
  const size = Math.min(one.words.size, other.words.size);
  return size === 0 ? 0 : countShared(one.words, other.words) / size;
}
