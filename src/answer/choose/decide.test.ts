import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import type { Correction } from '../premise/premise.ts';
import { analyseQuestion } from '../question/question.ts';
import type { Candidate } from './candidate.ts';
import { decide } from './decide.ts';
import type { AnswerModel } from './linear-model.ts';
import type { TopicMatch } from './topic.ts';

const gazetteer = sampleGazetteer(['Sweden', 'Estonia']);
const analyse = (text: string) => analyseQuestion(text, gazetteer, english);

/** Sure where the best sentence scores above 0, or of read passages where one answers. */
const model: AnswerModel = {
  card: { about: '', fittedBy: '', data: '', scores: {} },
  sentence: { bias: 0, weights: {} },
  answerable: { bias: 0, weights: { mostAnswers: 1, absentName: -9 } },
  unread: {
    sentence: { bias: 0, weights: {} },
    answerable: { bias: 0, weights: { best: 1 } },
    thresholds: [{ answerRate: 0.95, confidence: 0.5 }],
  },
  topic: { bias: 0, weights: { met: 10 }, leastConfidence: 0.4 },
  thresholds: [{ answerRate: 0.95, confidence: 0.5 }],
};
/** The same with others for what was not read. */
function withUnread(given: Partial<AnswerModel['unread']>): AnswerModel {
  return { ...model, unread: { ...model.unread, ...given } };
}
const sweden = makePassage({ id: 'r/25/9', chapter: 'Sweden' }, [
  'Sweden adopted a ban on equipment from Huawei in 5G networks in 2020; Norwegian operators followed.',
]);

const found = (candidates: readonly Candidate[], topic: TopicMatch | null = null) => ({ candidates, topic });

