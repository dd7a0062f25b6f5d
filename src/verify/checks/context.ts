/** How well the words around one place of the sentence fit a place of the source. Pure. */
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';

/** How fast a word of the surroundings loses its hold, in places. */
const hold = { sentence: 5, source: 8 };
/** What a word counts for a span when a rival of it stands nearer. */
const foreign = 0.15;

/** Indices of the first and last word. */
export interface Span {
  from: number;
  to: number;
}

/** A word of the surroundings that the source has too. */
export interface ContextWord {
  weight: number;
  key: string;
  /** Places of like words in the source. */
  places: readonly number[];
}

function distanceTo({ from, to }: Span, place: number, words: readonly Word[]): number {
  return Math.min(Math.abs((words[from]?.place ?? 0) - place), Math.abs((words[to]?.place ?? 0) - place));
}

/** The content words around a span of the sentence; those nearer to one of `rivals` count little. */
export function contextOf(
  span: Span,
  rivals: readonly Span[],
  { words, sourceWords, like }: Comparison,
): ContextWord[] {
  return words.flatMap((word, at): ContextWord[] => {
    const places = (like[at] ?? []).map((match) => sourceWords[match.at]?.place ?? 0);
    if (!word.isContent || (at >= span.from && at <= span.to) || places.length === 0) return [];
    const distance = distanceTo(span, word.place, words);
    const toRival = Math.min(...rivals.map((rival) => distanceTo(rival, word.place, words)));
    const owned = distance < toRival ? 1 : distance === toRival ? 0.5 : foreign;
    const weight = (owned * Math.exp(-distance / hold.sentence)) / Math.sqrt(new Set(places).size);
    return [{ weight, key: word.key, places }];
  });
}

/** How near the context stands to a span of the source, 0..1. */
function fitOf(span: Span, context: readonly ContextWord[], sourceWords: readonly Word[]): number {
  let sum = 0;
  let total = 0;
  for (const { weight, places } of context) {
    total += weight;
    const nearest = Math.min(...places.map((place) => distanceTo(span, place, sourceWords)));
    sum += weight * Math.exp(-nearest / hold.source);
  }
  return total === 0 ? 0 : sum / total;
}

/** The best fit among spans of the source, 0..1; 0 without any. */
export function bestFit(
  spans: readonly Span[],
  context: readonly ContextWord[],
  sourceWords: readonly Word[],
): number {
  return Math.max(0, ...spans.map((span) => fitOf(span, context, sourceWords)));
}
