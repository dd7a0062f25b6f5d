/** The numbers of choosing that were set by hand, each with the measurement that chose it. Fitted ones are in model.json. */

export const choice = {
  /** Passages whose sentences are candidates. The answering sentence is among the first 10 for 96 of 100 dev questions. */
  passages: 10,
  /** 5, 10, 20 and all passages of a chapter hold the same facts on dev. */
  passagesPerCountry: 5,
  passagesForSweep: 40,
  /**
   * A question token weighs its inverse document frequency to this power where sentences are matched. Facts held on
   * dev, cross-validated over chapters: .5 .898, .75 .898, 1 .891; AUROC of near misses .695, .693, .691.
   */
  tokenWeightPower: 0.5,
  maxSentences: 6,
  /**
   * Logits taken from a sentence that speaks of another country than the question names. Facts held on dev,
   * cross-validated over chapters: 0 .898, 1 .902, 2 .906, 3 .906; as an input of the sentence model .891.
   */
  otherPlacePenalty: 2,
  /**
   * Logits by which an endnote must lead all text to be quoted, where no source is asked for. Dev, facts held and words:
   * without the rule .906 in 86.9, 1 .898 in 85.5, 2 .895 in 85.7, no endnotes at all .872. Kept for its answers' sake, which
   * no longer open with the title of an article.
   */
  noteLead: 1,
  /**
   * A sentence whose logit is this far below the best is left out. Dev, cross-validated over chapters, facts held and
   * words: 3 .832 in 86, 4 .848 in 97, 5 .859 in 106. A number, amount, share, date or person stands in one sentence:
   * 2.5 .920 in 61, 4 .933 in 84.
   */
  maxTypedGap: 2.5,
  maxGap: 4,
  /**
   * Comparisons were measured on the 18 of dev and on 525 pairs of its questions of one chapter, asked as if of two. All
   * facts of a pair: 60 words for each half .57, the same words dealt out between them .65; with 2 / 3 / 4 sentences a
   * country .57 / .62 / .65.
   */
  maxSentencesPerCountry: 4,
  /**
   * A chapter whose first sentences meet the question's words less than this does not speak of the matter: of 211
   * chapters asked about .005 fall under it, of 350 asked another country's question .72. A bound on the logit that
   * loses as few finds .21 of these.
   */
  leastCountryCoverage: 0.58,
  sentencesOnMatter: 3,
  /** The 16 sweeps of dev, share of facts, words and right chapters among the quoted: 4 .59 186 .70, 5 .65 237 .62, 6 .70 294 .57. */
  maxSweepGap: 5,
  maxSweepChapters: 10,
  /** A chapter's second sentence, where it is nearly as good: one fact more of 74 for 2 words more a sweep; a gap of 1 adds 20 words and no fact. */
  maxSweepSentences: 2,
  maxSweepSentenceGap: 0.5,
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
