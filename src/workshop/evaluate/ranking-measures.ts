/**
 * Ranking measures under the names and definitions of ir_measures (MacAvaney et al. 2022), binary relevance.
 * A passage that holds a snippet of the evidence is relevant. Pure. Null: the question has no evidence.
 */
import type { Passage } from '../../core/types.ts';
import { normalizeText } from './normalize.ts';

/** The passages of a question that are relevant, and those that were found, best first. */
export interface Judged {
  /** Ids of all relevant passages of the index. */
  relevant: readonly string[];
  /** Ids of the hits. */
  found: readonly string[];
}

/** Finds the relevant passages of any question; made once a run, since it normalizes every passage. */
export function createJudge(
  passages: readonly Pick<Passage, 'id' | 'text'>[],
): (evidence: readonly string[]) => string[] {
  const normalized = passages.map(({ id, text }) => ({ id, text: normalizeText(text) }));
  return (evidence) => {
    const snippets = evidence.map(normalizeText);
    return normalized
      .filter(({ text }) => snippets.some((snippet) => text.includes(snippet)))
      .map(({ id }) => id);
  };
}

/** R@k: share of the relevant passages among the first k; 0 where the index holds none of them. */
export function recallOfPassages({ relevant, found }: Judged, k: number): number {
  const hits = found.slice(0, k).filter((id) => relevant.includes(id)).length;
  return relevant.length === 0 ? 0 : hits / relevant.length;
}

/** RR@k: one over the rank of the first relevant passage; 0 where none is among the first k. */
export function reciprocalRank({ relevant, found }: Judged, k: number): number {
  const index = found.slice(0, k).findIndex((id) => relevant.includes(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

const gainAt = (index: number) => 1 / Math.log2(index + 2);

/** nDCG@k: gains of 1 / log2(rank + 1), over those of the best order (Järvelin and Kekäläinen 2002). */
export function normalizedGain({ relevant, found }: Judged, k: number): number {
  const gain = found
    .slice(0, k)
    .reduce((sum, id, index) => sum + (relevant.includes(id) ? gainAt(index) : 0), 0);
  const ideal = relevant.slice(0, k).reduce((sum, _, index) => sum + gainAt(index), 0);
  return ideal === 0 ? 0 : gain / ideal;
}
