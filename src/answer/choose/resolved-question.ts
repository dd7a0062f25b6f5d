/** A question as it is to be understood after earlier ones. Pure. */
import type { Candidate } from './candidate.ts';
import { keyOf } from './select.ts';

export interface ResolvedQuestion {
  /** What is looked for: a follow-up asked in full. */
  text: string;
  /** Answers that more than is asked for: their sentences are not to come again. */
  beyond: readonly string[];
}

/** What was looked for, in words. */
export function describeResolved({ text, beyond }: ResolvedQuestion): string {
  return beyond.length === 0 ? text : `${text} (more than was shown)`;
}

/** The candidates that none of the answers has shown yet. */
export function withoutShown(candidates: readonly Candidate[], answers: readonly string[]): Candidate[] {
  const shown = answers.map(keyOf);
  return candidates.filter(({ sentence }) => {
    const key = keyOf(sentence.text);
    return !shown.some((answer) => answer.includes(key));
  });
}
