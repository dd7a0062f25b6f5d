/** The figures of an evaluation of tables, as a table. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import type { DocumentTables } from './evaluate-tables.ts';
import { type Count, f1Of, precisionOf, recallOf, sumScores } from './score-tables.ts';

const share = (value: number) => value.toFixed(3).replace(/^0/, '');
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

function toRows(scores: readonly DocumentTables[]): string[][] {
  const all = sumScores(scores);
  const mean = scores.reduce((sum, { pairs }) => sum + f1Of(pairs), 0) / scores.length;
  const rowOf = (name: string, { pairs, tables }: Pick<DocumentTables, 'pairs' | 'tables'>) => [
    name,
    counts(pairs),
    share(recallOf(pairs)),
    share(precisionOf(pairs)),
    share(f1Of(pairs)),
    counts(tables),
    share(recallOf(tables)),
    share(precisionOf(tables)),
  ];
  return [
    ...scores.map((score) => rowOf(score.document, score)),
    rowOf(`all ${scores.length}`, all),
    ['mean by document', '', '', '', share(mean), '', '', ''],
  ];
}

/** For the terminal. */
export function formatTableScores(scores: readonly DocumentTables[]): string {
  return `${alignRows([head, ...toRows(scores)]).join('\n')}\n`;
}

/** As a Markdown page. */
export function renderTableScores(scores: readonly DocumentTables[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# How well tables are found',
    '',
    'Pairs of cells beside each other, as ICDAR 2013 scores them; a table is right if it holds all cells of a known one and none of another.',
    '',
    ...[head, head.map(() => '---'), ...toRows(scores)].map(row),
    '',
  ].join('\n');
}
