/**
 * Token vectors in three bits a value. Each dimension has eight levels, fitted to a document's own tokens by Lloyd's
 * method (Lloyd 1982, "Least squares quantization in PCM"); a value is kept as the number of the nearest one, and a vector
 * that is read again is brought back to the length at which its cosines are what they were. 144 bytes for a token of 384 dimensions, where int8 takes 384.
 *
 * Of 120 questions about the report the first passage is the same for all, the first five are for 97 %, and a passage's
 * score (0..1) changes by .006; four bits gave .005, two .012, without unit length three gave .008.
 */
import { unit } from '../search/token-vectors.ts';
import { bytesOf } from './bytes-of.ts';

export const levelCount = 8;
/** Values that are packed together: eight of three bits, in three bytes. */
const group = 8;
const groupBytes = 3;
const rounds = 20;
/** Levels are kept in 64ths of an int8 step. */
const levelUnit = 64;

/** The levels of each dimension, ascending: dimensions x 8, in 64ths of an int8 step. */
export type TokenLevels = Int16Array;

/** The levels of a document whose token vectors are kept as they are, in eight bits. */
export const allLevels: TokenLevels = new Int16Array();

/**
 * Passages of an index up to which its documents keep eight bits, as they cost little there: one report answers as it always
 * did.
 */
export const exactUpTo = 1_500;

/** By how much a vector of unit length is longer than its share in the one that was packed: their cosine is .98. */
const lost = 0.98;

/** The number of the level that is nearest to a value, among ascending ones from `at` on. */
function nearestLevel(levels: ArrayLike<number>, at: number, value: number): number {
  let nearest = 0;
  while (
    nearest < levelCount - 1 &&
    Math.abs(value - (levels[at + nearest + 1] ?? 0)) <= Math.abs(value - (levels[at + nearest] ?? 0))
  ) {
    nearest += 1;
  }
  return nearest;
}

/** Eight levels for the values of one dimension. @param counts how often each int8 value occurs, from -128 on. */
function fitDimension(counts: Uint32Array): number[] {
  const values = [...counts.keys()].filter((at) => (counts[at] ?? 0) > 0);
  // Those that occur are their own levels where there are no more of them.
  if (values.length <= levelCount) {
    return Array.from(
      { length: levelCount },
      (_, at) => (values[Math.min(at, values.length - 1)] ?? 128) - 128,
    );
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  /** The value below which a share of all lie. */
  const quantile = (share: number) => {
    let below = 0;
    for (const at of values) {
      below += counts[at] ?? 0;
      if (below >= share * total) return at;
    }
    return 0;
  };
  let levels = Array.from({ length: levelCount }, (_, at) => quantile((at + 0.5) / levelCount) - 128);
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Float64Array(levelCount);
    const weights = new Float64Array(levelCount);
    for (const at of values) {
      const nearest = nearestLevel(levels, 0, at - 128);
      sums[nearest] = (sums[nearest] ?? 0) + (at - 128) * (counts[at] ?? 0);
      weights[nearest] = (weights[nearest] ?? 0) + (counts[at] ?? 0);
    }
    levels = levels
      .map((level, at) => ((weights[at] ?? 0) > 0 ? (sums[at] ?? 0) / (weights[at] ?? 1) : level))
      .sort((left, right) => left - right);
  }
  return levels;
}

/** Levels for the token vectors of a document, each a list of int8 vectors end to end. */
export function fitLevels(vectors: readonly Int8Array[], dimensions: number): TokenLevels {
  const counts = new Uint32Array(dimensions * 256);
  for (const values of vectors) {
    for (let at = 0; at < values.length; at += 1) {
      const cell = (at % dimensions) * 256 + (values[at] ?? 0) + 128;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const levels = new Int16Array(dimensions * levelCount);
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const own = fitDimension(counts.subarray(dimension * 256, (dimension + 1) * 256));
    levels.set(
      own.map((level) => Math.round(level * levelUnit)),
      dimension * levelCount,
    );
  }
  return levels;
}

/** Bytes of one token. */
export function codeBytes(dimensions: number, levels: TokenLevels): number {
  return levels.length === 0 ? dimensions : Math.ceil(dimensions / group) * groupBytes;
}

/** For each dimension, the nearest level of each int8 value from -128 on. */
function tabulateCodes(levels: TokenLevels): Uint8Array {
  return Uint8Array.from({ length: (levels.length / levelCount) * 256 }, (_, at) =>
    nearestLevel(levels, (at >> 8) * levelCount, ((at & 255) - 128) * levelUnit),
  );
}

/** Packs int8 vectors, end to end, by levels that may be used again and again. */
export function createPacker(levels: TokenLevels): (vectors: Int8Array) => Uint8Array {
  if (levels.length === 0) return (vectors) => bytesOf(vectors);
  const codes = tabulateCodes(levels);
  return (vectors) => packCodes(vectors, codes);
}

function packCodes(vectors: Int8Array, codes: Uint8Array): Uint8Array {
  const dimensions = codes.length / 256;
  const count = vectors.length / dimensions;
  const packed = new Uint8Array(count * Math.ceil(dimensions / group) * groupBytes);
  let to = 0;
  for (let token = 0; token < count; token += 1) {
    for (let first = 0; first < dimensions; first += group) {
      let bits = 0;
      for (let dimension = Math.min(first + group, dimensions) - 1; dimension >= first; dimension -= 1) {
        const value = vectors[token * dimensions + dimension] ?? 0;
        bits = (bits << 3) | (codes[dimension * 256 + value + 128] ?? 0);
      }
      packed[to] = bits & 255;
      packed[to + 1] = (bits >> 8) & 255;
      packed[to + 2] = bits >> 16;
      to += groupBytes;
    }
  }
  return packed;
}

/** The int8 vectors of `count` tokens that were packed: unit length = 127. */
export function unpackCodes(packed: Uint8Array, count: number, levels: TokenLevels): Int8Array {
  if (levels.length === 0) return new Int8Array(packed);
  const dimensions = levels.length / levelCount;
  const vectors = new Int8Array(count * dimensions);
  const own = new Int16Array(dimensions);
  let from = 0;
  for (let token = 0; token < count; token += 1) {
    let squares = 0;
    for (let first = 0; first < dimensions; first += group) {
      let bits = (packed[from] ?? 0) | ((packed[from + 1] ?? 0) << 8) | ((packed[from + 2] ?? 0) << 16);
      from += groupBytes;
      const end = Math.min(first + group, dimensions);
      for (let dimension = first; dimension < end; dimension += 1) {
        const level = levels[dimension * levelCount + (bits & 7)] ?? 0;
        own[dimension] = level;
        squares += level * level;
        bits >>= 3;
      }
    }
    const scale = squares === 0 ? 0 : unit / lost / Math.sqrt(squares);
    const to = token * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      // Adding a half and taking the floor rounds as Math.round does, in a third of the time.
      const value = Math.floor((own[dimension] ?? 0) * scale + 0.5);
      vectors[to + dimension] = value > unit ? unit : value < -unit ? -unit : value;
    }
  }
  return vectors;
}
