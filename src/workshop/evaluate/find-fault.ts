/** What is wrong with one answer, in a sentence a person can act on. Pure. */
import type { QuestionResult } from './ask-question.ts';

/** The first wording stands for the fact. */
function missingFacts({ facts, reference }: QuestionResult): string[] {
  return reference.facts.flatMap(([wording = ''], index) => (facts[index] === true ? [] : [wording]));
}

/** Null where nothing is wrong, or nothing is known to be. */
export function findFault(result: QuestionResult): string | null {
  const { kind, status, reason, quotations } = result;
  if (quotations.misquoted.length > 0) return `Not in the report: ${quotations.misquoted.join(' | ')}`;
  if (kind === 'near-miss' || kind === 'no-chapter' || kind === 'off-topic')
    return status === 'answered' ? 'Answered, though the report does not say.' : null;
  if (status === 'not-found') return `Not found (${reason ?? 'no reason'}), though the report says it.`;
  const missing = missingFacts(result);
  return missing.length > 0 ? `Missing: ${missing.join(' | ')}` : null;
}
