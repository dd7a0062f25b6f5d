import { expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

it('gives the same numbers for the same seed, evenly in 0..1', () => {
  const [one, other] = [seededRandom(1), seededRandom(1)];
  const numbers = Array.from({ length: 10_000 }, one);
  expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, other));
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.reduce((sum, number) => sum + number) / numbers.length).toBeCloseTo(0.5, 1);
  expect(seededRandom(2)()).not.toBe(seededRandom(1)());
});
