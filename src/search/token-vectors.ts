/** Token vectors in int8, and the one file they are kept in. */
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

/** The tokens of all passages, end to end. */
export interface TokenTable {
  dimensions: number;
  /** Passage n has the tokens offsets[n] to offsets[n + 1]. */
  offsets: Uint32Array;
  /** For each token, its position in the index's list of vocabulary pieces. */
  pieces: Uint32Array;
  parts: Uint8Array;
  vectors: Int8Array;
}

/** Lays passages' tokens end to end; `pieces` are each passage's piece numbers. */
export function joinTokens(
  passages: readonly PassageTokens[],
  pieces: readonly Uint32Array[],
  dimensions: number,
): TokenTable {
  const offsets = new Uint32Array(passages.length + 1);
  passages.forEach(({ count }, position) => {
    offsets[position + 1] = (offsets[position] ?? 0) + count;
  });
  const total = offsets[passages.length] ?? 0;
  const table: TokenTable = {
    dimensions,
    offsets,
    pieces: new Uint32Array(total),
    parts: new Uint8Array(total),
    vectors: new Int8Array(total * dimensions),
  };
  passages.forEach((tokens, position) => {
    const start = offsets[position] ?? 0;
    table.pieces.set(pieces[position] ?? [], start);
    table.parts.set(tokens.parts, start);
    table.vectors.set(tokens.vectors, start * dimensions);
  });
  return table;
}

/** One passage's tokens: views, not copies. */
export function tokensAt(table: TokenTable, position: number): PassageTokens {
  const start = table.offsets[position] ?? 0;
  const end = table.offsets[position + 1] ?? start;
  return {
    vectors: table.vectors.subarray(start * table.dimensions, end * table.dimensions),
    parts: table.parts.subarray(start, end),
    count: end - start,
  };
}

const headerLength = 12;

/** Little-endian file: passages, tokens, dimensions (uint32), offsets, pieces (uint32), parts (uint8), vectors (int8). */
export function writeTokens(table: TokenTable): Uint8Array {
  const { offsets, pieces, parts, vectors, dimensions } = table;
  const header = Uint32Array.of(offsets.length - 1, parts.length, dimensions);
  const blocks = [header, offsets, pieces, parts, vectors].map(
    (block) => new Uint8Array(block.buffer, block.byteOffset, block.byteLength),
  );
  return new Uint8Array(Buffer.concat(blocks));
}

/** Reads a file of `writeTokens`. @throws RangeError if its sizes and offsets do not agree. */
export function readTokens(file: Uint8Array): TokenTable {
  // Small files may be unaligned slices of a shared buffer, where uint32 views cannot start.
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const { buffer, byteOffset } = bytes;
  const [passages = 0, tokens = 0, dimensions = 0] = new Uint32Array(buffer, byteOffset, 3);
  const offsetsAt = byteOffset + headerLength;
  const piecesAt = offsetsAt + 4 * (passages + 1);
  const partsAt = piecesAt + 4 * tokens;
  const expected = partsAt + tokens + tokens * dimensions - byteOffset;
  if (bytes.byteLength !== expected) throw new RangeError(`${bytes.byteLength} bytes, ${expected} expected`);
  const offsets = new Uint32Array(buffer, offsetsAt, passages + 1);
  const isOrdered = offsets.every((offset, at) => offset >= (offsets[at - 1] ?? 0));
  if (!isOrdered || offsets[passages] !== tokens)
    throw new RangeError('the offsets of the passages disagree');
  return {
    dimensions,
    offsets,
    pieces: new Uint32Array(buffer, piecesAt, tokens),
    parts: new Uint8Array(buffer, partsAt, tokens),
    vectors: new Int8Array(buffer, partsAt + tokens, tokens * dimensions),
  };
}
