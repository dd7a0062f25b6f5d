/** Packs the encodings of passages into the tables that a store searches. */
import { type Counts, countAll } from '../../core/summary.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import { joinTokens, type TokenTable, tokensAt } from '../../search/token-vectors.ts';
import type { VectorTable } from './exact.ts';

/** All vectors of an index. */
export interface PackedEncodings {
  vectors: VectorTable;
  tokens: TokenTable;
  /** In how many passages each vocabulary piece occurs; `tokens.pieces` refers to them by position. */
  pieces: Counts;
}

/** Joins encodings, in the order of the passages. */
export function packEncodings(encodings: readonly PassageEncoding[], dimensions: number): PackedEncodings {
  const numbers = new Map<string, number>();
  const pieceNumbers = encodings.map(({ pieces }) =>
    Uint32Array.from(pieces, (piece) => {
      const number = numbers.get(piece) ?? numbers.size;
      numbers.set(piece, number);
      return number;
    }),
  );
  const values = new Float32Array(encodings.length * dimensions);
  encodings.forEach(({ vector }, position) => {
    values.set(vector, position * dimensions);
  });
  return {
    vectors: { values, dimensions },
    tokens: joinTokens(
      encodings.map(({ tokens }) => tokens),
      pieceNumbers,
      dimensions,
    ),
    pieces: countAll(encodings.flatMap(({ pieces }) => [...new Set(pieces)])),
  };
}

/** The encodings by hash: the reverse of `packEncodings`. */
export function unpackEncodings(
  { vectors, tokens, pieces }: PackedEncodings,
  hashes: readonly string[],
): Map<string, PassageEncoding> {
  const { dimensions, values } = vectors;
  const names = [...pieces.keys()];
  return new Map(
    hashes.map((hash, position) => {
      const numbers = tokens.pieces.subarray(tokens.offsets[position], tokens.offsets[position + 1]);
      const encoding: PassageEncoding = {
        hash,
        vector: values.subarray(position * dimensions, (position + 1) * dimensions),
        tokens: tokensAt(tokens, position),
        pieces: Array.from(numbers, (number) => names[number] ?? ''),
      };
      return [hash, encoding];
    }),
  );
}
