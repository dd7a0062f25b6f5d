import { describe, expect, it } from 'vitest';
import { readFigure, writeFigure } from './figures.ts';

describe('readFigure', () => {
  it.each([
    ['13,486', 13_486, 0],
    ['$ 5.25', 5.25, 2],
    ['(2,316)', -2316, 0],
    ['−4.0', -4, 1],
    ['285', 285, 0],
  ])('reads %s', (text, value, decimals) => {
    expect(readFigure(text)).toEqual({ value, decimals, isPercentage: false });
  });

  it('knows a percentage', () => {
    expect(readFigure('12.5 %')).toEqual({ value: 12.5, decimals: 1, isPercentage: true });
  });

  it.each([
    'Total assets',
    '2017-2018',
    '1,23',
    '4.07 Million',
    'n/a',
    '',
  ])('takes %o for no figure', (text) => {
    expect(readFigure(text)).toBeUndefined();
  });
});

describe('writeFigure', () => {
  it.each([
    [1_234_567, 0, '1,234,567'],
    [-696, 0, '−696'],
    [0.1 + 0.2, 1, '0.3'],
    [-0.04, 1, '0.0'],
    [1234.5, 2, '1,234.50'],
  ])('writes %d with %d digits behind the point: %s', (value, decimals, text) => {
    expect(writeFigure(value, decimals)).toBe(text);
  });
});
