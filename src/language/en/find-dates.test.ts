import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from './find-dates.ts';

const read = (text: string) => findDates(text).map(({ year, month, day, part }) => [year, month, day, part]);

describe('findDates', () => {
  it.each([
    ['on 27 January 2026', [[2026, 1, 27, null]]],
    ['on August 25th, 2022', [[2022, 8, 25, null]]],
    ['in Sept 2023', [[2023, 9, null, null]]],
    ['in April of 2025', [[2025, 4, null, null]]],
    ['05/2024', [[2024, 5, null, null]]],
    ['2024-05-17', [[2024, 5, 17, null]]],
    ['27/01/2026', [[2026, 1, 27, null]]],
    ['27.1.2026', [[2026, 1, 27, null]]],
    ['1/27/2026', [[2026, 1, 27, null]]],
    ['2026/01/27', [[2026, 1, 27, null]]],
    ['January 27, 2026', [[2026, 1, 27, null]]],
    ['the 27th of January', [[null, 1, 27, null]]],
    ['on the seventh of August 1964', [[1964, 8, 7, null]]],
    ['the twenty-first of May', [[null, 5, 21, null]]],
    [
      'in ’97–’98',
      [
        [1997, null, null, null],
        [1998, null, null, null],
      ],
    ],
    [
      "for '18, its '21 season",
      [
        [2018, null, null, null],
        [2021, null, null, null],
      ],
    ],
    ["in the spring of '45", [[1945, null, null, 'spring']]],
    ['in March ’92', [[1992, 3, null, null]]],
    ['on 7/6 of that year', [[null, 6, 7, null]]],
    ['the weekend of 6/19', [[null, 6, 19, null]]],
    ['in the late nineties', [[1990, null, null, 'late']]],
    ['the early seventies of the nineteenth century', [[1870, null, null, 'early']]],
    ['in his forties', []],
    ["a man 5'10 tall", []],
    ['since its start in 1935', [[1935, null, null, null]]],
    ['the fall in 1995', [[1995, null, null, null]]],
    ['in the fall of 1995', [[1995, null, null, 'autumn']]],
    ['in the spring of ’23', [[2023, null, null, 'spring']]],
    ['at the end of 2024', [[2024, null, null, 'end']]],
    ['in the second month of 2026', [[2026, 2, null, null]]],
    ['in the last month of the year 2025', [[2025, 12, null, null]]],
    ['in the first six months of 2025', [[2025, null, null, 'h1']]],
    ['in Novo Mesto', []],
    ['Maremonti of IAI', []],
    ['at the beginning of March 2025', [[2025, 3, null, 'start']]],
    ['in the first weeks of 2020', [[2020, null, null, 'start']]],
    ['towards the close of the year 2023', [[2023, null, null, 'end']]],
    ['mid-2017', [[2017, null, null, 'mid']]],
    ['H1/2025', [[2025, null, null, 'h1']]],
    ['FY2025', [[2025, null, null, null]]],
    ['in late 2025', [[2025, null, null, 'late']]],
    ['the third quarter of 2025', [[2025, null, null, 'q3']]],
    ['in the first half of 2025', [[2025, null, null, 'h1']]],
    [
      'between May and July 2024',
      [
        [null, 5, null, null],
        [2024, 7, null, null],
      ],
    ],
    [
      'the period 2026-30',
      [
        [2026, null, null, null],
        [2030, null, null, null],
      ],
    ],
    [
      'from 2016 to 2018',
      [
        [2016, null, null, null],
        [2018, null, null, null],
      ],
    ],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('tells a decade from its first year', () => {
    expect(findDates('since the mid-2010s')[0]).toMatchObject({ year: 2010, isDecade: true, part: 'mid' });
  });

  it.each([
    'it may follow',
    'EUR 2000',
    '2024 companies',
    '5G',
    'a 2050% rise',
  ])('reads no date in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('reads a month and year the same in words and figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1900, max: 2099 }), (month, year) => {
        const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleString('en', {
          month: 'long',
          timeZone: 'UTC',
        });
        expect(read(`in ${name} ${year}`)).toEqual([[year, month, null, null]]);
        expect(read(`in ${String(month).padStart(2, '0')}/${year}`)).toEqual([[year, month, null, null]]);
      }),
    );
  });
});
