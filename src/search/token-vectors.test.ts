import { describe, expect, it } from 'vitest';
import { quantizeVectors, toPassageTokens } from './token-vectors.ts';

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
