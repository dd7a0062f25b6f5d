/** A question as understood from earlier turns. Pure. */
import type { Candidate } from './candidate.ts';
import { keyOf } from './select.ts';

/** What may be asked about an answer: its words again, on which page they stand, whose they are, whether it is right. */
export type AboutAnswer = 'again' | 'page' | 'source' | 'sure';

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
  /** With `orAlone`: the answers so far, which are not asked for again. */
  said?: readonly string[];
}

/** Stands behind a question that asks for more, as it is shown. */
export const beyondMark = ' (more than was shown)';

/** The question that was searched for, in words for the asker. */
export function describeResolved({ text, shown = text, beyond }: ResolvedQuestion): string {
  return beyond.length === 0 ? shown : `${shown}${beyondMark}`;
}

/** Tells whether the earlier answers have shown a sentence. */
export function createShownTest(answers: readonly string[]): (sentence: string) => boolean {
  const shown = answers.map(keyOf);
  return (sentence) => {
    const key = keyOf(sentence);
    return shown.some((answer) => answer.includes(key));
  };
}

/** The candidates whose sentences the earlier answers have not shown. */
export function withoutShown(candidates: readonly Candidate[], answers: readonly string[]): Candidate[] {
  const isShown = createShownTest(answers);
  return candidates.filter(({ sentence }) => !isShown(sentence.text));
}
