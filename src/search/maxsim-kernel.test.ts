import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BestByPart, bestByPartInScript, openKernel } from './maxsim-kernel.ts';

const kernel = openKernel();

function run(bestByPart: BestByPart, { query, tokens, parts, dimensions, rows }: Sample): number[] {
  const queryCount = query.length / dimensions;
  const best = new Int32Array(rows * queryCount).fill(-16_129);
  bestByPart(
    Int8Array.from(query),
    queryCount,
    Int8Array.from(tokens),
    Uint8Array.from(parts),
    parts.length,
    dimensions,
    best,
  );
  return [...best];
}

interface Sample {
  query: number[];
  tokens: number[];
  parts: number[];
  dimensions: number;
  rows: number;
}

const samples = fc
  .record({
    dimensions: fc.constantFrom(16, 32, 384),
    queries: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 0, max: 40 }),
  })
  .chain(({ dimensions, queries, rows, count }) => {
    const values = (length: number) =>
      fc.array(fc.integer({ min: -127, max: 127 }), { minLength: length, maxLength: length });
    return fc.record({
      query: values(queries * dimensions),
      tokens: values(count * dimensions),
      parts: fc.array(fc.integer({ min: 0, max: rows - 1 }), { minLength: count, maxLength: count }),
      dimensions: fc.constant(dimensions),
      rows: fc.constant(rows),
    });
  });

describe('the MaxSim kernel', () => {
  it('runs on this machine', () => expect(kernel).toBeDefined());

  it('agrees with its twin in TypeScript to the bit', () => {
    if (kernel === undefined) throw new Error('no kernel');
    fc.assert(
      fc.property(samples, (sample) => {
        expect(run(kernel, sample)).toEqual(run(bestByPartInScript, sample));
      }),
      { numRuns: 60 },
    );
  });

  it('grows its memory for a passage that does not fit', () => {
    if (kernel === undefined) throw new Error('no kernel');
    const dimensions = 384;
    const tokens = Array.from({ length: 3000 * dimensions }, (_, at) => (at * 7) % 127);
    const sample = {
      query: tokens.slice(5, 5 + dimensions),
      tokens,
      parts: new Array<number>(3000).fill(0),
      dimensions,
      rows: 1,
    };
    expect(run(kernel, sample)).toEqual(run(bestByPartInScript, sample));
  });
});
