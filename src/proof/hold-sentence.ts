/** Holds a written sentence against groups of passages, one after the other, until one carries it. Pure but for the seams. */
import type { Passage } from '../types.ts';
import type { SourceText, Verification } from '../verify/verification.ts';
import { type Carriers, findCarriers } from './find-carriers.ts';

export type Verify = (sentence: string, sources: readonly SourceText[]) => Promise<Verification>;

/** A sentence and the passages that it was held against, together. */
export interface Held {
  passages: readonly Passage[];
  verification: Verification;
  carriers: Carriers;
}

export const isCarried = ({ verification }: Held): boolean => verification.verdict === 'supported';

function toSource({ text, sentences, chapter, section }: Passage): SourceText {
  return { text, sentences: sentences.map((sentence) => sentence.text), chapter, section };
}

export async function holdSentence(
  sentence: string,
  passages: readonly Passage[],
  verify: Verify,
): Promise<Held> {
  const verification = await verify(sentence, passages.map(toSource));
  return { passages, verification, carriers: findCarriers(sentence, passages) };
}

/** Those held, in order; the last one carries the sentence where any does. */
export async function holdInTurn(
  sentence: string,
  groups: readonly (readonly Passage[])[],
  verify: Verify,
  signal: AbortSignal | undefined,
): Promise<Held[]> {
  const held: Held[] = [];
  for (const passages of groups) {
    signal?.throwIfAborted();
    const one = await holdSentence(sentence, passages, verify);
    held.push(one);
    if (isCarried(one)) break;
  }
  return held;
}
