import { describe, expect, it } from 'vitest';
import type { PassageTokens } from '../core/passage-store.ts';
import { seededRandom } from '../core/seeded-random.ts';
import { randomUnitVectors } from '../testing/networks/random-vectors.ts';
import { maxSim, sentenceMaxSim, toQueryTokens } from './maxsim.ts';
import { quantizeVectors } from './token-vectors.ts';

/** Two question tokens along the first and second axis, worth 4 and 1 by idf, so weighing 2 and 1. */
const query = toQueryTokens(
  { tokens: ['huawei', 'ban'], tokenVectors: Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0) },
  new Map([
    ['huawei', 4],
    ['ban', 1],
  ]),
  0.5,
);

/** A heading token between both axes, a first sentence along the third, a second one along the second. */
const passage: PassageTokens = {
  vectors: quantizeVectors(Float32Array.of(0.6, 0.8, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0)),
  parts: Uint8Array.of(0, 1, 2),
  count: 3,
};

describe('maxSim', () => {
  it('is the mean of the best cosines, weighted by the square root of idf', () => {
    // huawei: .6 (76 of 127), weight 2; ban: 1, weight 1.
    expect(maxSim(query, passage, 4)).toBeCloseTo((2 * (76 / 127) + 1) / 3, 6);
  });

  it('is 0 for a passage without tokens and for a question without any', () => {
    const nothing = { vectors: new Int8Array(), parts: new Uint8Array(), count: 0 };
    expect(maxSim(query, nothing, 4)).toBe(0);
    expect(
      maxSim(toQueryTokens({ tokens: [], tokenVectors: new Float32Array() }, new Map(), 1), passage, 4),
    ).toBe(0);
  });

  it('is 1 for a text against itself', () => {
    const vectors = randomUnitVectors(9, 384, seededRandom(1));
    const same = toQueryTokens(
      { tokens: Array.from({ length: 9 }, (_, index) => String(index)), tokenVectors: vectors },
      new Map(Array.from({ length: 9 }, (_, index) => [String(index), 2])),
      1,
    );
    const tokens = { vectors: quantizeVectors(vectors), parts: new Uint8Array(9), count: 9 };
    expect(maxSim(same, tokens, 384)).toBeCloseTo(1, 2);
  });

  it('agrees with 32-bit floats within .01, for vectors of 384 values', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 50; round += 1) {
      const asked = randomUnitVectors(6, 384, random);
      const shown = randomUnitVectors(20, 384, random);
      const cosines = Array.from({ length: 6 }, (_, i) =>
        Array.from({ length: 20 }, (_, j) =>
          asked
            .subarray(i * 384, (i + 1) * 384)
            .reduce((sum, value, index) => sum + value * (shown[j * 384 + index] ?? 0), 0),
        ),
      );
      const expected = cosines.reduce((sum, row) => sum + Math.max(...row), 0) / 6;
      const tokens = { vectors: quantizeVectors(shown), parts: new Uint8Array(20), count: 20 };
      const found = toQueryTokens(
        { tokens: Array.from({ length: 6 }, (_, index) => String(index)), tokenVectors: asked },
        new Map(Array.from({ length: 6 }, (_, index) => [String(index), 1])),
        1,
      );
      expect(Math.abs(maxSim(found, tokens, 384) - expected)).toBeLessThan(0.01);
    }
  });
});

describe('sentenceMaxSim', () => {
  it('gives for each part and question token the best cosine, -1 where the part has no token', () => {
    const rows = sentenceMaxSim(query, passage, 4, 4);
    const expected = [76 / 127, 102 / 127, 0, 0, 0, 1, -1, -1];
    expect(rows).toHaveLength(8);
    expected.forEach((value, index) => {
      expect(rows[index]).toBeCloseTo(value, 6);
    });
  });

  it("has MaxSim's cosines as the best of its rows", () => {
    const random = seededRandom(3);
    const asked = toQueryTokens(
      { tokens: ['a', 'b', 'c'], tokenVectors: randomUnitVectors(3, 384, random) },
      new Map(['a', 'b', 'c'].map((token) => [token, 1])),
      1,
    );
    const tokens = {
      vectors: quantizeVectors(randomUnitVectors(30, 384, random)),
      parts: Uint8Array.from({ length: 30 }, (_, index) => index % 5),
      count: 30,
    };
    const rows = sentenceMaxSim(asked, tokens, 384, 5);
    const best = [0, 1, 2].map((token) =>
      Math.max(...[0, 1, 2, 3, 4].map((part) => rows[part * 3 + token] ?? -1)),
    );
    const mean = best.reduce((sum, value) => sum + value, 0) / 3;
    expect(maxSim(asked, tokens, 384)).toBeCloseTo(mean, 5);
  });
});
