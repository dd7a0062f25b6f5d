/** Rows of candidates. Pure. */
import type { ScoredPassage } from '../../core/passage-store.ts';

export type CandidateRow = Pick<ScoredPassage, 'id' | 'chapter' | 'kind' | 'score'> & {
  matter: ScoredPassage['matter'] | null;
};

/** The columns of a candidate, of a passage `p` and a column `score`. */
export const candidateColumns = 'p.id, p.chapter, p.kind, p.matter, score';

export function toScoredPassages(rows: readonly CandidateRow[]): ScoredPassage[] {
  return rows.map(({ id, chapter, kind, matter, score }) => ({
    id,
    chapter,
    kind,
    ...(matter && { matter }),
    score,
  }));
}
