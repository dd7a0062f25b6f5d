/** The numbers of the ranking that were tuned, each with the measurement that chose it. */

/** Passages each ranking gives to the fusion. */
export const candidateCount = 100;

/**
 * Min-max fusion of vector and keyword scores. Evidence in the first 1 / 5 / 10 passages, 343 questions:
 * .525 / .825 / .872, against .501 / .778 / .840 for vectors alone and .490 / .779 / .856 for rank fusion.
 */
export const fusionWeights = { vector: 0.65, keyword: 0.35 } as const;

/** Added to the fused score (0..1) of passages of a chapter that the question names. Dev split, first 5: .1 .880, .2 .885, .3 .881. */
export const chapterBonus = 0.2;

/**
 * Fused passages that are reranked by MaxSim over token vectors, and MaxSim's share of their score.
 * Dev split (272 questions), evidence in the first 1 / 5 / 10: share .5 .653 / .875 / .930, .7 .668 / .878 / .932,
 * .8 .671 / .880 / .934, .9 .683 / .882 / .932; depths of 80 and 100 are level.
 */
export const rerankDepth = 50;
export const maxSimShare = 0.8;

/**
 * Taken from an endnote's score (0..1) unless the question asks for a source: endnotes name the topic and seldom
 * answer. Dev split, evidence in the first 1 / 5: none .674 / .885, .05 .690 / .884, .1 .712 / .890.
 */
export const noteDiscount = 0.1;

/**
 * A question token weighs its inverse document frequency to this power in MaxSim: evidence in the first passage
 * by MaxSim alone .609 -> .646 (paired +3.8 points, 95 % interval 1.3 to 6.4).
 */
export const tokenWeightPower = 0.5;
