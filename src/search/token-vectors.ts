/** Token vectors in int8. */
import type { PassageTokens } from '../core/passage-store.ts';
import type { Encoding } from '../core/types.ts';

/** The int8 value of a component of 1: a unit vector's length. */
export const unit = 127;

/** Parts are kept in one byte: sentences past the 254th of a passage share the last number. */
const lastPart = 255;

/** Rounds unit vectors to int8. A dot product of two such vectors, divided by 127², is their cosine to about .01. */
export function quantizeVectors(vectors: Float32Array): Int8Array {
  return Int8Array.from(vectors, (value) => Math.round(Math.max(-1, Math.min(1, value)) * unit));
}

/** The part of an encoding that is stored besides its vector. */
export function toPassageTokens({
  tokens,
  tokenVectors,
  tokenParts,
}: Pick<Encoding, 'tokens' | 'tokenVectors' | 'tokenParts'>): PassageTokens {
  return {
    vectors: quantizeVectors(tokenVectors),
    parts: Uint8Array.from(tokenParts, (part) => Math.min(part, lastPart)),
    count: tokens.length,
  };
}
