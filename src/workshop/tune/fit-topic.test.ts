import { describe, expect, it } from 'vitest';
import { logitOf, sigmoid } from '../../answer/choose/linear-model.ts';
import { fitTopicModel } from './fit-topic.ts';
import type { LabelledQuestion } from './labelled.ts';

function asked(kind: string, id: number, met: number): LabelledQuestion {
  const chapters = kind === 'off-topic' || kind === 'no-chapter' ? [] : [`Chapter ${id % 9}`];
  return {
    question: { id: `${kind}-${id}`, kind, chapters },
    sentences: [],
    topic: { met, similarity: 0.7 },
  } as unknown as LabelledQuestion;
}

const many = (kind: string, count: number, met: (id: number) => number) =>
  Array.from({ length: count }, (_, id) => asked(kind, id, met(id)));

describe('fitTopicModel', () => {
  const stray = asked('answerable', 100, 0.3);
  const questions = [
    ...many('answerable', 99, (id) => 0.8 + id / 1000),
    stray,
    ...many('near-miss', 20, (id) => 0.8 + id / 1000),
    ...many('off-topic', 30, (id) => 0.5 + id / 1000),
    // Neither on the topic nor off it: were they fitted on, they would blur it.
    ...many('no-chapter', 30, () => 0.81),
  ];
  const { topic, refused, scores } = fitTopicModel(questions);
  const confidence = (met: number) => sigmoid(logitOf(topic, { met, similarity: 0.7 }));

  it('passes what is met as well as questions of the report are, and no other', () => {
    expect(confidence(0.8)).toBeGreaterThan(topic.leastConfidence);
    expect(confidence(0.52)).toBeLessThan(topic.leastConfidence);
  });

  it('says what it refuses when it was not fitted on it', () => {
    expect(refused.get(stray)).toBeLessThan(topic.leastConfidence);
    expect(scores.offTopicRefused).toBe(1);
    expect(scores.answerableRefused).toBeGreaterThan(0);
    expect(scores.answerableRefused).toBeLessThanOrEqual(0.035);
  });
});
