/** The numbers of writing that were set by hand, each with the measurement that chose it. */

/**
 * How sure the check must be (`Verification.score`, 0..1) that what a sentence cites carries it. Stricter than the verdict
 * of `verifySentence`, whose threshold lets most carried sentences pass: a sentence that is refused here is written again
 * or quoted instead, one that passes wrongly is believed. Of evals/verify-dev.jsonl, held against the whole passage, carried
 * sentences that pass and changed ones that are caught: .33 .91 .69, .5 .82 .80, .6 .75 .86, .7 .64 .92, .75 .51 .96. Held
 * against the sentences tried one after the other: .7 .65 .86, .75 .57 .92, .8 .40 .97.
 */
export const leastScore = {
  cited: 0.7,
  /** Where the model did not cite what carries it, and sentences are tried in turn: one of them may pass by chance. */
  found: 0.8,
} as const;

/** What cites everything cites nothing: of more ids the first so many count. */
export const mostCited = 4;

/** With fewer words that carry meaning, "The answer is 300%", a sentence says nothing that could be checked by itself. */
export const leastContentWords = 3;
