/** All checks that code alone can make of a written sentence. Pure. */

import { type Comparison, compare } from '../comparison.ts';
import type { Finding, SourceText } from '../verification.ts';
import { checkBindings } from './bindings.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkBeside } from './check-beside.ts';
import { checkCounted } from './check-counted.ts';
import { checkDates } from './check-dates.ts';
import { checkDirection } from './check-direction.ts';
import { checkElsewhere } from './check-elsewhere.ts';
import { checkMagnitudes } from './check-magnitudes.ts';
import { checkModality } from './check-modality.ts';
import { checkNames } from './check-names.ts';
import { checkNegation } from './check-negation.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkNumerals } from './check-numerals.ts';
import { checkOpposed } from './check-opposed.ts';
import { checkOrder } from './check-order.ts';
import { checkQuantifiers } from './check-quantifiers.ts';
import { checkQuotations } from './check-quotations.ts';
import { checkRelations } from './check-relations.ts';
import { checkSlots } from './check-slots.ts';
import { checkSpans } from './check-spans.ts';
import { checkTurned } from './check-turned.ts';

const checks: readonly ((comparison: Comparison) => Finding[])[] = [
  checkQuotations,
  checkNumbers,
  checkNumerals,
  checkCounted,
  checkMagnitudes,
  checkDates,
  checkSpans,
  checkNames,
  checkBindings,
  checkElsewhere,
  checkAttachments,
  checkNegation,
  checkDirection,
  checkBeside,
  checkOpposed,
  checkQuantifiers,
  checkModality,
  checkRelations,
  checkOrder,
  checkSlots,
  checkTurned,
];

/** What the sentence says and its source does not, as far as rules can tell, gravest first. */
export function findProblems(comparison: Comparison): Finding[] {
  return checks.flatMap((check) => check(comparison));
}

export function checkSentence(sentence: string, sources: readonly SourceText[]): Finding[] {
  return findProblems(compare(sentence, sources));
}
