import { describe, expect, it } from 'vitest';
import { knownSubject } from '../subjects/subjects.ts';
import { makePassage } from '../testing/answers/candidates.ts';
import { placesOf } from './places-of.ts';
import type { ShownSentence } from './shown.ts';

function cite(...chapters: string[]): ShownSentence[] {
  return chapters.flatMap((chapter, at) => {
    const passage = makePassage({ id: `r/${at}/1`, chapter, page: 1 }, ['A sentence.']);
    return passage.sentences.map((sentence) => ({ id: `s${at + 1}`, passage, index: 0, sentence }));
  });
}

describe('placesOf', () => {
  const compared = ['Germany', 'Poland', 'Norway'];

  it.each([
    ['is the one named and cited', 'Germany restricts Huawei.', ['Germany'], ['Germany']],
    ['is named by its people or its capital', 'Warsaw waits for Polish firms.', ['Poland'], ['Poland']],
    [
      'is not another that is only named beside it',
      'Germany exports more than Poland.',
      ['Germany'],
      ['Germany'],
    ],
    ['is the one named, out of the chapter on another', 'Poland has no such plan.', ['Germany'], ['Poland']],
    ['is one without a chapter, where it is named', 'Norwegian firms stay.', ['Introduction'], ['Norway']],
    ['is the one cited where none is named', 'The ban was lifted.', ['Poland'], ['Poland']],
    [
      'are both, in the order of the question',
      'Poland bans it, Germany does not.',
      ['Poland', 'Germany'],
      ['Germany', 'Poland'],
    ],
    [
      'are both where neither is named',
      'Both governments wait.',
      ['Poland', 'Germany'],
      ['Germany', 'Poland'],
    ],
    ['is the chapter cited where it is none compared', 'Europe waits.', ['Introduction'], ['Introduction']],
  ])('%s', (_, text, chapters, places) => {
    expect(placesOf(text, cite(...chapters), compared.map(knownSubject))).toEqual(places);
  });

  it('are known by the words that the report has for them, of whatever kind they are', () => {
    const utility = { ...knownSubject('Nordwind Energy AG'), kind: 'company' as const, words: ['nordwind'] };
    const utilities = [utility, knownSubject('Solara Power plc')];
    expect(placesOf('Nordwind has none.', cite('Solara Power plc'), utilities)).toEqual([
      'Nordwind Energy AG',
    ]);
  });
});
