/** The numbers of the ranking that were tuned, each with the measurement that chose it (docs: DESIGN.md). */

/** Passages each ranking gives to the fusion. */
export const candidateCount = 100;

/**
 * Min-max fusion of vector and keyword scores. Evidence in the first 1 / 5 / 10 passages, 343 questions:
 * .525 / .825 / .872, against .501 / .778 / .840 for vectors alone and .490 / .779 / .856 for rank fusion.
 */
export const fusionWeights = { vector: 0.65, keyword: 0.35 } as const;

/**
 * Added to the fused score (0..1) of passages of a chapter that the question names. The line above includes a
 * small bonus; this size was not tuned: on 463 questions, chapters taken by name, .664 -> .666 in the first.
 */
export const chapterBonus = 0.1;

/**
 * Fused passages that are reranked by MaxSim over token vectors, and MaxSim's share of their score.
 * Evidence in the first 1 / 5 / 10: .525 / .825 / .872 before, .616 / .872 / .918 after, with int8 vectors.
 */
export const rerankDepth = 50;
export const maxSimShare = 0.5;

/**
 * A question token weighs its inverse document frequency to this power in MaxSim: evidence in the first passage
 * by MaxSim alone .609 -> .646 (paired +3.8 points, 95 % interval 1.3 to 6.4).
 */
export const tokenWeightPower = 0.5;
