/** Fits the two models of answering on labelled questions. Pure. */
import { evidenceNames, gatherEvidence } from '../answer/evidence.ts';
import { sentenceInputs } from '../answer/features.ts';
import { type LinearModel, logitOf, sigmoid } from '../answer/linear-model.ts';
import type { Candidate } from '../answer/select.ts';
import type { LabelledQuestion } from './collect.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';

/** Strength of the penalties, chosen by cross-validation over the chapters of the dev split. */
export const penalties = { sentence: 10, answerable: 10 } as const;

/** Questions of one chapter that the report answers, or whose premise it corrects. */
export function isSingleAnswered({ question }: LabelledQuestion): boolean {
  return (
    (question.kind === 'answerable' || question.kind === 'false-premise') && question.chapters.length === 1
  );
}

export function isUnanswered({ question }: LabelledQuestion): boolean {
  return question.kind === 'near-miss' || question.kind === 'off-topic' || question.kind === 'no-chapter';
}

/** Fits which sentences hold the answer. */
export function fitSentenceModel(questions: readonly LabelledQuestion[]): LinearModel {
  const examples = questions.filter(isSingleAnswered).flatMap(({ sentences }) =>
    sentences.map(
      ({ features, isEvidence }): Example => ({
        inputs: sentenceInputs.map((name) => features[name]),
        label: isEvidence ? 1 : 0,
      }),
    ),
  );
  return fitLogistic(sentenceInputs, examples, penalties.sentence);
}

/** A question's sentences as the sentence model ranks them. */
export function rankSentences({ sentences }: LabelledQuestion, model: LinearModel): Candidate[] {
  return sentences
    .map(({ passage, index, sentence, features }) => ({
      passage,
      index,
      sentence,
      features,
      score: logitOf(model, features),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Questions for a number, an amount or a share are asked more often in vain than others: that alone must not count. */
function asksForNumber({ analysis }: LabelledQuestion): boolean {
  return (
    analysis.answerType === 'amount' ||
    analysis.answerType === 'number' ||
    analysis.answerType === 'percentage'
  );
}

/** Fits whether a question is answered; both sides weigh the same, among questions for numbers and among others. */
export function fitAnswerableModel(
  questions: readonly LabelledQuestion[],
  sentenceModel: LinearModel,
): LinearModel {
  const groups = [true, false].map((isNumber) => questions.filter((one) => asksForNumber(one) === isNumber));
  const examples = groups.flatMap((group) => {
    const sides = [group.filter(isUnanswered), group.filter(isSingleAnswered)];
    const total = sides.reduce((sum, side) => sum + side.length, 0);
    return sides.flatMap((side, label) =>
      side.flatMap((labelled): Example[] => {
        const evidence = gatherEvidence(rankSentences(labelled, sentenceModel), labelled.analysis.isSweep);
        if (evidence === null) return [];
        const inputs = evidenceNames.map((name) => evidence[name] ?? 0);
        return [{ inputs, label: label === 1 ? 1 : 0, weight: total / 2 / side.length }];
      }),
    );
  });
  return fitLogistic(evidenceNames, examples, penalties.answerable);
}

/** How sure a model is that each question is answered. */
export function confidencesOf(
  questions: readonly LabelledQuestion[],
  sentenceModel: LinearModel,
  answerableModel: LinearModel,
): number[] {
  return questions.map((labelled) => {
    const evidence = gatherEvidence(rankSentences(labelled, sentenceModel), labelled.analysis.isSweep);
    return evidence === null ? 0 : sigmoid(logitOf(answerableModel, evidence));
  });
}

/** The confidence above which the given share of the answered questions lies. */
export function thresholdFor(confidences: readonly number[], answerRate: number): number {
  const sorted = [...confidences].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * (1 - answerRate))] ?? 0;
}

/** Area under the ROC curve: how often an answered question is surer than an unanswered one. */
export function areaUnderCurve(answered: readonly number[], unanswered: readonly number[]): number {
  let wins = 0;
  for (const high of answered) for (const low of unanswered) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / Math.max(1, answered.length * unanswered.length);
}
