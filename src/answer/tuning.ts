/** The numbers of choosing that were set by hand, each with the measurement that chose it. Fitted ones are in model.json. */

export const choice = {
  /** Passages whose sentences are candidates. The answering sentence is among the first 10 for 96 of 100 dev questions. */
  passages: 10,
  passagesPerCountry: 5,
  passagesForSweep: 40,
  /**
   * A question token weighs its inverse document frequency to this power where sentences are matched. Facts held on
   * dev, cross-validated over chapters: .5 .898, .75 .898, 1 .891; AUROC of near misses .695, .693, .691.
   */
  tokenWeightPower: 0.5,
  maxSentences: 6,
  maxSweepSentences: 8,
  /**
   * A sentence whose logit is this far below the best is left out. Dev, cross-validated over chapters, facts held and
   * words: 3 .832 in 86, 4 .848 in 97, 5 .859 in 106. A number, amount, share, date or person stands in one sentence:
   * 2.5 .920 in 61, 4 .933 in 84.
   */
  maxTypedGap: 2.5,
  maxGap: 4,
  /** 20 sweeps, share of facts and words: 3 .53 in 121, 4 .60 in 173, 6 .68 in 247 (about 60 words a country named). */
  maxSweepGap: 6,
  /** A country's best sentence with a lower logit does not speak of the matter. */
  leastCountryScore: -4.5,
} as const;

export const abstention = {
  /** The most confidence left to an answer that a rule has ruled out. */
  ruledOut: 0.1,
  /**
   * Best window coverage under which nothing in the report speaks of the question; it only words a refusal. Means:
   * off-topic .48, no chapter .64, near misses .72.
   */
  offTopicCoverage: 0.58,
} as const;
