/** An encoder without a model: words become fixed vectors, texts their sums. */

import { createHash } from 'node:crypto';
import type { Encoder } from '../../core/networks.ts';
import type { Encoding } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { splitWords, toTerm } from '../../search/normalize-words.ts';

/** One call of the encoder. */
export interface EncoderCall {
  kind: 'passage' | 'query';
  parts: readonly string[];
}

export interface FakeEncoder extends Encoder {
  readonly calls: EncoderCall[];
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

const wordVectors = new Map<string, Float32Array>();

/** The same pseudo-random unit vector for the same word, on every machine. */
function wordVector(word: string, dimensions: number): Float32Array {
  const known = wordVectors.get(`${dimensions} ${word}`) ?? makeWordVector(word, dimensions);
  wordVectors.set(`${dimensions} ${word}`, known);
  return known;
}

function makeWordVector(word: string, dimensions: number): Float32Array {
  const values = new Float32Array(dimensions);
  for (let start = 0; start < dimensions; start += 32) {
    const digest = createHash('sha256').update(`${start}:${word}`).digest();
    for (let index = 0; index < 32 && start + index < dimensions; index += 1) {
      values[start + index] = (digest[index] ?? 0) - 127.5;
    }
  }
  return toUnit(values);
}

function encode(parts: readonly string[], dimensions: number): Encoding {
  const words = parts.flatMap((text, part) =>
    splitWords(text).flatMap((word) => {
      const token = toTerm(word, english);
      return token === null ? [] : [{ token, part }];
    }),
  );
  const tokenVectors = new Float32Array(words.length * dimensions);
  const sum = new Float32Array(dimensions);
  words.forEach(({ token }, place) => {
    wordVector(token, dimensions).forEach((value, index) => {
      tokenVectors[place * dimensions + index] = value;
      sum[index] = (sum[index] ?? 0) + value;
    });
  });
  return {
    vector: toUnit(words.length > 0 ? sum : wordVector('', dimensions)),
    tokens: words.map(({ token }) => token),
    words: words.map(({ token }) => token),
    tokenWords: words.map((_, place) => place),
    tokenVectors,
    tokenParts: words.map(({ part }) => part),
  };
}

/**
 * An encoder for which texts that share words are near each other and all others nearly orthogonal. Tokens are words
 * without function words and plural endings.
 * @param dimensions a multiple of 4.
 */
export function createFakeEncoder(dimensions = 64): FakeEncoder {
  const calls: EncoderCall[] = [];
  return {
    id: 'fake/bag-of-words@00000000',
    dimensions,
    calls,
    async encodePassage(parts) {
      calls.push({ kind: 'passage', parts });
      return encode(parts, dimensions);
    },
    async encodeQuery(text) {
      calls.push({ kind: 'query', parts: [text] });
      return encode([text], dimensions);
    },
  };
}
