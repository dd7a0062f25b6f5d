/** All checks that code alone can make of a written sentence. Pure. */

import { type Alignment, align } from '../alignment.ts';
import type { Finding, SourceText } from '../verification.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkDates } from './check-dates.ts';
import { checkNames } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPolarity } from './check-polarity.ts';
import { checkQuotations } from './check-quotations.ts';

const checks: readonly ((alignment: Alignment) => Finding[])[] = [
  checkQuotations,
  checkNumbers,
  checkDates,
  checkNames,
  checkAttachments,
  checkPolarity,
];

/** What the sentence says and its source does not, as far as rules find, gravest first. */
export function findProblems(alignment: Alignment): Finding[] {
  return checks.flatMap((check) => check(alignment));
}

export function checkSentence(sentence: string, sources: readonly SourceText[]): Finding[] {
  return findProblems(align(sentence, sources));
}
