import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePassages } from '../testing/answers/sample-report.ts';
import { estimateShare, makeSketch, measureShare, sentenceKeys } from './sketch.ts';

/** The keys of sentences with these numbers. */
const numbered = (from: number, count: number) =>
  new Set(Array.from({ length: count }, (_, at) => `the council met for the ${from + at}th time that year`));

describe('a sketch', () => {
  it('is of at most 128 numbers, ascending, whatever the length', () => {
    const { sentences, hashes } = makeSketch(numbered(0, 5000));
    expect(sentences).toBe(5000);
    expect(hashes).toHaveLength(128);
    expect(hashes).toEqual([...hashes].sort((a, b) => a - b));
    expect(makeSketch(numbered(0, 40)).hashes).toHaveLength(40);
  });

  it('is of whole sentences, without short ones, and not of how they are set', () => {
    const [first] = samplePassages;
    const [sentence] = first?.sentences ?? [];
    if (sentence === undefined) throw new Error('The sample has no sentence.');
    const reset = { ...sentence, text: sentence.text.toUpperCase().replaceAll(' ', '  ') };
    const short = { ...sentence, text: 'See Annex B.' };
    expect(sentenceKeys([{ sentences: [reset, short] }])).toEqual(sentenceKeys([{ sentences: [sentence] }]));
  });

  it('tells about which share of the sentences are in common', () => {
    const counts = fc.integer({ min: 150, max: 3000 });
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0, max: 1, noNaN: true }), (few, many, part) => {
        const one = numbered(0, Math.min(few, many));
        const other = numbered(Math.floor(part * one.size), Math.max(few, many));
        // In the smaller of two unlike documents few of the numbers can be compared.
        fc.pre(other.size < 3 * one.size);
        const estimate = estimateShare(makeSketch(one), makeSketch(other));
        expect(Math.abs(estimate - measureShare(one, other))).toBeLessThan(0.25);
      }),
      { seed: 11 },
    );
  });

  it('tells it rightly where all sentences fit in, and tells nothing of none', () => {
    expect(estimateShare(makeSketch(numbered(0, 100)), makeSketch(numbered(50, 100)))).toBe(0.5);
    expect(estimateShare(makeSketch(numbered(0, 5000)), makeSketch(numbered(0, 5000)))).toBe(1);
    expect(estimateShare(makeSketch(new Set()), makeSketch(numbered(0, 9)))).toBe(0);
    expect(measureShare(new Set(), numbered(0, 9))).toBe(0);
  });
});
