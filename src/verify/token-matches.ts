/** How near the encoder finds each content word of the sentence to some word of the source. Pure. */
import type { Encoding } from '../types.ts';

function dot(a: Float32Array, aAt: number, b: Float32Array, bAt: number, dimensions: number): number {
  let sum = 0;
  for (let index = 0; index < dimensions; index++) sum += (a[aAt + index] ?? 0) * (b[bAt + index] ?? 0);
  return sum;
}

export interface TokenMatch {
  /** The word as the vocabulary has it, its pieces joined. */
  word: string;
  /** The best cosine of its pieces among the source's tokens, averaged over the pieces, -1..1. */
  cosine: number;
}

/** One row a word of the sentence, in order. Both encodings are of unit token vectors. */
export function matchTokens(sentence: Encoding, source: Encoding, dimensions: number): TokenMatch[] {
  const matches: (TokenMatch & { pieces: number })[] = [];
  sentence.tokens.forEach((token, index) => {
    let best = -1;
    for (let other = 0; other < source.tokens.length; other++) {
      best = Math.max(
        best,
        dot(sentence.tokenVectors, index * dimensions, source.tokenVectors, other * dimensions, dimensions),
      );
    }
    const last = matches.at(-1);
    if (token.startsWith('##') && last !== undefined) {
      last.word += token.slice(2);
      last.cosine = (last.cosine * last.pieces + best) / (last.pieces + 1);
      last.pieces++;
    } else matches.push({ word: token, cosine: best, pieces: 1 });
  });
  return matches.map(({ word, cosine }) => ({ word, cosine }));
}
