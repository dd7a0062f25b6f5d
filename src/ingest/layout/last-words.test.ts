import { describe, expect, it } from 'vitest';
import { makeLine, makeLines } from '../../testing/documents/text-runs.ts';
import type { Line } from '../page-model.ts';
import { joinLastWords } from './last-words.ts';

/** Lines of 40 letters at 5 points, from 60 to 260. */
const column = makeLines(Array.from({ length: 4 }, () => 'x'.repeat(40)));

const read = (...lines: Line[]) => joinLastWords([...column, ...lines]).slice(4);

describe('joinLastWords', () => {
  it('puts a date at the end of a justified line behind its month, not before the column to its right', () => {
    const beside = makeLine('screening of foreign investments', { x: 280, y: 600 });
    const pieces = [makeLine('Nature.', { y: 600 }), makeLine('February', { x: 150, y: 600 })];
    const [nature, february, right] = read(...pieces, makeLine('16.', { x: 245, y: 600 }), beside);
    expect([nature?.text, february?.text, right]).toEqual(['Nature.', 'February 16.', beside]);
    expect([february?.right, february?.edges.length]).toEqual([260, 'February 16.'.length + 1]);
  });

  it('leaves numbers that begin a row, or stand where others begin', () => {
    const items = [600, 587, 574].flatMap((y) => [
      makeLine('16.', { x: 245, y }),
      makeLine('the item', { x: 270, y }),
    ]);
    expect(read(...items)).toEqual(items);
    const cells = [600, 587, 574].map((y) => makeLine('Nature', { x: 245, y }));
    const row = [makeLine('May', { y: 550 }), makeLine('16.', { x: 245, y: 550 })];
    expect(read(...cells, ...row)).toEqual([...cells, ...row]);
  });

  it('leaves a number that ends where no lines of text do', () => {
    const row = [makeLine('Item', { y: 600 }), makeLine('16.', { x: 200, y: 600 })];
    expect(read(...row)).toEqual(row);
  });
});
