import { describe, expect, it } from 'vitest';
import { countOffsets, edgeNumbers } from './page-numbers.ts';

describe('edgeNumbers', () => {
  it.each([
    ['12', [12]],
    ['– 12 –', [12]],
    ['xiv', [14]],
    ['12 | Austria', [12]],
    ['Austria 13', [13]],
    ['Page 3 of 10', [10, 3]],
    ['Austria', []],
    ['civil', []],
    ['mix', []],
  ])('of "%s" are %j', (row, numbers) => {
    expect(edgeNumbers(row).map(({ value }) => value)).toEqual(numbers);
  });
});

describe('countOffsets', () => {
  it('counts the pages on which a number has the same distance to the page, Roman ones apart', () => {
    const offsets = countOffsets([['iii'], ['iv', '2009'], ['1 | Austria'], ['2'], ['3', '3']]);
    expect(offsets.get('r2')).toBe(2);
    expect(offsets.get('-2')).toBe(3);
  });
});
