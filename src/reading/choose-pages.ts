/** Chooses the pages of a sample: the most doubtful first, then some at random. Pure. */
import { seededRandom } from '../core/seeded-random.ts';
import type { PageDoubt } from './find-doubts.ts';

export interface ChosenPage {
  page: number;
  /** What is doubtful on it; empty for one that was drawn. */
  why: string[];
}

/** Of a sample, so much at most are doubtful pages: the others show what reads well. */
const doubtfulShare = 2 / 3;

/** Draws some pages of those that are left. */
function drawPages(from: readonly number[], count: number, seed: number): number[] {
  const random = seededRandom(seed);
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

/** @param count of pages; fewer where the document has fewer. */
export function choosePages(
  doubts: readonly PageDoubt[],
  pageCount: number,
  { count, seed }: { count: number; seed: number },
): ChosenPage[] {
  const byPage = new Map<number, PageDoubt[]>();
  for (const doubt of doubts) byPage.set(doubt.page, [...(byPage.get(doubt.page) ?? []), doubt]);
  const weightOf = (own: readonly PageDoubt[]) => own.reduce((sum, { weight }) => sum + weight, 0);
  const doubtful = [...byPage]
    .sort(([a, left], [b, right]) => weightOf(right) - weightOf(left) || a - b)
    .slice(0, Math.ceil(count * doubtfulShare))
    .map(([page, own]): ChosenPage => ({ page, why: own.map(({ why }) => why) }));
  const others = Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (page) => !byPage.has(page),
  );
  const drawn = drawPages(others, count - doubtful.length, seed).sort((a, b) => a - b);
  return [...doubtful, ...drawn.map((page) => ({ page, why: [] }))];
}
