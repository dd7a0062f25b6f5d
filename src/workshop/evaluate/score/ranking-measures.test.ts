import { describe, expect, it } from 'vitest';
import { createJudge, normalizedGain, recallOfPassages, reciprocalRank } from './ranking-measures.ts';

const judged = { relevant: ['a', 'b', 'z'], found: ['x', 'a', 'y', 'b'] };

describe('the ranking measures', () => {
  it('count the relevant passages among the first k', () => {
    expect([1, 2, 4, 20].map((k) => recallOfPassages(judged, k))).toEqual([0, 1 / 3, 2 / 3, 2 / 3]);
  });

  it('take the rank of the first relevant one', () => {
    expect([1, 2, 10].map((k) => reciprocalRank(judged, k))).toEqual([0, 0.5, 0.5]);
  });

  it('discount gains by the logarithm of the rank', () => {
    // DCG: 1/log2(3) + 1/log2(5) = .6309 + .4307; ideal: 1 + .6309 + .5.
    expect(normalizedGain(judged, 10)).toBeCloseTo(1.0616 / 2.1309, 4);
    expect(normalizedGain({ relevant: ['a', 'b'], found: ['b', 'a'] }, 10)).toBe(1);
    // Only one of the three can stand among the first one.
    expect(normalizedGain({ ...judged, found: ['z'] }, 1)).toBe(1);
  });

  it('are 0 where the index holds none of the evidence', () => {
    const missing = { relevant: [], found: ['x'] };
    expect([recallOfPassages(missing, 5), reciprocalRank(missing, 10), normalizedGain(missing, 10)]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('createJudge', () => {
  const judge = createJudge([
    { id: 'p1', text: 'Sweden adopted an explicit ban on “high-risk” equipment in 2020.' },
    { id: 'p2', text: 'An explicit ban\non equipment.' },
    { id: 'p3', text: 'No ban.' },
  ]);

  it('takes every passage that prints a snippet, quotation marks and blanks aside', () => {
    expect(judge(['an explicit ban on "high-risk" equipment', 'explicit ban on equipment'])).toEqual([
      'p1',
      'p2',
    ]);
    expect(judge(['a ban of 2021'])).toEqual([]);
    expect(judge([])).toEqual([]);
  });
});
