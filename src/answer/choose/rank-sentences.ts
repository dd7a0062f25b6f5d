/** Ranks the sentences that could be quoted by what was measured of them. Pure. */

import { choice } from '../answer-numbers.ts';
import type { Candidate } from './candidate.ts';
import { type LinearModel, logitOf } from './linear-model.ts';

export type MeasuredSentence = Omit<Candidate, 'score'>;

/** An endnote's words are mostly titles, which name the topic and seldom say anything of it: it must clearly lead. */
function withoutIdleNotes(ranked: readonly Candidate[]): Candidate[] {
  const text = ranked.find(({ features }) => features.note === 0);
  const least = text === undefined ? -Infinity : text.score + choice.noteLead;
  return ranked.filter(({ features, score }) => features.note === 0 || score >= least);
}

/** All sentences worth quoting, best first; one about another place, or with none of the question's names, ranks lower. */
export function rankSentences(measured: readonly MeasuredSentence[], model: LinearModel): Candidate[] {
  const scored = measured.map((one) => ({
    ...one,
    score:
      logitOf(model, one.features) -
      choice.otherPlacePenalty * one.features.otherPlace -
      choice.missingNamesPenalty * one.features.namesMissing,
  }));
  return withoutIdleNotes(scored.sort((a, b) => b.score - a.score));
}
