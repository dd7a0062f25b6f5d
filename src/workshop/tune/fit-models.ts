/** Fits the two models of answering on labelled questions. Pure. */

import { modelsFor } from '../../answer/choose/decide.ts';
import { evidenceNames, gatherEvidence, readEvidenceNames } from '../../answer/choose/evidence.ts';
import {
  type FeatureName,
  type Features,
  sentenceInputs,
  unreadInputs,
} from '../../answer/choose/features.ts';
import { type AnswerModel, type LinearModel, logitOf, sigmoid } from '../../answer/choose/linear-model.ts';
import { rankSentences, type SentenceModels } from '../../answer/choose/rank-sentences.ts';
import { trustInTopic } from '../../answer/choose/topic.ts';
import type { LabelledQuestion } from './labelled.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';
import { withoutEvidence } from './make-negatives.ts';

/** Strength of the penalties, chosen by cross-validation over the chapters of the dev split. */
export const penalties = { sentence: 10, answerable: 10 } as const;

/**
 * What a question made unanswerable counts. Cross-validated on dev, 95 % answered, refused of written near misses, of
 * further questions off the topic, of questions asked of another country, and of those whose evidence was taken away:
 * .05 .371 .900 .503 .417, .1 .361 .890 .509 .466, .2 .351 .870 .551 .519.
 */
const madeShare = 0.1;

/** Questions on one chapter, or on no chapter by name, with an answer or a corrected premise. */
export function isSingleAnswered({ question }: LabelledQuestion): boolean {
  return (
    (question.kind === 'answerable' || question.kind === 'false-premise') && question.chapters.length <= 1
  );
}

export function isUnanswered({ question }: LabelledQuestion): boolean {
  return question.kind === 'near-miss' || question.kind === 'off-topic' || question.kind === 'no-chapter';
}

/**
 * What a question of each report weighs, 1 in the mean: a report counts by the root of the number of its questions, so that
 * one of many does not outweigh all others.
 */
export function reportWeights(questions: readonly { report: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { report } of questions) counts.set(report, (counts.get(report) ?? 0) + 1);
  const roots = [...counts.values()].reduce((sum, count) => sum + Math.sqrt(count), 0);
  return new Map(
    [...counts].map(([report, count]) => [report, questions.length / (roots * Math.sqrt(count))]),
  );
}

function fitSentences(
  names: readonly FeatureName[],
  questions: readonly LabelledQuestion[],
  counts: (features: Features) => boolean,
): LinearModel {
  const answered = questions.filter(isSingleAnswered);
  const weights = reportWeights(answered);
  const examples = answered.flatMap(({ report, sentences }) =>
    sentences
      .filter(({ features }) => counts(features))
      .map(
        ({ features, isEvidence }): Example => ({
          inputs: names.map((name) => features[name]),
          label: isEvidence ? 1 : 0,
          weight: weights.get(report) ?? 1,
        }),
      ),
  );
  return fitLogistic(names, examples, penalties.sentence);
}

/** Fits which sentences hold the answer: of passages that were read, and of any. */
export function fitSentenceModels(questions: readonly LabelledQuestion[]): SentenceModels {
  return {
    sentence: fitSentences(sentenceInputs, questions, ({ read }) => read === 1),
    unread: { sentence: fitSentences(unreadInputs, questions, () => true) },
  };
}

/** The question as if no passage had been read. */
export function asUnread(labelled: LabelledQuestion): LabelledQuestion {
  return {
    ...labelled,
    sentences: labelled.sentences.map((one) => ({ ...one, features: { ...one.features, read: 0 } })),
    elsewhere: labelled.elsewhere.map(asUnread),
  };
}

/** Questions for numbers, amounts or shares lack an answer more often than others; that alone must not count. */
function asksForNumber({ analysis }: LabelledQuestion): boolean {
  return (
    analysis.answerType === 'amount' ||
    analysis.answerType === 'number' ||
    analysis.answerType === 'percentage'
  );
}

/** A question and its weight among those with, or without, an answer. */
interface Weighed {
  labelled: LabelledQuestion;
  share: number;
}

function whole(labelled: LabelledQuestion): Weighed {
  return { labelled, share: 1 };
}

