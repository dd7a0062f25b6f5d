import { describe, expect, it } from 'vitest';
import { makeCandidate as candidate, makePassage } from '../../testing/answers/candidates.ts';
import { itemsBeside } from './enumeration.ts';

const courts = makePassage({ id: 'r/4/2', chapter: 'Law', page: 9 }, [
  'Three reasons were given.',
  'The first is that courts are slow.',
  'A case takes two years on average.',
  'The second is that they are far away.',
  'Finally, they cost more than most can pay.',
]);
const further = makePassage({ id: 'r/4/3', chapter: 'Law', page: 9 }, [
  'The last is custom.',
  'Custom is old.',
]);
const candidates = [courts, further].flatMap((passage) =>
  passage.sentences.map((_, index) => candidate(passage, index, 0)),
);

const textsBeside = (at: number, among = candidates) => {
  const own = among[at];
  return own === undefined ? [] : itemsBeside(own, among).map(({ sentence }) => sentence.text);
};
const [, first = '', , second = '', third = ''] = courts.sentences.map(({ text }) => text);

describe('itemsBeside', () => {
  it('finds the further items of the first, and the earlier ones of a later one, over passages', () => {
    expect(textsBeside(1)).toEqual([second, third, 'The last is custom.']);
    expect(textsBeside(3)).toEqual([first, third, 'The last is custom.']);
  });

  it('finds nothing beside what is no item, and nothing over a passage that is missing', () => {
    expect(textsBeside(2)).toEqual([]);
    const distant = { ...further, id: 'r/4/5' };
    const apart = [...candidates.slice(0, 5), candidate(distant, 0, 0)];
    expect(textsBeside(1, apart)).toEqual([second, third]);
  });

  it('finds what is announced: its items, or the sentences that follow', () => {
    const levels = makePassage({ id: 'r/5/1', chapter: 'Law', page: 12 }, [
      'There are two levels of courts.',
      'The highest is the Court of Appeal.',
      'Under it come the Island Courts.',
    ]);
    const own = levels.sentences.map((_, index) => candidate(levels, index, 0));
    expect(textsBeside(0, own)).toEqual(levels.sentences.slice(1).map(({ text }) => text));
  });

  it.each([
    ['There are two levels of courts.', 2],
    ['In the islands, there are four levels of courts.', 4],
    ['There are several levels of courts.', 6],
    ['There are ten levels of courts.', 6],
  ])('takes no more sentences for what is announced than it says: %s', (announcement, count) => {
    const levels = makePassage({ id: 'r/5/1', chapter: 'Law', page: 12 }, [
      announcement,
      'Magistrates hear small cases.',
      'Above them sit the Island Courts.',
      'Appeals go to the Court of Appeal.',
      'The Supreme Court has the last word.',
      'Its judges are named for life.',
      'They sit in the capital.',
      'A bill to change this has failed.',
    ]);
    const own = levels.sentences.map((_, index) => candidate(levels, index, 0));
    expect(textsBeside(0, own)).toEqual(levels.sentences.slice(1, count + 1).map(({ text }) => text));
  });

  it('takes no more items than are announced, however many are counted behind them', () => {
    const levels = makePassage({ id: 'r/5/1', chapter: 'Law', page: 12 }, [
      'There are two levels of courts.',
      'The first is the Island Court.',
      'Most cases end there.',
      'The second is the Court of Appeal.',
      'Another body hears complaints about judges.',
    ]);
    const own = levels.sentences.map((_, index) => candidate(levels, index, 0));
    expect(textsBeside(0, own)).toEqual([1, 3].map((at) => levels.sentences[at]?.text));
  });

  it('takes times and periods for no items', () => {
    const times = makePassage({ id: 'r/6/1', chapter: 'Trade', page: 15 }, [
      'The first quarter was weak.',
      'The second quarter was strong.',
    ]);
    const own = times.sentences.map((_, index) => candidate(times, index, 0));
    expect(textsBeside(0, own)).toEqual([]);
  });
});
