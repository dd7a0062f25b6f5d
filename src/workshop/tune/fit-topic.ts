/** Fits whether a question is on the report's topic at all. Pure. */
import type { AnswerModel, LinearModel } from '../../answer/choose/linear-model.ts';
import { logitOf, sigmoid } from '../../answer/choose/linear-model.ts';
import { topicInputs } from '../../answer/choose/topic.ts';
import type { LabelledQuestion } from './labelled.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';
import { splitByChapter } from './measure-choice.ts';

const penalty = 1;

/** The share of the questions on the topic that pass. .98 refuses .70 of those off it, cross-validated, this .84. */
const passed = 0.965;

const isOffTopic = ({ question }: LabelledQuestion) => question.kind === 'off-topic';
/** Near misses are on the topic; countries without a chapter may or may not be. */
const isFittedOn = ({ question, topic }: LabelledQuestion) =>
  question.kind !== 'no-chapter' && topic !== null;
const hasAnswer = ({ question }: LabelledQuestion) =>
  question.kind === 'answerable' || question.kind === 'false-premise';

function fitWeights(questions: readonly LabelledQuestion[]): LinearModel {
  const sides = [questions.filter(isOffTopic), questions.filter((one) => !isOffTopic(one))];
  const examples = sides.flatMap((side, label) =>
    side.flatMap(({ topic }): Example[] =>
      topic === null
        ? []
        : [
            {
              inputs: topicInputs.map((name) => topic[name]),
              label: label === 1 ? 1 : 0,
              weight: questions.length / 2 / side.length,
            },
          ],
    ),
  );
  return fitLogistic(topicInputs, examples, penalty);
}

export interface TopicFit {
  topic: AnswerModel['topic'];
  /** The questions it takes for off-topic when fitted on other chapters, with its confidence that they are on topic. */
  refused: ReadonlyMap<LabelledQuestion, number>;
  scores: { offTopicRefused: number; answerableRefused: number };
}

/**
 * Fits the topic model. Its threshold and scores come from cross-validated confidences.
 * @param questions on-topic and off-topic ones.
 */
export function fitTopicModel(questions: readonly LabelledQuestion[]): TopicFit {
  const fitted = questions.filter(isFittedOn);
  const confidences = splitByChapter(fitted).flatMap(({ training, out }) => {
    const model = fitWeights(training);
    return out.map((one) => ({
      one,
      confidence: one.topic === null ? 1 : sigmoid(logitOf(model, one.topic)),
    }));
  });
  const answerable = confidences
    .filter(({ one }) => hasAnswer(one))
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b);
  const leastConfidence = answerable[Math.floor(answerable.length * (1 - passed))] ?? 0;
  const refused = new Map(
    confidences.flatMap(({ one, confidence }): [LabelledQuestion, number][] =>
      confidence < leastConfidence ? [[one, confidence]] : [],
    ),
  );
  const refusedOf = (own: readonly LabelledQuestion[]) =>
    own.filter((one) => refused.has(one)).length / Math.max(1, own.length);
  return {
    topic: { ...fitWeights(fitted), leastConfidence },
    refused,
    scores: {
      offTopicRefused: refusedOf(fitted.filter(isOffTopic)),
      answerableRefused: refusedOf(fitted.filter(hasAnswer)),
    },
  };
}
