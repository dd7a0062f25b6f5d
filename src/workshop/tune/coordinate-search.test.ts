import { describe, expect, it } from 'vitest';
import { comparePaired, crossValidateSearch, isClearGain, searchCoordinates } from './coordinate-search.ts';

const clusters = ['a', 'a', 'b', 'b', 'c', 'c'];
/** Each item is best at its own place; x counts, y does not. */
const scoreAround = (places: readonly number[]) => async (numbers: { x: number; y: number }) =>
  places.map((place) => -Math.abs(numbers.x - place));
const grid = { x: [0, 1, 2, 3], y: [0, 1] };

describe('searchCoordinates', () => {
  it('moves a number to the value that scores best, and leaves one that does not count', async () => {
    const fitted = await searchCoordinates({
      start: { x: 0, y: 1 },
      grid,
      rounds: 1,
      clusters,
      score: scoreAround([2, 2, 2, 2, 2, 2]),
    });
    expect(fitted.numbers).toEqual({ x: 2, y: 1 });
    expect(fitted.byValue.x.map(({ value, score }) => [value, score])).toEqual([
      [0, -2],
      [1, -1],
      [2, 0],
      [3, -1],
    ]);
  });

  it('keeps the current value if the gain may be chance', async () => {
    const noisy = [0, 3, 0, 3, 0, 0.2];
    const { numbers } = await searchCoordinates({
      start: { x: 1, y: 0 },
      grid,
      rounds: 1,
      clusters: ['a', 'b', 'c', 'd', 'e', 'f'],
      score: scoreAround(noisy),
    });
    expect(numbers.x).toBe(1);
  });

  it('also tries the current value, and reports each number tried', async () => {
    let tried = 0;
    const fitted = await searchCoordinates({
      start: { x: 1.5, y: 0 },
      grid,
      rounds: 1,
      clusters,
      score: scoreAround([1.5, 1.5, 1.5, 1.5, 1.5, 1.5]),
      onTried: () => {
        tried += 1;
      },
    });
    expect(fitted.numbers.x).toBe(1.5);
    expect(fitted.byValue.x.map(({ value }) => value)).toEqual([0, 1, 1.5, 2, 3]);
    expect(tried).toBe(4);
  });
});

describe('crossValidateSearch', () => {
  it('scores each cluster under numbers fitted on the others', async () => {
    // Two clusters want 3, one wants 1: fitted on the others it gets 3, and loses by it.
    const options = {
      start: { x: 1, y: 0 },
      grid,
      rounds: 1,
      clusters,
      score: scoreAround([1, 1, 3, 3, 3, 3]),
    };
    const { before, after } = await crossValidateSearch(options, 3);
    expect(before).toBeCloseTo((0 + 0 - 2 - 2 - 2 - 2) / 6);
    expect(after).toBeLessThan(0);
    const inSample = await searchCoordinates(options);
    expect(after).toBeLessThanOrEqual(inSample.score);
  });
});

describe('comparePaired', () => {
  it('takes the differences, and has no standard error for a single cluster', () => {
    const same = comparePaired([0, 1], [1, 1], ['a', 'a']);
    expect(same.gain).toBe(0.5);
    expect(isClearGain({ gain: 0.1, standardError: 0.2 })).toBe(false);
    expect(isClearGain({ gain: 0.3, standardError: 0.2 })).toBe(true);
  });
});
