/** A question as understood from earlier turns. Pure. */
import type { Candidate } from './candidate.ts';
import { keyOf } from './select.ts';

/** What may be asked about an answer: its words again, on which page they stand, whose they are. */
export type AboutAnswer = 'again' | 'page' | 'source';

export interface ResolvedQuestion {
  /** The question in full, as it is searched for. */
  text: string;
  /** The same in English, for the asker; absent where `text` is. */
  shown?: string;
  /** Earlier answers that the question asks to continue ("more"); their sentences are not repeated. */
  beyond: readonly string[];
  /** What is asked about the answer to `text`. */
  about?: AboutAnswer;
  /** It as a question of its own, where that is as likely: the reading that is answered the more surely holds. */
  orAlone?: string;
}

/** Stands behind a question that asks for more, as it is shown. */
export const beyondMark = ' (more than was shown)';

/** The question that was searched for, in words for the asker. */
export function describeResolved({ text, shown = text, beyond }: ResolvedQuestion): string {
  return beyond.length === 0 ? shown : `${shown}${beyondMark}`;
}

/** The candidates whose sentences the earlier answers have not shown. */
export function withoutShown(candidates: readonly Candidate[], answers: readonly string[]): Candidate[] {
  const shown = answers.map(keyOf);
  return candidates.filter(({ sentence }) => {
    const key = keyOf(sentence.text);
    return !shown.some((answer) => answer.includes(key));
  });
}
