import { describe, expect, it } from 'vitest';
import {
  joinTokens,
  quantizeVectors,
  readTokens,
  tokensAt,
  toPassageTokens,
  writeTokens,
} from './token-vectors.ts';

const first = { vectors: Int8Array.of(1, 2, 3, 4, -5, -6, -7, -8), parts: Uint8Array.of(0, 1), count: 2 };
const empty = { vectors: new Int8Array(), parts: new Uint8Array(), count: 0 };
const last = { vectors: Int8Array.of(127, 0, 0, -127), parts: Uint8Array.of(3), count: 1 };
const table = joinTokens(
  [first, empty, last],
  [Uint32Array.of(0, 1), new Uint32Array(), Uint32Array.of(1)],
  4,
);

describe('quantizeVectors', () => {
  it('scales a component of 1 to 127 and cuts off what is more', () => {
    expect(quantizeVectors(Float32Array.of(1, -1, 0.5, -0.25, 0, 1.01))).toEqual(
      Int8Array.of(127, -127, 64, -32, 0, 127),
    );
  });
});

describe('toPassageTokens', () => {
  it('keeps sentences past the 254th in one last part', () => {
    const encoding = { tokens: ['a', 'b'], tokenVectors: new Float32Array(8) };
    expect(toPassageTokens({ ...encoding, tokenParts: [254, 300] }).parts).toEqual(Uint8Array.of(254, 255));
  });
});

describe('the token file', () => {
  const bytes = writeTokens(table);

  it('returns each passage, even one without tokens', () => {
    const read = readTokens(bytes);
    expect(read).toEqual(table);
    expect([0, 1, 2].map((position) => tokensAt(read, position))).toEqual([first, empty, last]);
  });

  it('is read from anywhere in a larger buffer', () => {
    const shared = new Uint8Array(bytes.length + 1);
    shared.set(bytes, 1);
    expect(readTokens(shared.subarray(1))).toEqual(table);
  });

  it('is refused if it is truncated', () => {
    expect(() => readTokens(bytes.slice(0, -1))).toThrow(
      `${bytes.length - 1} bytes, ${bytes.length} expected`,
    );
  });
});
