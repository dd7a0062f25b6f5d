/**
 * MaxSim, the late interaction of ColBERT (Khattab and Zaharia 2020, arXiv:2004.12832), over the encoder's own
 * token vectors: each question token counts with its most similar passage token. Integers throughout: 384
 * products of int8 values stay far below 2^31.
 */
import type { PassageTokens } from '../seams.ts';
import type { Encoding } from '../types.ts';
import { quantizeVectors, unit } from './token-vectors.ts';
import { tokenWeightPower } from './tuning.ts';

/** A question's tokens, ready to be compared. */
export interface QueryTokens {
  tokens: readonly string[];
  /** tokens.length x dimensions, int8 (unit length = 127). */
  vectors: Int8Array;
  /** What each token counts: the square root of its idf. */
  weights: Float32Array;
}

/** Makes a question's encoding ready; `tokenWeight` is the store's idf. */
export function toQueryTokens(
  encoding: Pick<Encoding, 'tokens' | 'tokenVectors'>,
  tokenWeight: (token: string) => number,
): QueryTokens {
  return {
    tokens: encoding.tokens,
    vectors: quantizeVectors(encoding.tokenVectors),
    weights: Float32Array.from(encoding.tokens, (token) => tokenWeight(token) ** tokenWeightPower),
  };
}

/**
 * Dot product of two int8 vectors, four values at a time; `dimensions` is a multiple of 4. Nine question tokens
 * against 4,100 passage tokens (50 passages) of 384 values: 18 ms; one at a time 28 ms, Math.imul or four question
 * tokens at once 17 ms.
 */
function dot(left: Int8Array, leftAt: number, right: Int8Array, rightAt: number, dimensions: number): number {
  let sum = 0;
  for (let index = 0; index < dimensions; index += 4) {
    const a = leftAt + index;
    const b = rightAt + index;
    sum +=
      (left[a] ?? 0) * (right[b] ?? 0) +
      (left[a + 1] ?? 0) * (right[b + 1] ?? 0) +
      (left[a + 2] ?? 0) * (right[b + 2] ?? 0) +
      (left[a + 3] ?? 0) * (right[b + 3] ?? 0);
  }
  return sum;
}

/**
 * For each part of the passage (0 the heading prefix, else 1 + sentence) and each question token the best
 * cosine among the part's tokens: parts x question tokens, row by row; -1 where a part has no token.
 */
export function sentenceMaxSim(
  query: QueryTokens,
  passage: PassageTokens,
  dimensions: number,
  partCount: number,
): Float32Array {
  const width = query.tokens.length;
  const best = new Float32Array(partCount * width).fill(-1);
  for (let token = 0; token < passage.count; token += 1) {
    const row = (passage.parts[token] ?? 0) * width;
    if (row >= best.length) continue;
    for (let asked = 0; asked < width; asked += 1) {
      const product = dot(query.vectors, asked * dimensions, passage.vectors, token * dimensions, dimensions);
      const cosine = product / (unit * unit);
      if (cosine > (best[row + asked] ?? 0)) best[row + asked] = cosine;
    }
  }
  return best;
}

/** The weighted mean over the question's tokens of their best cosine in the passage, -1..1; 0 without tokens. */
export function maxSim(query: QueryTokens, passage: PassageTokens, dimensions: number): number {
  if (passage.count === 0) return 0;
  let sum = 0;
  let weights = 0;
  query.weights.forEach((weight, asked) => {
    let best = -Infinity;
    for (let token = 0; token < passage.count; token += 1) {
      const product = dot(query.vectors, asked * dimensions, passage.vectors, token * dimensions, dimensions);
      if (product > best) best = product;
    }
    sum += weight * best;
    weights += weight;
  });
  return weights === 0 ? 0 : sum / weights / (unit * unit);
}
