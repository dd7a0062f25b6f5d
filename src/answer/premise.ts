/** Notices that the report may say the opposite of what a question takes for granted. Pure. */
import type { Warning } from '../types.ts';
import type { QuestionAnalysis } from './question.ts';
import type { Candidate } from './select.ts';

const negation = /\b(?:not|never|none|nor|neither|cannot|without|no)\b|n['’]t\b/i;

/**
 * A negation in the best sentence and none in the question. On the dev split it flags 7 of 26 false premises and 8 of
 * 118 plain questions: a hint to read closely, not a verdict.
 */
export function checkPremise(analysis: QuestionAnalysis, best: Candidate | undefined): Warning[] {
  if (best === undefined || analysis.isNegated || !negation.test(best.sentence.text)) return [];
  return [
    {
      code: 'premise',
      message:
        'The report may say otherwise: the best sentence holds a “not” or “no” that the question does not.',
    },
  ];
}
