/** Rows of tables as candidates, for tests of what is reckoned of them. */
import type { Candidate } from '../../answer/choose/candidate.ts';
import type { TableRow } from '../../core/types.ts';
import { makeCandidate, makePassage } from './candidates.ts';

/** A row in millions: its label, and each figure by the head that it stands under. */
export function rowOf(label: string, figures: Record<string, string>, caption = 'Balance sheets'): Candidate {
  const cells = Object.entries(figures).map(([head, text]) => ({ text, heads: [head], boxes: [] }));
  const row: TableRow = {
    caption,
    unit: '(in millions)',
    under: [],
    cells: [{ text: label, heads: [], boxes: [] }, ...cells],
  };
  const passage = makePassage({ id: `a/0/${label}`, chapter: 'Statements', kind: 'table' }, [
    [label, ...Object.values(figures)].join(' | '),
  ]);
  const candidate = makeCandidate(passage, 0, 2);
  return { ...candidate, sentence: { ...candidate.sentence, row } };
}
