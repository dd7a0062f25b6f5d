/** Finds the sentences of some passages that support a written sentence. Pure. */
import type { Place } from '../answer/cite.ts';
import type { Language } from '../core/language.ts';
import type { Passage } from '../core/types.ts';
import { type Alignment, align } from './alignment.ts';

export interface Evidence {
  /** Best first; none if no word is shared. */
  places: Place[];
  /** Share of the sentence's words found in them, 0..1; names and numbers count twice. */
  share: number;
  /** The number of content words in the sentence. */
  words: number;
  /** The words found in none of the passages, in order. */
  missing: string[];
}

/** A further sentence must add at least this share of the words. */
const leastShare = 0.25;
const mostPlaces = 3;

interface WeighedWord {
  text: string;
  weight: number;
  /** For each sentence of the source, the similarity of its most similar word. */
  likeness: ReadonlyMap<number, number>;
}

function weighWords({ words, sourceWords, like }: Alignment): WeighedWord[] {
  return words.flatMap((word, at): WeighedWord[] => {
    if (!word.isContent) return [];
    const likeness = new Map<number, number>();
    for (const match of like[at] ?? []) {
      const sentence = sourceWords[match.at]?.sentence ?? 0;
      likeness.set(sentence, Math.max(match.likeness, likeness.get(sentence) ?? 0));
    }
    const isFact = word.kind === 'number' || (word.isCapital && !word.opens);
    return [{ text: word.text, weight: isFact ? 2 : 1, likeness }];
  });
}

/** The weight that a sentence adds to what has been found. */
function gainOf(sentence: number, words: readonly WeighedWord[], said: readonly number[]): number {
  return words.reduce((sum, { weight, likeness }, at) => {
    return sum + weight * Math.max(0, (likeness.get(sentence) ?? 0) - (said[at] ?? 0));
  }, 0);
}

const totalOf = (words: readonly WeighedWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);

/** For each sentence the share of the written one's words that it has, 0..1; names and numbers count twice. */
export function shareOfEach(written: string, sentences: readonly string[], language: Language): number[] {
  const words = weighWords(align(written, [{ text: '', sentences, language }]));
  const total = totalOf(words) || 1;
  return sentences.map((_, sentence) => gainOf(sentence, words, []) / total);
}

/** The sentences that together contain most of the words, by greedy cover. */
export function findEvidence(written: string, passages: readonly Passage[], language: Language): Evidence {
  const all = passages.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })));
  const words = weighWords(
    align(written, [{ text: '', sentences: all.map(({ sentence }) => sentence.text), language }]),
  );
  const total = totalOf(words);
  const said = words.map(() => 0);
  const places: Place[] = [];
  let share = 0;
  while (places.length < mostPlaces) {
    const gains = all.map((_, sentence) => gainOf(sentence, words, said));
    const best = gains.indexOf(Math.max(...gains));
    const place = all[best];
    const gain = total === 0 ? 0 : (gains[best] ?? 0) / total;
    if (place === undefined || gain === 0 || (places.length > 0 && gain < leastShare)) break;
    places.push(place);
    share += gain;
    words.forEach(({ likeness }, at) => {
      said[at] = Math.max(said[at] ?? 0, likeness.get(best) ?? 0);
    });
  }
  const missing = words.filter(({ likeness }) => likeness.size === 0).map(({ text }) => text);
  return { places, share, words: words.length, missing };
}
