/** The parts with fitted numbers, by their names in `verse tune --only`. */
export const fittedParts = ['ranking', 'answers', 'premise', 'verifier'] as const;

export type FittedPart = (typeof fittedParts)[number];
