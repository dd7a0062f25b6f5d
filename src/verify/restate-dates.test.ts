import { describe, expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { restateDates } from './restate-dates.ts';

describe('a sentence with its dates as the source writes them', () => {
  it.each([
    ['It opened in ’24.', 'It opened in 2024.', 'It opened in 2024.'],
    ["From '21 to '23 it grew.", 'It grew between 2021 and 2023.', 'From 2021 to 2023 it grew.'],
    ['It began in ’92.', 'It began in 1892.', 'It began in 1892.'],
    ['It opened in 10/2025.', 'It opened in October 2025.', 'It opened in October 2025.'],
    ['On 27.01.2026 it opened.', 'It opened on 27 January 2026.', 'On 27 January 2026 it opened.'],
    ['In the second month of 2026 it closed.', 'It closed in February 2026.', 'In February 2026 it closed.'],
  ])('%s', (sentence, text, restated) => {
    expect(restateDates(sentence, [text], english)).toBe(restated);
  });

  it.each([
    ['dates that the source does not have', 'It opened in ’24, in 11/2025.', 'It opened in October 2025.'],
    ['dates in the source’s own figures', 'It opened on 27.01.2026.', 'It opened on 27.01.2026, in January.'],
    ['years, and months in words', 'It opened in October 2025, not in 2024.', 'In Oct. 2025, not in 2024.'],
    [
      'decades and parts of a year',
      'In the eighties and in early 2025.',
      'In the 1980s and in January 2025.',
    ],
    ['sentences without a date', 'It opened.', 'It opened in 2024.'],
  ])('leaves as they are %s', (_, sentence, text) => {
    expect(restateDates(sentence, [text], english)).toBe(sentence);
  });
});
