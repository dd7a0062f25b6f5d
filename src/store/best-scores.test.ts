import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectBest } from './best-scores.ts';

it('the best of many scores are those that sorting all of them gives, equal ones in reading order', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 600 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 20 }), (all, count) => {
      const best = collectBest(count);
      all.forEach((score, position) => {
        best.offer(position, score);
      });
      const truth = all
        .map((score, position) => ({ position, score }))
        .sort((left, right) => right.score - left.score || left.position - right.position);
      expect(best.list()).toEqual(truth.slice(0, count));
    }),
  );
});
