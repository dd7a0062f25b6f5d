import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeFeatures, makePassage } from '../../testing/answers/candidates.ts';
import { rankSentences } from './rank-sentences.ts';

const unread = { bias: 0, weights: { coverage: 10 } };
const models = { sentence: { bias: 0, weights: { answers: 1 } }, unread: { sentence: unread } };

const poland = makePassage({ id: 'p1', chapter: 'Poland' }, [
  'The Chief of the General Staff decided to introduce a ban on the entry of vehicles made in China.',
]);
const italy = makePassage({ id: 'p2', chapter: 'Italy' }, [
  'Even without a formal ban, national players cannot buy Huawei and ZTE 5G equipment.',
]);
const note = makePassage({ id: 'p3', chapter: 'Poland', kind: 'note' }, [
  'Poland bans Chinese cars from military sites. Reuters. 17 February 2026.',
]);

function measured(passage: typeof poland, coverage: number, given: Parameters<typeof makeFeatures>[0] = {}) {
  const [sentence] = passage.sentences;
  if (sentence === undefined) throw new Error(`${passage.id} is empty.`);
  return { passage, language: english, index: 0, sentence, features: makeFeatures({ coverage, ...given }) };
}

function order(...sentences: ReturnType<typeof measured>[]): string[] {
  return rankSentences(sentences, models).map(({ passage }) => passage.id);
}

describe('rankSentences', () => {
  it('ranks by the model', () => {
    expect(order(measured(poland, 0.6), measured(italy, 0.7))).toEqual(['p2', 'p1']);
  });

  it('ranks what was read by the model for it, beside what was not', () => {
    const read = (answers: number) => measured(poland, 0.9, { answers, read: 1 });
    expect(order(read(8), measured(italy, 0.7))).toEqual(['p1', 'p2']);
    expect(order(read(6), measured(italy, 0.7))).toEqual(['p2', 'p1']);
  });

  it('ranks a sentence on another country lower, yet keeps it', () => {
    expect(order(measured(poland, 0.6), measured(italy, 0.7, { otherPlace: 1 }))).toEqual(['p1', 'p2']);
    expect(order(measured(poland, 0.4), measured(italy, 0.7, { otherPlace: 1 }))).toEqual(['p2', 'p1']);
  });

  it('ranks a sentence lower that holds none of the names asked about', () => {
    expect(order(measured(italy, 0.65), measured(poland, 0.7, { namesMissing: 1 }))).toEqual(['p2', 'p1']);
    expect(order(measured(italy, 0.5), measured(poland, 0.7, { namesMissing: 1 }))).toEqual(['p1', 'p2']);
  });

  it('leaves out an endnote that does not clearly lead all text', () => {
    expect(order(measured(poland, 0.6), measured(note, 0.65, { note: 1 }))).toEqual(['p1']);
    expect(order(measured(poland, 0.6), measured(note, 0.75, { note: 1 }))).toEqual(['p3', 'p1']);
  });

  it('keeps an endnote of which the reader says that it answers nearly as well as any sentence', () => {
    const ofNote = (answers: number, answersBehind: number) =>
      order(measured(poland, 0.6), measured(note, 0, { note: 1, read: 1, answers, answersBehind }));
    expect(ofNote(1, 0)).toEqual(['p1', 'p3']);
    expect(ofNote(-1, -0.9)).toEqual(['p1', 'p3']);
    expect(ofNote(1, -2)).toEqual(['p1']);
    expect(ofNote(-2, 0)).toEqual(['p1']);
  });

  it('keeps endnotes where they are all there is, or a source is asked for', () => {
    expect(order(measured(note, 0.1, { note: 1 }))).toEqual(['p3']);
    expect(order(measured(poland, 0.6), measured(note, 0.1, { noteAsSource: 1 }))).toEqual(['p1', 'p3']);
  });
});
