/** The numbers of choosing and abstaining that were tuned, each with the measurement that chose it. */

/** What counts for a sentence. */
export const sentenceWeights = {
  coverage: 0.5,
  window: 0.3,
  passage: 0.25,
  slot: 0.08,
  short: 0.05,
  note: 0.15,
  noSentence: 0.3,
} as const;

export const choice = {
  /** Passages whose sentences are candidates. */
  passages: 8,
  passagesPerCountry: 4,
  passagesForSweep: 24,
  /** Words under which a sentence seldom carries an answer alone. */
  shortSentence: 6,
  maxSentences: 4,
  maxListSentences: 5,
  maxSweepSentences: 8,
  /** A country's best sentence this far below the best of all countries does not speak of the matter. */
  maxCountryGap: 0.3,
  maxSweepGap: 0.25,
  /** A sentence this far below the best is left out. */
  maxGap: 0.16,
} as const;

/**
 * When to say that the report does not answer. Weight and bias: logistic regression of the best sentence's score on
 * the dev split, answerable questions and false premises against off-topic ones and those on countries without a
 * chapter, both sides weighing the same. Threshold: 97 % of the dev split's answerable questions lie above it.
 */
export const abstention = {
  weight: 17.8,
  bias: -13.8,
  threshold: 0.28,
  /** The most confidence left to an answer that a rule has ruled out. */
  ruledOut: 0.2,
} as const;