/**
 * A further question off the topic counts twice, since there are few beside what people may ask. Cross-validated, 95 %
 * answered, refused of these and of near misses: once .79 .289, twice .85 .241, four times .88 .217.
 */
function double(labelled: LabelledQuestion): Weighed {
  return { labelled, share: 2 };
}

/** The weight of a question made unanswerable, relative to one written so. */
function part(labelled: LabelledQuestion): Weighed {
  return { labelled, share: madeShare };
}

/**
 * Fits whether a question has an answer; questions with and without weigh the same, among those for numbers and others.
 * @param outside further off-topic questions.
 */
function fitAnswerable(
  names: readonly string[],
  questions: readonly LabelledQuestion[],
  models: SentenceModels,
  outside: readonly LabelledQuestion[],
): LinearModel {
  const weights = reportWeights(questions);
  const examples = [true, false].flatMap((isNumber) => {
    const inGroup = (one: LabelledQuestion) => asksForNumber(one) === isNumber;
    const group = questions.filter(inGroup);
    const answered = group.filter(isSingleAnswered);
    const sides = [
      [
        ...group.filter(isUnanswered).map(whole),
        ...outside.filter(inGroup).map(double),
        ...answered.flatMap(({ elsewhere }) => elsewhere).map(part),
        ...answered.map(withoutEvidence).map(part),
      ],
      answered.map(whole),
    ];
    const weightOf = ({ report }: LabelledQuestion) => weights.get(report) ?? 1;
    const sums = sides.map((side) =>
      side.reduce((sum, { labelled, share }) => sum + share * weightOf(labelled), 0),
    );
    const total = sums.reduce((sum, one) => sum + one, 0);
    return sides.flatMap((side, label) =>
      side.flatMap(({ labelled, share }): Example[] => {
        const evidence = gatherEvidence(
          rankSentences(labelled.sentences, models),
          labelled.analysis.isSweep,
          labelled.absentNames,
        );
        if (evidence === null) return [];
        const inputs = names.map((name) => evidence[name] ?? 0);
        const weight = (weightOf(labelled) * share * total) / 2 / (sums[label] ?? 1);
        return [{ inputs, label: label === 1 ? 1 : 0, weight }];
      }),
    );
  });
  return fitLogistic(names, examples, penalties.answerable);
}

/** The two models of whether a question has an answer, as in `AnswerModel`. */
export interface AnswerableModels {
  answerable: LinearModel;
  unread: { answerable: LinearModel };
}

/** Fits whether a question has an answer, where the best passages were read and where none was. */
export function fitAnswerableModels(
  questions: readonly LabelledQuestion[],
  models: SentenceModels,
  outside: readonly LabelledQuestion[],
): AnswerableModels {
  const unread = fitAnswerable(evidenceNames, questions.map(asUnread), models, outside.map(asUnread));
  return {
    answerable: fitAnswerable(readEvidenceNames, questions, models, outside),
    unread: { answerable: unread },
  };
}

/** What gives a question its confidence. */
export interface FittedModels {
  sentences: SentenceModels;
  answerable: AnswerableModels;
  topic: AnswerModel['topic'];
}

/** The models' confidence in each question's answer. */
export function confidencesOf(
  questions: readonly LabelledQuestion[],
  { sentences, answerable, topic }: FittedModels,
): number[] {
  return questions.map((labelled) => {
    const ranked = rankSentences(labelled.sentences, sentences);
    const evidence = gatherEvidence(ranked, labelled.analysis.isSweep, labelled.absentNames);
    if (evidence === null) return 0;
    const { answerable: weights } = modelsFor<{ answerable: LinearModel }>(ranked, answerable);
    return sigmoid(logitOf(weights, evidence)) * trustInTopic(labelled.topic, topic);
  });
}

/**
 * The threshold above which the given share of the answered questions lies.
 * @param weights what each counts; by default all the same.
 */
export function thresholdFor(
  confidences: readonly number[],
  answerRate: number,
  weights: readonly number[] = confidences.map(() => 1),
): number {
  const sorted = confidences
    .map((confidence, at) => ({ confidence, weight: weights[at] ?? 1 }))
    .sort((a, b) => a.confidence - b.confidence);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const { confidence, weight } of sorted) {
    below += weight;
    if (below > total * (1 - answerRate) + 1e-9) return confidence;
  }
  return sorted.at(-1)?.confidence ?? 0;
}
