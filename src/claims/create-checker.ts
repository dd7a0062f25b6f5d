/** Checks sentences against one open index. */
import type { Models } from '../core/networks.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { CheckedSentence, VerifyRequest } from '../wire/types.ts';
import { type ProofOptions, proofSentence } from './proof-sentence.ts';

export interface Checker {
  /** @throws as `proofSentence`. */
  check(
    request: VerifyRequest,
    filter: PassageFilter,
    signal: AbortSignal | undefined,
  ): Promise<CheckedSentence>;
}

/** To three decimals; 1 is reserved for the report's own sentences. */
function roundScore(score: number): number {
  return score === 1 ? 1 : Math.min(0.999, Math.round(score * 1000) / 1000);
}

/**
 * @param rank gives the best passages for a text.
 */
export function createChecker(
  models: Models,
  store: PassageStore,
  { subjectsOf, languages }: Pick<ProofOptions, 'subjectsOf' | 'languages'>,
  rank: ProofOptions['rank'],
): Checker {
  return {
    check: async (request, filter, signal) => {
      const options = { ...models, store, subjectsOf, languages, rank, filter, signal };
      const checked = await proofSentence(request, options);
      return { ...checked, score: roundScore(checked.score) };
    },
  };
}
