/** Ranks the sentences that could be quoted by their features. Pure. */

import { choice } from '../answer-numbers.ts';
import type { Candidate } from './candidate.ts';
import { type LinearModel, logitOf } from './linear-model.ts';

/** The models that score sentences, of `AnswerModel`. */
export interface SentenceModels {
  sentence: LinearModel;
  unread: { sentence: LinearModel };
}

export type MeasuredSentence = Omit<Candidate, 'score'>;

/** Whether the reader says of a note that it answers, nearly as well as any sentence. */
function isReadAsAnswer({ features }: Candidate): boolean {
  const { leastAnswer, mostBehind } = choice.answeringNote;
  return features.read === 1 && features.answers >= leastAnswer && features.answersBehind >= -mostBehind;
}

/**
 * Drops endnotes that neither clearly lead nor are read as an answer: their words are mostly titles, which name the topic and
 * seldom say anything about it.
 */
function withoutIdleNotes(ranked: readonly Candidate[]): Candidate[] {
  const text = ranked.find(({ features }) => features.note === 0);
  const least = text === undefined ? -Infinity : text.score + choice.noteLead;
  return ranked.filter((one) => one.features.note === 0 || one.score >= least || isReadAsAnswer(one));
}

/**
 * All sentences worth quoting, best first. A sentence about another place, or without the question's names, ranks
 * lower.
 */
export function rankSentences(measured: readonly MeasuredSentence[], models: SentenceModels): Candidate[] {
  const scored = measured.map((one) => ({
    ...one,
    score:
      logitOf(one.features.read === 1 ? models.sentence : models.unread.sentence, one.features) -
      choice.otherPlacePenalty * one.features.otherPlace -
      choice.missingNamesPenalty * one.features.namesMissing,
  }));
  return withoutIdleNotes(scored.sort((a, b) => b.score - a.score));
}
