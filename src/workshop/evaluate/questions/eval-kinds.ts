/** What a question of the evals may be: see evals/FORMAT.md. */
export const evalKinds = [
  'answerable',
  'near-miss',
  'no-chapter',
  'off-topic',
  'false-premise',
  'follow-up',
] as const;
export const evalSplits = ['dev', 'test'] as const;
export const evalDifficulties = ['easy', 'medium', 'hard'] as const;

export type EvalKind = (typeof evalKinds)[number];
export type EvalSplit = (typeof evalSplits)[number];
