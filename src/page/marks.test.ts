import { describe, expect, it } from 'vitest';
import type { sampleAnswer } from '../testing/fake-assistant.ts';
import { notFound, writtenAnswer } from '../testing/sample-answers.ts';
import { clusterPages, marksOf } from './marks.ts';

describe('marksOf', () => {
  it('has one for each citation of each sentence, and for each nearest passage', () => {
    const marks = (answer: typeof sampleAnswer) =>
      marksOf({ state: 'answered', answer }).map(({ key, label }) => [key, label]);
    expect(marks(writtenAnswer)).toEqual([
      ['s0-1', '1'],
      ['s1-2', '2'],
      ['s2-2', '3'],
    ]);
    expect(marks(notFound)).toEqual([['n0', '']]);
    expect(marksOf({ state: 'failed', failure: { kind: 'refused', title: '', detail: '' } })).toEqual([]);
  });
});

describe('clusterPages', () => {
  it('puts pages behind one button that lie closer than it is wide', () => {
    const clusters = clusterPages([84, 83, 84, 12], 100, 0.05);
    expect(clusters.map(({ pages }) => pages)).toEqual([[12], [83, 84]]);
    expect(clusters[1]?.at).toBeCloseTo(0.83, 10);
  });
});
