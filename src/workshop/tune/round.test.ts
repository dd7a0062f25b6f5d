import { expect, it } from 'vitest';
import { round, roundModel } from './round.ts';

it('keeps scores to three places, or as many as are asked for', () => {
  expect([round(0.12349), round(47.25, 0), round(2 / 3, 4)]).toEqual([0.123, 47, 0.6667]);
});

it('keeps the bias and every weight of a model to four places', () => {
  expect(roundModel({ bias: -1.23456, weights: { coverage: 2 / 3, rank: -0.20004 } })).toEqual({
    bias: -1.2346,
    weights: { coverage: 0.6667, rank: -0.2 },
  });
});
