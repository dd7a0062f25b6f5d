/** The figures of an evaluation of tables, as a table. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { formatShare } from '../../../text/format-share.ts';
import { renderPage } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import type { DocumentTables } from './evaluate-tables.ts';
import { type Count, f1Of, precisionOf, recallOf, sumScores } from './score-tables.ts';

const counts = ({ right, known, found }: Count) => `${right} of ${known}, ${found} found`;

const head = [
  'document',
  'cells beside each other',
  'recall',
  'precision',
  'F1',
  'tables',
  'recall',
  'precision',
];

function toTable(scores: readonly DocumentTables[]): Table {
  const all = sumScores(scores);
  const mean = scores.reduce((sum, { pairs }) => sum + f1Of(pairs), 0) / scores.length;
  const rowOf = (name: string, { pairs, tables }: Pick<DocumentTables, 'pairs' | 'tables'>) => [
    name,
    counts(pairs),
    formatShare(recallOf(pairs)),
    formatShare(precisionOf(pairs)),
    formatShare(f1Of(pairs)),
    counts(tables),
    formatShare(recallOf(tables)),
    formatShare(precisionOf(tables)),
  ];
  return [
    head,
    ...scores.map((score) => rowOf(score.document, score)),
    rowOf(`all ${scores.length}`, all),
    ['mean by document', '', '', '', formatShare(mean), '', '', ''],
  ];
}

/** For the terminal. */
export const formatTableScores = (scores: readonly DocumentTables[]): string =>
  `${alignRows(toTable(scores)).join('\n')}\n`;

/** As a Markdown page. */
export const renderTableScores = (scores: readonly DocumentTables[]): string =>
  renderPage(
    'How well tables are found',
    'Pairs of cells beside each other, as ICDAR 2013 scores them; a table is right if it holds all cells of a known one and none of another.',
    toTable(scores),
  );
