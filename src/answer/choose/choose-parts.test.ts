import { describe, expect, it } from 'vitest';
import { makeCandidate as candidate, makePassage } from '../../testing/answers/candidates.ts';
import { chooseParts } from './choose-parts.ts';

const hybrids = makePassage({ id: 'r/4/2', chapter: 'Vehicles' }, [
  'The goal is to reduce the cost of a battery pack to $500 by 2010.',
  'Hybrid vehicles cost $2,000 to $3,500 more to buy than comparable vehicles.',
  'They face two challenges:',
  'Demand is predicated on their cost.',
]);
const texts = (chosen: ReturnType<typeof chooseParts>) => chosen.map(({ sentence }) => sentence.text);
const [battery, price, , demand] = hybrids.sentences.map(({ text }) => text);

describe('what is chosen for a question that asks several things', () => {
  it('has the best sentence of each part, however few words are left', () => {
    const whole = [candidate(hybrids, 0, 4), candidate(hybrids, 1, -6)];
    const parts = [
      [candidate(hybrids, 1, -1), candidate(hybrids, 3, -5)],
      [candidate(hybrids, 0, 3), candidate(hybrids, 1, -9)],
    ];
    expect(texts(chooseParts(whole, parts, 10))).toEqual([battery, price]);
  });

  it('goes on with what is next best for any part, as far as the words go', () => {
    const parts = [[candidate(hybrids, 1, -1), candidate(hybrids, 3, -2)], [candidate(hybrids, 0, 3)]];
    expect(texts(chooseParts([], parts, 40))).toEqual([battery, price, demand]);
    expect(texts(chooseParts([], parts, 24))).toEqual([battery, price]);
  });

  it('leaves out what is far below the best of its part, and what only announces', () => {
    const parts = [
      [candidate(hybrids, 2, 2), candidate(hybrids, 1, 1), candidate(hybrids, 3, -4)],
      [candidate(hybrids, 0, 0)],
    ];
    expect(texts(chooseParts([], parts, 120))).toEqual([battery, price]);
  });
});
