import { describe, expect, it } from 'vitest';
import { countNoun } from '../text/count-noun.ts';
import { formatNumbers, formatPages, ocrNote, placeOf } from './places.ts';

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

describe('a place', () => {
  it('names one page, two in a row, and two apart', () => {
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84] })).toBe('Germany, p. 84');
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84, 85] })).toBe('Germany, pp. 84–85');
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84, 88] })).toBe('Germany, pp. 84, 88');
    expect(formatPages([84])).toBe('p. 84');
  });

  it('says that its text was read by OCR, and how surely', () => {
    expect(ocrNote({})).toBe('');
    expect(ocrNote({ ocr: { confidence: 0.9 } })).toBe(', read by OCR, confidence .90');
  });

  it('falls back to the first page where no pages are listed', () => {
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [] })).toBe('Germany, p. 84');
  });
});

describe('countNoun', () => {
  it('writes thousands with a comma and one without an s', () => {
    expect([0, 1, 2, 1335].map((count) => countNoun(count, 'passage'))).toEqual([
      '0 passages',
      '1 passage',
      '2 passages',
      '1,335 passages',
    ]);
  });
});
