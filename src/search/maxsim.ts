/**
 * MaxSim, the late interaction of ColBERT (Khattab and Zaharia 2020, arXiv:2004.12832), over the encoder's own
 * token vectors: each question token counts with its most similar passage token. Integers throughout: 384
 * products of int8 values stay far below 2^31.
 */
import type { PassageTokens } from '../core/passage-store.ts';
import type { Encoding } from '../core/types.ts';
import { type BestByPart, bestByPartInScript, openKernel } from './maxsim-kernel.ts';
import { quantizeVectors, unit } from './token-vectors.ts';

/** A question's tokens, prepared for comparison. */
export interface QueryTokens {
  tokens: readonly string[];
  /** tokens.length x dimensions, int8 (unit length = 127). */
  vectors: Int8Array;
  /** Each token's weight: its idf to a power. */
  weights: Float32Array;
}

/** Prepares a question's encoding; `tokenWeights` are the store's idfs, raised to `power`. */
export function toQueryTokens(
  encoding: Pick<Encoding, 'tokens' | 'tokenVectors'>,
  tokenWeights: ReadonlyMap<string, number>,
  power: number,
): QueryTokens {
  return {
    tokens: encoding.tokens,
    vectors: quantizeVectors(encoding.tokenVectors),
    weights: Float32Array.from(encoding.tokens, (token) => (tokenWeights.get(token) ?? 0) ** power),
  };
}

const kernel = openKernel() ?? bestByPartInScript;

/** The kernel's step in dimensions; other sizes, as in tests, use the TypeScript version. */
const kernelStep = 16;

function loopFor(dimensions: number): BestByPart {
  return dimensions % kernelStep === 0 ? kernel : bestByPartInScript;
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
  // Parts beyond the last requested one are computed and dropped.
  const rows = passage.parts.reduce((most, part) => Math.max(most, part + 1), partCount);
  const best = new Int32Array(rows * width).fill(-unit * unit);
  loopFor(dimensions)(query.vectors, width, passage.vectors, passage.parts, passage.count, dimensions, best);
  return Float32Array.from(best.subarray(0, partCount * width), (product) => product / (unit * unit));
}

/** The weighted mean over the question's tokens of their best cosine in the passage, -1..1; 0 without tokens. */
export function maxSim(query: QueryTokens, passage: PassageTokens, dimensions: number): number {
  if (passage.count === 0) return 0;
  const width = query.tokens.length;
  const best = new Int32Array(width).fill(-unit * unit);
  const oneRow = new Uint8Array(passage.count);
  loopFor(dimensions)(query.vectors, width, passage.vectors, oneRow, passage.count, dimensions, best);
  let sum = 0;
  let weights = 0;
  query.weights.forEach((weight, asked) => {
    sum += weight * (best[asked] ?? 0);
    weights += weight;
  });
  return weights === 0 ? 0 : sum / weights / (unit * unit);
}
