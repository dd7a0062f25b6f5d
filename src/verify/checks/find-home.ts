/** Which sentence of the source tells what a place of the written one tells. Pure. */
import type { Comparison } from '../comparison.ts';
import type { Span } from './context.ts';

/** How fast a word of the surroundings loses its hold, in words. */
const hold = 10;
const moneyWords = /^(?:per|percent|cent|eur|usd|euros?|dollars?|million|billion|trillion)$/;

/** The sentence of the source that has most of the words around a place. */
export interface Home {
  /** By index. */
  home: number;
  /** How much of what the source has of the surroundings each of its sentences has, 0..1. */
  share: (sentence: number) => number;
  /** How much of the surroundings the source has, 0..1. */
  cover: number;
}

export function findHome(
  { from, to }: Span,
  { words, sourceWords, matches, headingWords }: Comparison,
): Home | null {
  const known = new Set(headingWords.map(({ key }) => key));
  const shares = new Map<number, number>();
  let found = 0;
  let all = 0;
  words.forEach((word, at) => {
    const isOwn = at >= from && at <= to;
    const isFact = word.isInDate || word.key.startsWith('#') || moneyWords.test(word.lower);
    if (!word.isContent || isOwn || isFact || known.has(word.key)) return;
    const weight = Math.exp(-Math.min(Math.abs(at - from), Math.abs(at - to)) / hold);
    all += weight;
    const match = matches[at];
    const sentence = match === null || match === undefined ? undefined : sourceWords[match.at]?.sentence;
    if (match === null || match === undefined || sentence === undefined) return;
    found += weight;
    shares.set(sentence, (shares.get(sentence) ?? 0) + weight * match.likeness);
  });
  const [home] = [...shares].sort(([, one], [, other]) => other - one);
  if (home === undefined) return null;
  return { home: home[0], share: (sentence) => (shares.get(sentence) ?? 0) / found, cover: found / all };
}
