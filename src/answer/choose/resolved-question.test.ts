import { describe, expect, it } from 'vitest';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { withoutShown } from './resolved-question.ts';

const passage = makePassage({ id: 'fragmented-europe-2026/21/9', chapter: 'Portugal' }, [
  'The unit is planned to start producing in 2027.',
  'State Grid has been REN’s majority stakeholder since 2011.',
]);
const candidates = [makeCandidate(passage, 0, 2), makeCandidate(passage, 1, 1)];

describe('more than was shown', () => {
  it('leaves out the sentences of the answers, whatever stands around them', () => {
    const shown = ['It will. “The unit is planned to start producing in 2027.” [3] And so on.'];
    expect(withoutShown(candidates, shown)).toEqual([candidates[1]]);
  });

  it('leaves out nothing where nothing was shown', () => {
    expect(withoutShown(candidates, [])).toEqual(candidates);
    expect(withoutShown(candidates, ['State Grid is its majority stakeholder.'])).toEqual(candidates);
  });
});
