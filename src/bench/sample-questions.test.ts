import { describe, expect, it } from 'vitest';
import type { EvalQuestion } from '../evaluate/eval-format.ts';
import { pickEvenly, sampleQuestions } from './sample-questions.ts';

function question(id: string, kind: EvalQuestion['kind'] = 'answerable'): EvalQuestion {
  const question = `When did ${id} ban Huawei?`;
  return {
    id,
    kind,
    question,
    type: 'date',
    chapters: [id],
    facts: [],
    evidence: ['banned Huawei'],
    pages: [],
  };
}

describe('pickEvenly', () => {
  it('takes items from the whole list, in its order', () => {
    expect(pickEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  });

  it('takes all where there are no more', () => {
    expect(pickEvenly([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(pickEvenly([], 3)).toEqual([]);
  });
});

describe('sampleQuestions', () => {
  const questions = [
    question('Austria'),
    question('Atlantis', 'no-chapter'),
    question('Belgium'),
    { ...question('Czechia'), evidence: [] },
    question('Denmark'),
    question('Estonia'),
  ];

  it('takes answerable questions with evidence, and warms up with others', () => {
    const { timed, warmUp } = sampleQuestions(questions, { timed: 2, warmUp: 1 });
    expect(timed.map(({ id }) => id)).toEqual(['Austria', 'Denmark']);
    expect(warmUp.map(({ id }) => id)).toEqual(['Belgium']);
  });
});
