/** Parts of the ranking that can be left out, to see what each carries. */
export const rankingParts = ['maxsim', 'keyword', 'vector', 'routing', 'notes-discount'] as const;
export type RankingPart = (typeof rankingParts)[number];
