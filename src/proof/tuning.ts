/** The numbers of proofing, set by hand. */
export const numbers = {
  /** Passages that a sentence is held against alone, best first. */
  alone: 5,
  /** Of those that fail, the ones tried again between their neighbours. */
  withNeighbours: 1,
  /** And the ones tried together. */
  together: 2,
  /** Other passages shown where none carries the sentence. */
  nearest: 2,
} as const;
