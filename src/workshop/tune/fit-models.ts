/** Fits the two models of answering on labelled questions. Pure. */
import { evidenceNames, gatherEvidence } from '../../answer/choose/evidence.ts';
import { sentenceInputs } from '../../answer/choose/features.ts';
import { type AnswerModel, type LinearModel, logitOf, sigmoid } from '../../answer/choose/linear-model.ts';
import { rankSentences } from '../../answer/choose/rank-sentences.ts';
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

/** Questions on one chapter with an answer or a corrected premise. */
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
export function fitAnswerableModel(
  questions: readonly LabelledQuestion[],
  sentenceModel: LinearModel,
  outside: readonly LabelledQuestion[],
): LinearModel {
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
    const sums = sides.map((side) => side.reduce((sum, { share }) => sum + share, 0));
    const total = sums.reduce((sum, one) => sum + one, 0);
    return sides.flatMap((side, label) =>
      side.flatMap(({ labelled, share }): Example[] => {
        const evidence = gatherEvidence(
          rankSentences(labelled.sentences, sentenceModel),
          labelled.topic,
          labelled.analysis.isSweep,
        );
        if (evidence === null) return [];
        const inputs = evidenceNames.map((name) => evidence[name] ?? 0);
        const weight = (share * total) / 2 / (sums[label] ?? 1);
        return [{ inputs, label: label === 1 ? 1 : 0, weight }];
      }),
    );
  });
  return fitLogistic(evidenceNames, examples, penalties.answerable);
}

/** The models' confidence in each question's answer. */
export function confidencesOf(
  questions: readonly LabelledQuestion[],
  { sentence, answerable, topic }: Pick<AnswerModel, 'sentence' | 'answerable' | 'topic'>,
): number[] {
  return questions.map((labelled) => {
    const evidence = gatherEvidence(
      rankSentences(labelled.sentences, sentence),
      labelled.topic,
      labelled.analysis.isSweep,
    );
    if (evidence === null) return 0;
    return sigmoid(logitOf(answerable, evidence)) * trustInTopic(labelled.topic, topic);
  });
}

/** The threshold above which the given share of the answered questions lies. */
export function thresholdFor(confidences: readonly number[], answerRate: number): number {
  const sorted = [...confidences].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * (1 - answerRate))] ?? 0;
}
