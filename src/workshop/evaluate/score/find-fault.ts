/** The fault of an answer, as a sentence. Pure. */
import type { QuestionResult } from '../ask-question.ts';

/** A fact is named by its first wording. */
function missingFacts({ facts, reference }: QuestionResult): string[] {
  return reference.facts.flatMap(([wording = ''], index) => (facts[index] === true ? [] : [wording]));
}

/** Null if no fault is known. */
export function findFault(result: QuestionResult): string | null {
  const { kind, status, reason, quotations } = result;
  if (quotations.misquoted.length > 0) return `Not in the report: ${quotations.misquoted.join(' | ')}`;
  if (kind === 'near-miss' || kind === 'no-chapter' || kind === 'off-topic')
    return status === 'answered' ? 'Answered, though the report does not say.' : null;
  if (status === 'not-found') return `Not found (${reason ?? 'no reason'}), though the report says it.`;
  const missing = missingFacts(result);
  return missing.length > 0 ? `Missing: ${missing.join(' | ')}` : null;
}
