/** A question as understood from earlier turns. Pure. */
import type { Candidate } from './candidate.ts';
import { keyOf } from './select.ts';

export interface ResolvedQuestion {
  /** The question in full. */
  text: string;
  /** Earlier answers that the question asks to continue ("more"); their sentences are not repeated. */
  beyond: readonly string[];
}

/** The question that was searched for, in words for the asker. */
export function describeResolved({ text, beyond }: ResolvedQuestion): string {
  return beyond.length === 0 ? text : `${text} (more than was shown)`;
}

/** The candidates whose sentences the earlier answers have not shown. */
export function withoutShown(candidates: readonly Candidate[], answers: readonly string[]): Candidate[] {
  const shown = answers.map(keyOf);
  return candidates.filter(({ sentence }) => {
    const key = keyOf(sentence.text);
    return !shown.some((answer) => answer.includes(key));
  });
}
