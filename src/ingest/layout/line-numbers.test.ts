import { describe, expect, it } from 'vitest';
import { makeLine } from '../../testing/documents/text-runs.ts';
import type { Line } from '../page-model.ts';
import { findLineNumbers } from './line-numbers.ts';

/** A page of text whose lines from `skipped` on are counted from `from` at its right edge. */
function page(from: number, count: number, skipped = 0, look: Parameters<typeof makeLine>[1] = {}): Line[] {
  return Array.from({ length: skipped + count }, (_, index) => {
    const y = 700 - index * 12;
    const text = makeLine('Human short-term memory is famously incapable of holding more', { y, x: 100 });
    if (index < skipped) return [text];
    const label = String(from + index - skipped);
    return [text, makeLine(label, { y, x: 580 - label.length * 2.5, size: 5, font: 'CMSS8', ...look })];
  }).flat();
}

const found = (...pages: Line[][]) => {
  const numbers = findLineNumbers(pages);
  return pages.map((lines) => lines.filter((line) => numbers.has(line)).length);
};

describe('findLineNumbers', () => {
  it('finds the counted lines of a draft, also of a page where the count begins or ends', () => {
    expect(found(page(1, 5, 30), page(6, 20), page(26, 30), page(56, 2))).toEqual([5, 20, 30, 2]);
  });

  it('finds them beside the blank lines of a listing too', () => {
    const listing = (from: number) =>
      page(from, 20).filter(({ text, y }) => /^\d/.test(text) || ![640, 616].includes(y));
    expect(found(listing(1), listing(21))).toEqual([20, 20]);
  });

  it('starts anew where the count does', () => {
    expect(found(page(1, 25), page(1, 25))).toEqual([25, 25]);
  });

  it.each([
    ['figures that do not count', page(1, 20).map((line, at) => (at === 11 ? { ...line, text: '9' } : line))],
    ['numbers in the face of the text', page(1, 20, 0, { size: 10, font: 'EB-Garamond' })],
    [
      'a column of figures between others',
      page(1, 20).flatMap((line) => [line, { ...line, x: 620, right: 660 }, { ...line, x: 10 }]),
    ],
  ])('leaves %s alone', (_, lines) => {
    expect(
      found(
        lines.map((line) => ({ ...line, page: 1 })),
        lines,
      ),
    ).toEqual(expect.not.arrayContaining([20]));
  });

  it('leaves the numbers of a single page alone', () => {
    expect(found(page(1, 20), [])).toEqual([0, 0]);
  });
});
