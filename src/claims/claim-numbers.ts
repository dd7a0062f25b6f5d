/**
 * The numbers of proofing, set by hand. Measured on every second sentence of evals/verify-dev.jsonl (123 that are
 * supported, 148 that are not), given without their passage: share said to be supported, of those that are and of those
 * that are not. With the verifier of that day, which gave .919 and .311 for their own passages.
 */
export const numbers = {
  /** Passages that a sentence is held against alone, best first: 1 .902 .331, 2 .935 .365, 3 .943 .372, 5 .943 .378. */
  alone: 3,
  /**
   * Where less of a sentence's words is found, its passage is about something else: .25 .935 .358, .3 .927 .358,
   * .4 .902 .351. Sentences of fewer than seven words with a meaning are not among the measured; they say little, and
   * of "Europe has been slow to react." any passage on Europe has a third.
   */
  leastShare: 0.3,
  leastShareOfShort: 0.6,
  shortWords: 7,
  /**
   * Passages are tried together where this share more of the sentence's words is found in them than in the nearest
   * alone. With any gain the nearest two give .943 .405, from .1 on .943 .378, from .3 on .943 .372.
   */
  leastGain: 0.15,
  /** Other passages shown where none supports the sentence. */
  nearest: 2,
} as const;
