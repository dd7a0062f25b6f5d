import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/seeded-random.ts';
import { quantizeVectors } from '../search/token-vectors.ts';
import { randomUnitVectors } from '../testing/networks/random-vectors.ts';
import { leastCosine } from '../testing/store/least-cosine.ts';
import { allLevels, codeBytes, createPacker, fitLevels, unpackCodes } from './token-codes.ts';

const dimensions = 384;
const count = 300;
const vectors = quantizeVectors(randomUnitVectors(count, dimensions, seededRandom(20260601)));
const asTokens = (values: Int8Array) => ({ vectors: values, parts: new Uint8Array(count), count });

describe('token vectors in three bits', () => {
  const levels = fitLevels(
    [vectors.subarray(0, 100 * dimensions), vectors.subarray(100 * dimensions)],
    dimensions,
  );
  const packed = createPacker(levels)(vectors);
  const read = unpackCodes(packed, count, levels);

  it('take 144 bytes for 384 dimensions, and point the same way', () => {
    expect([codeBytes(dimensions, levels), packed.length]).toEqual([144, 144 * count]);
    expect(leastCosine(asTokens(vectors), asTokens(read))).toBeGreaterThan(0.96);
  });

  it('are as long as it takes for their cosines to be what they were', () => {
    for (let token = 0; token < count; token += 1) {
      const length = Math.hypot(...read.subarray(token * dimensions, (token + 1) * dimensions));
      expect(Math.abs(length - 127 / 0.98)).toBeLessThan(2);
    }
  });

  it('lose nothing more where they are packed again by the same levels', () => {
    expect(createPacker(levels)(read)).toEqual(packed);
  });

  it('point the same way where a dimension has no more than eight values', () => {
    const few = Int8Array.of(127, 0, 0, 0, 0, -127, 0, 0, 0, 0, 90, -90);
    const own = fitLevels([few], 4);
    const back = { ...asTokens(unpackCodes(createPacker(own)(few), 3, own)), count: 3 };
    expect(leastCosine({ ...asTokens(few), count: 3 }, back)).toBeGreaterThan(0.999);
  });

  it('are kept as they are in a small index', () => {
    const kept = createPacker(allLevels)(vectors);
    expect(codeBytes(dimensions, allLevels)).toBe(384);
    expect(unpackCodes(kept, count, allLevels)).toEqual(vectors);
  });

  it('may be none', () => {
    const none = fitLevels([], dimensions);
    expect(unpackCodes(createPacker(none)(new Int8Array()), 0, none)).toEqual(new Int8Array());
  });
});
