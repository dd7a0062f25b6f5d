/** Passages that no ranking found, as hits. */
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';

/** In their order, without those whose vectors the store has not. */
export async function fetchHits(passages: readonly Passage[], store: PassageStore): Promise<RetrievedHit[]> {
  const vectors = await store.vectors(passages.map(({ id }) => id));
  const scores = { keyword: null, vector: null, maxsim: null };
  return passages.flatMap((passage) => {
    const own = vectors.get(passage.id);
    return own === undefined ? [] : [{ passage, score: 1, scores, vectors: own }];
  });
}
