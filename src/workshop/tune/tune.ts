/** Fits the answering models on the dev split; scores are cross-validated over chapters. */

import { type AnswerModel, answerModel } from '../../answer/choose/linear-model.ts';
import { limitsFor } from '../../answer/choose/select.ts';
import { answerRates } from '../../core/answer-rate.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import {
  confidencesOf,
  fitAnswerableModel,
  fitSentenceModel,
  isSingleAnswered,
  isUnanswered,
  thresholdFor,
} from './fit-models.ts';
import { fitTopicModel } from './fit-topic.ts';
import type { LabelledQuestion } from './labelled.ts';
import { withoutEvidence } from './make-negatives.ts';
import { averageChoice, type ScoredChoice, scoreChoice, splitByChapter } from './measure-choice.ts';
import { round, roundModel } from './round.ts';

/** Answer rates in the model's table; those between them are interpolated. */
const ratesKept = [answerRates.least, 0.85, 0.9, 0.925, answerRates.usual, 0.97, 0.98, answerRates.most];

/** The results on chapters left out of the fit. */
export interface CrossValidation {
  scores: Record<string, number>;
  /** The confidence in each answered question. */
  confidences: number[];
}

/**
 * Scores the procedure on chapters left out of the fit.
 * @param outside further off-topic questions.
 */
export function crossValidate(
  questions: readonly LabelledQuestion[],
  outside: readonly LabelledQuestion[],
  maxWords: number,
): CrossValidation {
  const choices: ScoredChoice[] = [];
  const answered: number[] = [];
  const unanswered: number[] = [];
  const nearMisses: number[] = [];
  const elsewhere: number[] = [];
  const bereft: number[] = [];
  const strays: number[] = [];
  const folds = splitByChapter(questions);
  for (const [fold, { training, out }] of folds.entries()) {
    const sentence = fitSentenceModel(training);
    const isOut = (_: unknown, at: number) => at % folds.length === fold;
    const further = outside.filter((one, at) => !isOut(one, at));
    const answerable = fitAnswerableModel(training, sentence, further);
    const { topic } = fitTopicModel([...training, ...further]);
    const confidences = (some: readonly LabelledQuestion[]) =>
      confidencesOf(some, { sentence, answerable, topic });
    const single = out.filter(isSingleAnswered);
    for (const labelled of single)
      choices.push(scoreChoice(labelled, sentence, limitsFor(labelled.analysis, maxWords)));
    answered.push(...confidences(single));
    unanswered.push(...confidences(out.filter(isUnanswered)));
    nearMisses.push(...confidences(out.filter(({ question }) => question.kind === 'near-miss')));
    strays.push(...confidences(outside.filter(isOut)));
    elsewhere.push(...confidences(single.flatMap((one) => one.elsewhere)));
    bereft.push(...confidences(single.map(withoutEvidence)));
  }
  const refused = (of: readonly number[], rate: number) =>
    of.filter((confidence) => confidence < thresholdFor(answered, rate)).length / Math.max(1, of.length);
  const { facts, words } = averageChoice(choices);
  const scores = {
    facts: round(facts),
    words: round(words, 1),
    aurocUnanswered: round(areaUnderCurve(answered, unanswered)),
    aurocNearMiss: round(areaUnderCurve(answered, nearMisses)),
    nearMissRefusedAt95: round(refused(nearMisses, 0.95)),
    nearMissRefusedAt90: round(refused(nearMisses, 0.9)),
    offTopicRefusedAt95: round(refused(strays, 0.95)),
    askedElsewhereRefusedAt95: round(refused(elsewhere, 0.95)),
    evidenceTakenRefusedAt95: round(refused(bereft, 0.95)),
  };
  return { scores, confidences: answered };
}

/**
 * Fits the models on all the questions given, with the confidence that each answer rate asks for. That is read off the
 * cross-validated confidences: those of the questions fitted on are too high, and at the thresholds for .80, .90 and .95
 * only .77, .86 and .94 of chapters not fitted on would be answered.
 * @param outside further questions that are off the topic.
 */
export function fitAnswerModel(
  questions: readonly LabelledQuestion[],
  outside: readonly LabelledQuestion[],
  maxWords: number,
): AnswerModel {
  const sentence = roundModel(fitSentenceModel(questions));
  const answerable = roundModel(fitAnswerableModel(questions, sentence, outside));
  const topicFit = fitTopicModel([...questions, ...outside]);
  const { scores, confidences } = crossValidate(questions, outside, maxWords);
  const count = (of: (labelled: LabelledQuestion) => boolean) => questions.filter(of).length;
  return {
    card: {
      about:
        'Three logistic regressions: which sentences of the ranked passages hold the answer, whether the report answers, and whether it speaks of the matter at all.',
      fittedBy: 'npm run tune',
      data: `evals/fragmented-europe.jsonl and more-questions.jsonl, dev split, chapters that the encoder never saw: ${count(isSingleAnswered)} answered questions of one chapter, ${count(isUnanswered)} unanswered ones; evals/off-topic.jsonl: ${outside.length} off the topic. Scores are cross-validated over chapters.`,
      scores: {
        ...scores,
        offTopicRefused: round(topicFit.scores.offTopicRefused),
        answerableTakenForOffTopic: round(topicFit.scores.answerableRefused),
      },
    },
    sentence,
    answerable,
    topic: { ...roundModel(topicFit.topic), leastConfidence: round(topicFit.topic.leastConfidence, 4) },
    thresholds: ratesKept.map((answerRate) => ({
      answerRate,
      confidence: round(thresholdFor(confidences, answerRate), 4),
    })),
  };
}

/** A model's figures beside those of the one that ships, for the terminal. */
export function compareCards(next: AnswerModel, current: AnswerModel = answerModel): string {
  const rows = Object.entries(next.card.scores).map(
    ([name, value]) =>
      `  ${name.padEnd(22)} ${String(value).padStart(7)}   (before: ${current.card.scores[name] ?? '–'})`,
  );
  return `${rows.join('\n')}\n`;
}
