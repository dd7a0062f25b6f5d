/**
 * Ranking measures under the names and definitions of ir_measures (MacAvaney et al. 2022), binary relevance.
 * A passage is relevant if it contains a snippet of the evidence. Null: the question has no evidence. Pure.
 */
import type { Passage } from '../../../core/types.ts';
import { isWithinText, toComparable } from './normalize.ts';

/** A question's relevant passages, and the hits, best first. */
export interface Judged {
  /** Ids of all relevant passages of the index. */
  relevant: readonly string[];
  /** Ids of the hits. */
  found: readonly string[];
}

/** Finds a question's relevant passages. Create it once per run, since it normalizes every passage. */
export function createJudge(
  passages: readonly Pick<Passage, 'id' | 'text'>[],
): (evidence: readonly string[]) => string[] {
  const compared = passages.map(({ id, text }) => ({ id, text: toComparable(text) }));
  return (evidence) => {
    const snippets = evidence.map(toComparable);
    return compared
      .filter(({ text }) => snippets.some((snippet) => isWithinText(text, snippet)))
      .map(({ id }) => id);
  };
}

/** R@k: share of the relevant passages among the first k; 0 if the index has none. */
export function recallOfPassages({ relevant, found }: Judged, k: number): number {
  const hits = found.slice(0, k).filter((id) => relevant.includes(id)).length;
  return relevant.length === 0 ? 0 : hits / relevant.length;
}

/** RR@k: one over the rank of the first relevant passage; 0 if none is among the first k. */
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
