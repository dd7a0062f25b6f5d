import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, coverageAt, refusedAt, riskCoverage, thresholdAnswering } from './abstention.ts';

describe('auroc', () => {
  it('counts the pairs that are in order, ties half', () => {
    // .9 beats both; .5 beats .2 and ties with .5: 3.5 of 4 pairs.
    expect(auroc([0.9, 0.5], [0.5, 0.2])).toBe(0.875);
    expect(auroc([0.9, 0.8], [0.1])).toBe(1);
    expect(auroc([0.1], [0.9, 0.8])).toBe(0);
    expect(auroc([0.4, 0.4], [0.4])).toBe(0.5);
  });

  it('has no value where one sort is missing', () => {
    expect([auroc([], [0.5]), auroc([0.5], [])]).toEqual([null, null]);
  });

  it('is the plain count over all pairs', () => {
    const confidences = fc.array(fc.constantFrom(0, 0.1, 0.2, 0.5, 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(confidences, confidences, (withAnswer, without) => {
        const pairs = withAnswer.flatMap((a) => without.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
        const expected = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
        expect(auroc(withAnswer, without)).toBeCloseTo(expected, 10);
      }),
    );
  });
});

describe('refusedAt', () => {
  const answerable = Array.from({ length: 20 }, (_, index) => (index + 1) / 20);

  it('sets the threshold where the share is answered: 19 of 20 from .1 on', () => {
    expect(thresholdAnswering(answerable, 0.95)).toBe(0.1);
    expect(thresholdAnswering(answerable, 0.9)).toBe(0.15);
    expect(thresholdAnswering(answerable, 1)).toBe(0.05);
    expect(thresholdAnswering([], 0.95)).toBeNull();
  });

  it('refuses what lies under the threshold, not what meets it', () => {
    expect(refusedAt(answerable, [0.05, 0.1, 0.12, 0.9], 0.95)).toBe(0.25);
    expect(refusedAt(answerable, [0.05, 0.1, 0.12, 0.9], 0.9)).toBe(0.75);
    expect(refusedAt(answerable, [], 0.9)).toBeNull();
  });
});

describe('riskCoverage', () => {
  const right = (confidence: number) => ({ confidence, isRight: true, isAnswerable: true });
  const wrong = (confidence: number) => ({ confidence, isRight: false, isAnswerable: true });
  const nearMiss = (confidence: number) => ({ confidence, isRight: false, isAnswerable: false });
  const refused = { confidence: null, isRight: false, isAnswerable: true };
  const questions = [wrong(0.6), right(0.9), right(0.7), nearMiss(0.6), right(0.8), refused];

  it('goes down the confidences, ties together', () => {
    expect(riskCoverage(questions)).toEqual([
      { threshold: 0.9, coverage: 0.2, right: 1 },
      { threshold: 0.8, coverage: 0.4, right: 1 },
      { threshold: 0.7, coverage: 0.6, right: 1 },
      { threshold: 0.6, coverage: 0.8, right: 0.6 },
    ]);
  });

  it('gives the widest coverage that is right often enough', () => {
    expect(coverageAt(questions, 0.95)).toBe(0.6);
    expect(coverageAt(questions, 0.6)).toBe(0.8);
    expect(coverageAt([wrong(0.9)], 0.9)).toBe(0);
    expect(coverageAt([nearMiss(0.9)], 0.9)).toBeNull();
  });
});
