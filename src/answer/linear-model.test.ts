import { describe, expect, it } from 'vitest';
import { evidenceNames } from './evidence.ts';
import { sentenceInputs } from './features.ts';
import { answerModel, logitOf, parseAnswerModel, sigmoid } from './linear-model.ts';

describe('the linear model', () => {
  it('adds the weighted inputs to the bias; an input it does not know counts nothing', () => {
    const model = { bias: -1, weights: { coverage: 2, rank: 0.5 } };
    expect(logitOf(model, { coverage: 1, rank: 2, other: 9 })).toBe(2);
    expect(logitOf(model, {})).toBe(-1);
    expect(sigmoid(0)).toBe(0.5);
  });

  it('refuses a file of another form', () => {
    expect(() => parseAnswerModel('{"sentence": {}}')).toThrow();
  });

  it('ships with a weight for every input and a card that says what it was fitted on', () => {
    expect(Object.keys(answerModel.sentence.weights)).toEqual([...sentenceInputs]);
    expect(Object.keys(answerModel.answerable.weights)).toEqual([...evidenceNames]);
    expect(answerModel.card.data).toContain('dev split');
    expect(answerModel.card.scores).toMatchObject({ facts: expect.any(Number), words: expect.any(Number) });
  });
});
