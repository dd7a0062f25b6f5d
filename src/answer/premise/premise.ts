/** Finds the sentence by which the report denies what a question takes for granted. Pure. */
import type { Warning } from '../../core/types.ts';
import type { Candidate } from '../choose/candidate.ts';
import { type LinearModel, logitOf } from '../choose/linear-model.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import { type MeasuredPremise, measurePremises } from './features.ts';
import { describePremise } from './message.ts';
import { type PremiseModel, premiseModel } from './premise-model.ts';
import { readPremiseQuestion } from './question.ts';

/** A sentence that may correct the question. */
export interface Correction {
  candidate: Candidate;
  /** The warning; absent if the sentence is only worth quoting. */
  warning?: Warning;
}

/** How many of the best sentences are checked: 6, 8 and 12 find the same corrections on unseen dev chapters. */
const sentencesRead = 8;

/**
 * Whether to check a question: it asks one thing about one place. Comparisons, sweeps and questions for sources are not
 * checked.
 */
export function takesForGranted({ answerType, compared, isSweep }: QuestionAnalysis): boolean {
  return answerType !== 'source' && compared.length < 2 && !isSweep;
}

/** Measures the best sentences; none if the question takes nothing for granted. */
export function readPremises(
  analysis: QuestionAnalysis,
  candidates: readonly Candidate[],
): MeasuredPremise[] {
  if (!takesForGranted(analysis)) return [];
  const question = readPremiseQuestion(analysis);
  return question.isOpen ? [] : measurePremises(question, candidates.slice(0, sentencesRead));
}

/**
 * If another of the best sentences denies nothing and matches at least this share of the question, the report is taken
 * to say what the question assumes. At .75 as many false premises of dev are flagged as without this rule, and .061
 * rather than .076 of the true ones that resemble them.
 */
const affirmedFrom = 0.75;
/** The logit of a sentence without a denial, below any other. */
export const unsuspicious = -30;

/** The logit of a sentence denying the premise. */
export function suspicionOf({ features }: MeasuredPremise, weights: LinearModel): number {
  return features.affirmedElsewhere >= affirmedFrom ? unsuspicious : logitOf(weights, features);
}

/**
 * The sentence most likely to deny the premise, if it is likely enough to be quoted.
 * @param candidates the scored sentences, best first.
 */
export function findCorrection(
  analysis: QuestionAnalysis,
  candidates: readonly Candidate[],
  model: PremiseModel = premiseModel,
): Correction | undefined {
  const measured = readPremises(analysis, candidates).map((one) => ({
    one,
    logit: suspicionOf(one, model.weights),
  }));
  const [most] = measured.sort((a, b) => b.logit - a.logit);
  if (most === undefined || most.logit < model.quoteFrom) return undefined;
  const { candidate } = most.one;
  if (most.logit < model.flagFrom) return { candidate };
  return {
    candidate,
    warning: { code: 'premise', message: describePremise(analysis, most.one, model.weights) },
  };
}
