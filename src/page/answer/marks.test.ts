import { describe, expect, it } from 'vitest';
import { notFound, writtenAnswer } from '../../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { boxesOn, clusterPages, marksOf, noteMark, otherPages } from './marks.ts';

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

describe('noteMark', () => {
  it('is the place of the note, in the document and chapter of what refers to it', () => {
    const [note] = sampleCitation.notes;
    if (note === undefined) throw new Error('The sample has a note.');
    const onTwo = { ...note, boxes: [...note.boxes, { page: 91, x: 0.2, y: 0.1, width: 0.3, height: 0.01 }] };
    const mark = noteMark(sampleCitation, onTwo, 's0-1');
    expect(mark).toMatchObject({ key: 's0-1-n2', kind: 'note', label: '2' });
    const { document, chapter } = sampleCitation;
    expect(mark.citation).toMatchObject({ document, chapter, page: 90, pages: [90, 91], quote: note.text });
    expect(boxesOn(mark, document, 90)).toEqual(note.boxes);
    expect(boxesOn(mark, document, 84)).toEqual([]);
  });
});

describe('otherPages', () => {
  const [citation] = sampleAnswer.citations;
  if (citation === undefined) throw new Error('The sample cites nothing.');
  const markOn = (key: string, pages: number[]) => ({
    key,
    kind: 'nearest' as const,
    label: '',
    citation: { ...citation, pages },
  });
  const marks = [markOn('a', [83, 84]), markOn('b', [84]), markOn('c', [12]), markOn('d', [21])];
  const { document } = citation;

  it('are those cited, each once, without the one on show', () => {
    expect(otherPages(marks, { document, page: 84 }, 4).map(({ page }) => page)).toEqual([83, 12, 21]);
    expect(otherPages(marks, { document: 'another', page: 84 }, 9).map(({ page }) => page)).toEqual([
      83, 84, 12, 21,
    ]);
  });

  it('are at most as many as requested', () => {
    expect(otherPages(marks, { document, page: 84 }, 2)).toEqual([
      { document, page: 83 },
      { document, page: 12 },
    ]);
  });
});

describe('clusterPages', () => {
  it('groups pages closer together than a button is wide', () => {
    const clusters = clusterPages([84, 83, 84, 12], 100, 0.05);
    expect(clusters.map(({ pages }) => pages)).toEqual([[12], [83, 84]]);
    expect(clusters[1]?.at).toBeCloseTo(0.83, 10);
  });
});
