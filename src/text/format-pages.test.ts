import { describe, expect, it } from 'vitest';
import { formatNumbers, formatPages } from './format-pages.ts';

describe('formatNumbers', () => {
  it.each([
    [[84], '84'],
    [[84, 85], '84–85'],
    [[84, 85, 86, 88], '84–86, 88'],
    [[1, 3, 5, 6], '1, 3, 5–6'],
    [[], ''],
  ])('puts runs of %j together as “%s”', (numbers, text) => {
    expect(formatNumbers(numbers)).toBe(text);
  });

  it('leaves runs apart that are shorter than asked for', () => {
    expect(formatNumbers([1, 2, 4, 5, 6], 3)).toBe('1, 2, 4–6');
    expect(formatNumbers([1, 2, 4, 5], 1)).toBe('1–2, 4–5');
    expect(formatNumbers([1, 3], 1)).toBe('1, 3');
  });
});

it('formatPages names one page, and several', () => {
  expect(formatPages([84])).toBe('p. 84');
  expect(formatPages([12, 13, 40])).toBe('pp. 12–13, 40');
});
