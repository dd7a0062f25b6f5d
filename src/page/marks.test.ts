import { describe, expect, it } from 'vitest';
import { sampleAnswer } from '../testing/fake-assistant.ts';
import { notFound, writtenAnswer } from '../testing/sample-answers.ts';
import { clusterPages, marksOf, otherPages } from './marks.ts';

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

describe('otherPages', () => {
  const [citation] = sampleAnswer.citations;
  if (citation === undefined) throw new Error('The sample cites nothing.');
  const markOn = (key: string, pages: number[]) => ({ key, label: '', citation: { ...citation, pages } });
  const marks = [markOn('a', [83, 84]), markOn('b', [84]), markOn('c', [12]), markOn('d', [21])];
  const { document } = citation;

  it('are those cited, each once, without the one on show', () => {
    expect(otherPages(marks, { document, page: 84 }, 4).map(({ page }) => page)).toEqual([83, 12, 21]);
    expect(otherPages(marks, { document: 'another', page: 84 }, 9).map(({ page }) => page)).toEqual([
      83, 84, 12, 21,
    ]);
  });

  it('are no more than wanted', () => {
    expect(otherPages(marks, { document, page: 84 }, 2)).toEqual([
      { document, page: 83 },
      { document, page: 12 },
    ]);
  });
});

describe('clusterPages', () => {
  it('puts pages behind one button that lie closer than it is wide', () => {
    const clusters = clusterPages([84, 83, 84, 12], 100, 0.05);
    expect(clusters.map(({ pages }) => pages)).toEqual([[12], [83, 84]]);
    expect(clusters[1]?.at).toBeCloseTo(0.83, 10);
  });
});
