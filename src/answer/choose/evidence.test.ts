import { describe, expect, it } from 'vitest';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { gatherEvidence } from './evidence.ts';

const passage = (id: string) =>
  makePassage({ id, chapter: 'Sweden' }, ['It adopted a ban.', 'It was early.']);

describe('gatherEvidence', () => {
  it('has the mean over the passages read, each once, and what the best sentence denies', () => {
    const [first, second, unread] = [passage('a/1/1'), passage('a/1/2'), passage('a/1/3')];
    const candidates = [
      makeCandidate(first, 0, 3, { read: 1, answers: 2, passageAnswers: 4, denies: -3 }),
      makeCandidate(first, 1, 2, { read: 1, answers: 1, passageAnswers: 4, denies: 5 }),
      makeCandidate(second, 0, 1, { read: 1, answers: -1, passageAnswers: -2 }),
      makeCandidate(unread, 0, 0, { passageAnswers: 0 }),
    ];
    expect(gatherEvidence(candidates, false, [])).toMatchObject({
      answers: 2,
      mostPassageAnswers: 4,
      meanPassageAnswers: 1,
      denies: -3,
    });
  });

  it('is none without a sentence', () => {
    expect(gatherEvidence([], false, [])).toBeNull();
  });
});
