/** Holds a written sentence against passages. */
import type { Readers } from '../core/networks.ts';
import type { Passage } from '../core/types.ts';
import type { Verification } from '../verify/verification.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import { type Carriers, findCarriers } from './find-carriers.ts';
import { numbers } from './tuning.ts';

/** A sentence and the passages that it was held against, together. */
export interface Held {
  passages: readonly Passage[];
  verification: Verification;
  carriers: Carriers;
}

export interface Holder extends Readers {
  /** What the documents are about (`findSubjects`). */
  subjects: readonly string[];
  /** When it is aborted the work stops at the next passage. */
  signal?: AbortSignal | undefined;
}

export const isCarried = ({ verification }: Held): boolean => verification.verdict === 'supported';

/** A sentence that shares hardly a word with a passage is not carried by it, however near the two seem. */
function doubtStrangers(sentence: string, verification: Verification, carriers: Carriers): Verification {
  const { verdict, score } = verification;
  const least = carriers.words < numbers.shortWords ? numbers.leastShareOfShort : numbers.leastShare;
  // Without any doubt it is the passage's own.
  if (verdict !== 'supported' || score === 1 || carriers.share >= least) return verification;
  const text = carriers.missing.slice(0, 3).join(', ') || sentence;
  const problem = { kind: 'content' as const, text, reason: 'the passage has few of its words' };
  return { verdict: 'unsupported', problems: [problem], score };
}

/** @throws the reason of `signal`, once that is aborted. */
export async function holdSentence(
  sentence: string,
  passages: readonly Passage[],
  { subjects, signal, ...readers }: Holder,
): Promise<Held> {
  signal?.throwIfAborted();
  const sources = passages.map(({ text, sentences, chapter, section }) => ({
    text,
    sentences: sentences.map((one) => one.text),
    chapter,
    section,
    subjects,
  }));
  const verification = await verifySentence(sentence, sources, readers);
  const carriers = findCarriers(sentence, passages);
  return { passages, verification: doubtStrangers(sentence, verification, carriers), carriers };
}

/** Those held, in order; the last one carries the sentence where any does. */
export async function holdInTurn(
  sentence: string,
  groups: readonly (readonly Passage[])[],
  holder: Holder,
): Promise<Held[]> {
  const held: Held[] = [];
  for (const passages of groups) {
    const one = await holdSentence(sentence, passages, holder);
    held.push(one);
    if (isCarried(one)) break;
  }
  return held;
}
