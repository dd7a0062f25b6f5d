import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { readSpelled } from '../../language/en/number-words.ts';
import { findAllQuantities, findQuantities } from './read-quantities.ts';

const read = (text: string) =>
  findQuantities(text, english).map(({ values, unit, currency, bound }) => [
    values.at(-1),
    unit,
    currency,
    bound,
  ]);

describe('findQuantities', () => {
  it('reads the first number of a range with the scale of the last, and without where no dash joins them', () => {
    expect(findQuantities('could add $121–$202 billion', english)[0]?.values).toEqual([121e9]);
    expect(findQuantities('from 3 to 5 million cars', english)[0]?.values).toEqual([3, 3e6]);
  });

  it.each([
    ['surpassed the equivalent of EUR 1.5 billion', [[1.5e9, 'money', 'EUR', 'over']]],
    ['Japan spent ¥5 billion', [[5e9, 'money', 'JPY', null]]],
    ['Beijing spent ¥5 billion', [[5e9, 'money', 'CNY', null]]],
    ['It spent ¥5 billion', [[5e9, 'money', '¥', null]]],
    ['lent R$ 1.5 billion', [[1.5e9, 'money', 'BRL', null]]],
    ['900 billion yen', [[9e11, 'money', 'JPY', null]]],
    ['about 1.2m users', [[1.2e6, 'plain', null, 'about']]],
    ['15 billion US dollars', [[15e9, 'money', 'USD', null]]],
    ['an increase of almost 300%', [[300, 'percent', null, 'almost']]],
    ['€1,2 billion', [[1.2e9, 'money', 'EUR', null]]],
    ['EUR1.5bn', [[1.5e9, 'money', 'EUR', null]]],
    ['200 000 cars', [[200_000, 'plain', null, null]]],
    ['seven tenths of it', [[0.7, 'fraction', null, null]]],
    ['a fifth of the sales', [[0.2, 'fraction', null, null]]],
    ['one in three inhabitants', [[1 / 3, 'fraction', null, null]]],
    ['as much as 5.3 billion dollars', [[5.3e9, 'money', 'USD', 'under']]],
    ['multiplied by more than six', [[6, 'times', null, 'over']]],
    ['nearly half a million users', [[5e5, 'plain', null, 'almost']]],
    ['a quarter of a million cars', [[2.5e5, 'plain', null, null]]],
    ['one and a half billion euros', [[1.5e9, 'money', 'EUR', null]]],
    ['fourteen and a half million dollars', [[14.5e6, 'money', 'USD', null]]],
    ['85 of every 100 people', [[0.85, 'fraction', null, null]]],
    ['ninety-five in every hundred', [[0.95, 'fraction', null, null]]],
    ['on the thirty-sixth ballot', [[36, 'ordinal', null, null]]],
    ['its fiftieth year', [[50, 'ordinal', null, null]]],
    ['not fewer than nineteen states', [[19, 'plain', null, 'over']]],
    ['in place 11', [[11, 'ordinal', null, null]]],
    ['29 per cent', [[29, 'percent', null, null]]],
    ['twenty-nine thousand people', [[29_000, 'plain', null, null]]],
    ['half a dozen firms', [[6, 'plain', null, null]]],
    ['a dozen and a half firms', [[18, 'plain', null, null]]],
    ['more than a half-million cars', [[5e5, 'plain', null, 'over']]],
    ['three-quarters of a billion people', [[7.5e8, 'plain', null, null]]],
    ['a billion and a half euros', [[1.5e9, 'money', 'EUR', null]]],
    ['a third as thick', [[1 / 3, 'fraction', null, null]]],
    ['a third shorter', [[1 / 3, 'fraction', null, null]]],
    ['about half that', [[0.5, 'fraction', null, 'about']]],
    ['three quarters of a per cent', [[0.75, 'percent', null, null]]],
    ['just one percent', [[1, 'percent', null, null]]],
    ['one worker in a hundred', [[0.01, 'fraction', null, null]]],
    ['fifteen parts in a hundred', [[0.15, 'fraction', null, null]]],
    ['one plant and two in 2030', [[2, 'plain', null, null]]],
    ['another two-month voyage', [[2, 'plain', null, null]]],
    ['nineteen sixty-seven', [[1967, 'plain', null, null]]],
    ['two dozen firms', [[24, 'plain', null, null]]],
    ['ranked third.', [[3, 'ordinal', null, null]]],
    ['in third place', [[3, 'ordinal', null, null]]],
    ['about a third was affected', [[1 / 3, 'fraction', null, 'about']]],
    ['twenty thousand million euros', [[20e9, 'money', 'EUR', null]]],
    ['36.7 thousand million', [[36.7e9, 'plain', null, null]]],
    ['the five-billion-dollar market', [[5e9, 'money', 'USD', null]]],
    ['a three-way memorandum', []],
    [
      'between six and eleven',
      [
        [6, 'plain', null, null],
        [11, 'plain', null, null],
      ],
    ],
    ['more than two-thirds of German firms', [[2 / 3, 'fraction', null, 'over']]],
    ['four in ten papers', [[0.4, 'fraction', null, null]]],
    ['three times as many', [[3, 'times', null, null]]],
    ['nearly tripled', [[3, 'times', null, 'almost']]],
    ['ranked 8th', [[8, 'ordinal', null, null]]],
    ['a 13-year low', [[13, 'plain', null, null]]],
    ['one project out of twenty', [[0.05, 'fraction', null, null]]],
    ['at 400 Meur', [[4e8, 'money', 'EUR', null]]],
    ['two European measures', [[2, 'plain', null, null]]],
    ['about a tenth each', [[0.1, 'fraction', null, 'about']]],
    [
      'four of fifty-six two years ago',
      [
        [4, 'plain', null, null],
        [56, 'plain', null, null],
        [2, 'plain', null, null],
      ],
    ],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes a full stop before three digits for a decimal point or a continental thousand', () => {
    expect(findQuantities('some 200.000 jobs', english)[0]?.values).toEqual([200, 200_000]);
  });

  it.each([
    '5G networks',
    'Covid-19',
    'the 17+1 format',
    'the CEE-4 group',
    '3GPP',
    'one of them',
  ])('reads no number in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('leaves years and days to the dates', () => {
    expect(read('on 27 January 2026, as in 2024')).toEqual([]);
  });

  it('gives the counts of a share beside it', () => {
    const values = findAllQuantities('four out of fifty-six', english).map((one) => one.values[0]);
    expect(values).toEqual([4 / 56, 4, 56]);
  });

  it('reads one value however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1e3, 1e6, 1e9), (count, scale) => {
        const name = { 1e3: 'thousand', 1e6: 'million', 1e9: 'billion' }[scale];
        const value = (count * scale) / 10;
        const plain = read(`EUR ${value.toLocaleString('en')}`);
        expect(read(`EUR ${count / 10} ${name}`)).toEqual(plain);
        expect(plain).toEqual([[value, 'money', 'EUR', null]]);
      }),
    );
  });

  it('reads a whole number with and without separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e9 }), (value) => {
        const [first] = findQuantities(`${value.toLocaleString('en')} %`, english);
        expect(first?.values).toEqual([value]);
        expect(findQuantities(`${value}%`, english)[0]?.values).toEqual([value]);
      }),
    );
  });
});

describe('readSpelled', () => {
  it.each([
    ['a hundred and five', 105],
    ['two thousand three hundred', 2300],
    ['ninety-nine million', 99e6],
    ['five thousand eight hundred and fifty million', 5850e6],
    ['three billion two million', 3002e6],
    ['twenty ten', 2010],
    ['two thousand twenty-three', 2023],
    ['two dozen', 24],
  ])('reads %j', (text, value) => {
    expect(readSpelled(text)).toBe(value);
  });

  it('reads nothing in words that are no numbers', () => {
    expect(readSpelled('many')).toBeNull();
  });
});
