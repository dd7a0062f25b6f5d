import { expect, it } from 'vitest';
import { choosePages } from './choose-pages.ts';
import type { PageDoubt } from './find-doubts.ts';

const doubt = (page: number, weight: number): PageDoubt => ({
  part: 'notes',
  page,
  weight,
  why: `${weight} markers`,
});
const doubts = [doubt(12, 1), doubt(40, 3), doubt(77, 2), doubt(12, 4), doubt(90, 1), doubt(91, 1)];
const pagesOf = (chosen: readonly { page: number }[]) => chosen.map(({ page }) => page);

it('takes the most doubtful pages first, with all that is doubtful there, and then others at random', () => {
  const chosen = choosePages(doubts, 194, { count: 6, seed: 1 });
  expect(chosen.slice(0, 4)).toEqual([
    { page: 12, why: ['1 markers', '4 markers'] },
    { page: 40, why: ['3 markers'] },
    { page: 77, why: ['2 markers'] },
    { page: 90, why: ['1 markers'] },
  ]);
  expect(chosen.slice(4).map(({ why }) => why)).toEqual([[], []]);
  expect(new Set(pagesOf(chosen)).size).toBe(6);
});

it('draws the same pages by the same seed, and others by another', () => {
  const draw = (seed: number) => pagesOf(choosePages([], 194, { count: 8, seed }));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('takes no page twice and none that there is not, however many are asked for', () => {
  expect(pagesOf(choosePages([doubt(2, 1)], 3, { count: 60, seed: 1 }))).toEqual([2, 1, 3]);
  expect(choosePages(doubts, 194, { count: 0, seed: 1 })).toEqual([]);
});
