import { describe, expect, it } from 'vitest';
import { poolText, takeTokens } from './pooling.ts';

/** Three states of two values. */
const states = Float32Array.of(3, 4, 0, 2, 3, 0);

describe('the vector of a text', () => {
  it('is the state of the first token, or the mean of all, of unit length', () => {
    expect([...poolText(states, 2, 'first')]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
    expect([...poolText(states, 2, 'mean')]).toEqual([
      expect.closeTo(Math.SQRT1_2),
      expect.closeTo(Math.SQRT1_2),
    ]);
  });

  it('of nothing but zeros stays zero', () => {
    expect([...poolText(new Float32Array(4), 2, 'mean')]).toEqual([0, 0]);
  });
});

describe('the vectors of tokens', () => {
  it('stand one after the other, in the order that they are asked for', () => {
    expect([...takeTokens(states, 2, [1, 0])]).toEqual([0, 1, expect.closeTo(0.6), expect.closeTo(0.8)]);
  });
});
