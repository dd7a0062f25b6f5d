/** Fits the answering models on the dev split; scores are cross-validated over chapters. */

import { type AnswerModel, answerModel } from '../../answer/choose/linear-model.ts';
import { limitsFor } from '../../answer/choose/select.ts';
import { answerRates } from '../../core/answer-rate.ts';
import { auroc } from '../evaluate/score/abstention.ts';
import {
  asUnread,
  confidencesOf,
  fitAnswerableModels,
  fitSentenceModels,
  isSingleAnswered,
  isUnanswered,
  reportWeights,
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
  /** The confidence in each answered question, and where nothing of it was read. */
  confidences: number[];
  unread: number[];
  /** What each counts, so that no report outweighs the others. */
  weights: number[];
}

/** What was scored of a question that was left out of the fit. */
interface Scored {
  report: string;
  confidence: number;
}

/** The scores of some questions with an answer, and of near misses, at thresholds of their own. */
function scoreGroup(
  choices: readonly ScoredChoice[],
  answered: readonly Scored[],
  nearMisses: readonly Scored[],
) {
  const confidences = answered.map(({ confidence }) => confidence);
  const near = nearMisses.map(({ confidence }) => confidence);
  const { facts, words } = averageChoice(choices);
  const refusedAt = (rate: number) => shareBelow(near, thresholdFor(confidences, rate));
  return {
    facts: round(facts),
    words: round(words, 1),
    aurocNearMiss: round(auroc(confidences, near) ?? 0),
    nearMissRefusedAt95: round(refusedAt(0.95)),
    nearMissRefusedAt90: round(refusedAt(0.9)),
  };
}

function shareBelow(values: readonly number[], threshold: number): number {
  return values.filter((value) => value < threshold).length / Math.max(1, values.length);
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
  const own = questions[0]?.report;
  const choices: (ScoredChoice & { report: string })[] = [];
  const answered: Scored[] = [];
  const unread: Scored[] = [];
  const unanswered: Scored[] = [];
  const nearMisses: Scored[] = [];
  const elsewhere: Scored[] = [];
  const bereft: Scored[] = [];
  const strays: Scored[] = [];
  const folds = splitByChapter(questions);
  for (const [fold, { training, out }] of folds.entries()) {
    const sentences = fitSentenceModels(training);
    const isOut = (_: unknown, at: number) => at % folds.length === fold;
    const further = outside.filter((one, at) => !isOut(one, at));
    const answerable = fitAnswerableModels(training, sentences, further);
    const { topic } = fitTopicModel([...training, ...further]);
    const confidences = (some: readonly LabelledQuestion[]): Scored[] => {
      const found = confidencesOf(some, { sentences, answerable, topic });
      return some.map(({ report }, at) => ({ report, confidence: found[at] ?? 0 }));
    };
    const single = out.filter(isSingleAnswered);
    for (const labelled of single)
      choices.push({
        report: labelled.report,
        ...scoreChoice(labelled, sentences, limitsFor(labelled.analysis, maxWords)),
      });
    answered.push(...confidences(single));
    unread.push(...confidences(single.map(asUnread)));
    unanswered.push(...confidences(out.filter(isUnanswered)));
    nearMisses.push(...confidences(out.filter(({ question }) => question.kind === 'near-miss')));
    strays.push(...confidences(outside.filter(isOut)));
    elsewhere.push(...confidences(single.flatMap((one) => one.elsewhere)));
    bereft.push(...confidences(single.map(withoutEvidence)));
  }
  const isOwn = ({ report }: { report: string }) => report === own;
  const isOther = (one: { report: string }) => !isOwn(one);
  const group = (belongs: (one: { report: string }) => boolean) =>
    scoreGroup(choices.filter(belongs), answered.filter(belongs), nearMisses.filter(belongs));
  const confidences = answered.filter(isOwn).map(({ confidence }) => confidence);
  const refusedAt95 = (of: readonly Scored[]) =>
    round(
      shareBelow(
        of.filter(isOwn).map(({ confidence }) => confidence),
        thresholdFor(confidences, 0.95),
      ),
    );
  const others = choices.some(isOther) ? Object.entries(group(isOther)) : [];
  const scores = {
    ...group(isOwn),
    aurocUnanswered: round(
      auroc(
        confidences,
        unanswered.filter(isOwn).map(({ confidence }) => confidence),
      ) ?? 0,
    ),
    offTopicRefusedAt95: refusedAt95(strays),
    askedElsewhereRefusedAt95: refusedAt95(elsewhere),
    evidenceTakenRefusedAt95: refusedAt95(bereft),
    ...Object.fromEntries(others.map(([name, value]) => [`otherReports.${name}`, value])),
  };
  const weights = reportWeights(answered);
  return {
    scores,
    confidences: answered.map(({ confidence }) => confidence),
    unread: unread.map(({ confidence }) => confidence),
    weights: answered.map(({ report }) => weights.get(report) ?? 1),
  };
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
  const fitted = fitSentenceModels(questions);
  const sentences = {
    sentence: roundModel(fitted.sentence),
    unread: { sentence: roundModel(fitted.unread.sentence) },
  };
  const answerable = fitAnswerableModels(questions, sentences, outside);
  const topicFit = fitTopicModel([...questions, ...outside]);
  const { scores, confidences, unread, weights } = crossValidate(questions, outside, maxWords);
  const reports = new Set(questions.map(({ report }) => report));
  const thresholdsOf = (some: readonly number[]) =>
    ratesKept.map((answerRate) => ({
      answerRate,
      confidence: round(thresholdFor(some, answerRate, weights), 4),
    }));
  const count = (of: (labelled: LabelledQuestion) => boolean) => questions.filter(of).length;
  return {
    card: {
      about:
        'Three logistic regressions: which sentences of the ranked passages hold the answer, whether the report answers, and whether it speaks of the matter at all.',
      fittedBy: 'npm run tune',
      data: `evals/fragmented-europe.jsonl and more-questions.jsonl, dev split, chapters that the encoder never saw, and the dev split of ${reports.size - 1} other reports (evals/reports), each report counting by the root of its questions: ${count(isSingleAnswered)} answered questions of one chapter, ${count(isUnanswered)} unanswered ones; evals/off-topic.jsonl: ${outside.length} off the topic. Scores are cross-validated over chapters and reports.`,
      scores: {
        ...scores,
        offTopicRefused: round(topicFit.scores.offTopicRefused),
        answerableTakenForOffTopic: round(topicFit.scores.answerableRefused),
      },
    },
    sentence: sentences.sentence,
    answerable: roundModel(answerable.answerable),
    topic: { ...roundModel(topicFit.topic), leastConfidence: round(topicFit.topic.leastConfidence, 4) },
    thresholds: thresholdsOf(confidences),
    unread: {
      sentence: sentences.unread.sentence,
      answerable: roundModel(answerable.unread.answerable),
      thresholds: thresholdsOf(unread),
    },
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
