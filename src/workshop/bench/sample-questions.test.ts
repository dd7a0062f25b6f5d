import { describe, expect, it } from 'vitest';
import type { EvalQuestion } from '../evaluate/questions/eval-format.ts';
import { pickEvenly, sampleQuestions } from './sample-questions.ts';

function question(
  id: string,
  split: EvalQuestion['split'] & string,
  kind: EvalQuestion['kind'] = 'answerable',
): EvalQuestion {
  const text = `When did ${id} ban Huawei?`;
  return {
    id,
    split,
    kind,
    question: text,
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
    question('Austria', 'test'),
    question('Belgium', 'test', 'no-chapter'),
    question('Denmark', 'dev'),
    { ...question('Estonia', 'test'), evidence: [] },
    question('Finland', 'test'),
    question('France', 'test'),
    question('Germany', 'dev', 'near-miss'),
    question('Greece', 'dev'),
  ];

  it('times answerable questions that nothing was fitted on, and warms up with others', () => {
    const { timed, warmUp } = sampleQuestions(questions, { timed: 2, warmUp: 5 });
    expect(timed.map(({ id }) => id)).toEqual(['Austria', 'Finland']);
    expect(warmUp.map(({ id }) => id)).toEqual(['Denmark', 'Greece']);
  });
});
