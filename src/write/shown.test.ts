import { describe, expect, it } from 'vitest';
import type { Passage } from '../core/types.ts';
import { makeCandidate, makePassage } from '../testing/answers/candidates.ts';
import { chooseShown, type ShownPassage } from './shown.ts';

const sweden = makePassage({ id: 'r/23/1', chapter: 'Sweden', page: 182 }, [
  'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.',
  'Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.',
]);
const latvia = makePassage({ id: 'r/15/4', chapter: 'Latvia', page: 117 }, [
  'Latvia did not adopt explicit exclusion policies.',
]);
const longTable = makePassage({ id: 'r/15/9', chapter: 'Latvia', kind: 'table', page: 119 }, [
  'Vendors | Country | Ban',
  'Huawei | China | no, but see below '.repeat(200),
]);

const hitsOf = (...passages: Passage[]) =>
  passages.map((passage) => ({ passage, score: 1, scores: { keyword: null, vector: null, maxsim: null } }));
const idsOf = (shown: readonly ShownPassage[]) =>
  shown.map(({ passage, sentences }) => [passage.id, sentences.map(({ id }) => id).join(' ')]);

describe('what a model is shown', () => {
  it('is first the passage of the best sentence, whole, then the others as they rank; ids run on', () => {
    const shown = chooseShown([makeCandidate(sweden, 1, 2)], hitsOf(latvia, sweden), 1000);
    expect(idsOf(shown)).toEqual([
      ['r/23/1', 's1 s2'],
      ['r/15/4', 's3'],
    ]);
  });

  it('stays within its tokens: what does not fit is passed over, what does is taken', () => {
    const shown = chooseShown([makeCandidate(sweden, 0, 2)], hitsOf(longTable, latvia), 120);
    expect(idsOf(shown).map(([id]) => id)).toEqual(['r/23/1', 'r/15/4']);
    expect(idsOf(chooseShown([makeCandidate(sweden, 0, 2)], hitsOf(latvia), 80)).map(([id]) => id)).toEqual([
      'r/23/1',
    ]);
  });

  it('of a long passage is the sentence that would be quoted', () => {
    const shown = chooseShown([makeCandidate(longTable, 0, 2), makeCandidate(sweden, 0, 1)], [], 100);
    expect(shown.map(({ sentences }) => sentences.map(({ sentence }) => sentence.text))).toEqual([
      ['Vendors | Country | Ban'],
      sweden.sentences.map(({ text }) => text),
    ]);
  });
});