describe('decide', () => {
  it('answers where the model is sure, with its confidence', () => {
    const decision = decide(
      analyse('When did Sweden ban Huawei?'),
      found([makeCandidate(sweden, 0, 2)]),
      model,
      0.95,
    );
    expect(decision.reason).toBeUndefined();
    expect(decision.confidence).toBeCloseTo(0.881, 3);
  });

  it('is sure of what was read where a sentence answers, however it scores', () => {
    const decideOn = (mostAnswers: number) => {
      const read = { read: 1, answers: mostAnswers };
      return decide(
        analyse('When did Sweden ban Huawei?'),
        found([makeCandidate(sweden, 0, -3, read)]),
        model,
        0.95,
      );
    };
    expect(decideOn(2).reason).toBeUndefined();
    expect(decideOn(-2).reason).toBeDefined();
  });

  it('trusts less where the question turns on a name that the documents never print, and says so', () => {
    const decideWith = (absentNames: readonly string[], score: number) =>
      decide(
        analyse('When did Sweden ban Samsung?'),
        { ...found([makeCandidate(sweden, 0, 0, { read: 1, answers: score })]), absentNames },
        model,
        0.95,
      );
    expect(decideWith([], 2).reason).toBeUndefined();
    expect(decideWith(['Samsung'], 2)).toMatchObject({ reason: 'not-mentioned' });
    expect(decideWith(['Samsung'], -3).reason).toBe(decideWith([], -3).reason);
  });

  it('asks for more confidence at a lower answer rate', () => {
    const strict = withUnread({
      thresholds: [{ answerRate: 0.8, confidence: 0.9 }, ...model.unread.thresholds],
    });
    const decideAt = (answerRate: number) =>
      decide(
        analyse('When did Sweden ban Huawei?'),
        found([makeCandidate(sweden, 0, 2)]),
        strict,
        answerRate,
      );
    expect(decideAt(0.95).reason).toBeUndefined();
    expect(decideAt(0.8)).toMatchObject({ confidence: decideAt(0.95).confidence, reason: 'off-topic' });
  });

  it('tells what is off the topic from what is not stated by how much of the question is met', () => {
    const unsure = (windowCoverage: number) =>
      decide(
        analyse('When did Sweden ban Huawei?'),
        found([makeCandidate(sweden, 0, -1, { windowCoverage })]),
        model,
        0.95,
      ).reason;
    expect(unsure(0.3)).toBe('off-topic');
    expect(unsure(0.8)).toBe('not-stated');
  });

  it('answers what is not stated with the correction, where what is asked is not so', () => {
    const candidate = makeCandidate(sweden, 0, -1, { windowCoverage: 0.8 });
    const decideWith = (correction: Correction, windowCoverage = 0.8) => {
      const candidates = [makeCandidate(sweden, 0, -1, { windowCoverage })];
      return decide(
        analyse('Why did Sweden admit Huawei?'),
        { candidates, topic: null, correction },
        model,
        0.95,
      );
    };
    const warning = { code: 'premise' as const, message: 'The report says otherwise.' };
    expect(decideWith({ candidate, warning })).toEqual({ confidence: 0.5 });
    expect(decideWith({ candidate }).reason).toBe('not-stated');
    expect(decideWith({ candidate, warning }, 0.3).reason).toBe('off-topic');
  });

  it('refuses a country or body without a chapter however sure the model is', () => {
    const candidates = found([makeCandidate(sweden, 0, 5)]);
    expect(decide(analyse('Has Switzerland banned Huawei?'), candidates, model, 0.95)).toEqual({
      confidence: 0.1,
      reason: 'no-chapter',
    });
    expect(decide(analyse('What does the OECD say about Huawei?'), candidates, model, 0.95).reason).toBe(
      'no-chapter',
    );
  });

  it('does not refuse where a best sentence speaks of that country, or a chapter is named beside it', () => {
    const candidates = found([makeCandidate(sweden, 0, 5)]);
    expect(decide(analyse('Has Norway banned Huawei?'), candidates, model, 0.95).reason).toBeUndefined();
    expect(decide(analyse('Did Sweden follow Switzerland?'), candidates, model, 0.95).reason).toBeUndefined();
  });

  it('takes a name at home in a chapter for no chapter named', () => {
    const home = sampleGazetteer(['Sweden', 'Estonia'], { ericsson: 'Sweden' });
    const question = analyseQuestion('What did Ericsson sell in Switzerland?', home, english);
    expect(question.chapters).toEqual(['Sweden']);
    const candidates = found([makeCandidate(sweden, 0, 5)]);
    expect(decide(question, candidates, model, 0.95).reason).toBe('no-chapter');
  });

  it('weighs how much the passages speak of what is asked, and says so where they do not', () => {
    const question = analyse('What is the capital of Sweden?');
    const weighing = withUnread({ answerable: { bias: 4, weights: {} } });
    const decideOn = (met: number) =>
      decide(question, found([makeCandidate(sweden, 0, 5)], { met, similarity: 0 }), weighing, 0.95);
    expect(decideOn(1).reason).toBeUndefined();
    expect(decideOn(1).confidence).toBeCloseTo(0.982, 3);
    expect(decideOn(-1).reason).toBe('off-topic');
  });

  it('doubts an answer from several chapters less where the report speaks of the matter, and more where it does not', () => {
    const lenient = withUnread({ thresholds: [{ answerRate: 0.95, confidence: 0.45 }] });
    const decideOn = (text: string, met: number, score = -0.7) =>
      decide(analyse(text), found([makeCandidate(sweden, 0, score)], { met, similarity: 0 }), lenient, 0.95);
    const comparison = 'Compare how Sweden and Estonia treat Huawei';
    expect(decideOn('How does Sweden treat Huawei?', 1).reason).toBeDefined();
    expect(decideOn(comparison, 1).reason).toBeUndefined();
    expect(decideOn(comparison, 1).confidence).toBeCloseTo(0.332 ** 0.7, 3);
    expect(decideOn(comparison, 1, 2).confidence).toBeCloseTo(0.881, 3);
    expect(decideOn(comparison, -1)).toEqual({ confidence: 0.1, reason: 'off-topic' });
  });

  it('holds no chapter against a question that asks which countries', () => {
    const strict = withUnread({ answerable: { bias: -1, weights: { chapterNamed: 2 } } });
    const reasonFor = (text: string) =>
      decide(analyse(text), found([makeCandidate(sweden, 0, 2)]), strict, 0.95).reason;
    expect(reasonFor('Which countries banned Huawei?')).toBeUndefined();
    expect(reasonFor('Who banned Huawei?')).toBe('off-topic');
  });

  it('finds nothing in nothing', () => {
    expect(decide(analyse('When did Sweden ban Huawei?'), found([]), model, 0.95)).toEqual({
      confidence: 0,
      reason: 'off-topic',
    });
  });
});
