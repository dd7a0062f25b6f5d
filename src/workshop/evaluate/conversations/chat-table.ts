/** Conversations held turn by turn, as tables. Pure. */
import { evalSplits } from '../questions/eval-kinds.ts';
import { formatTables } from '../report/plain-report.ts';
import { renderTable } from '../report/render-markdown.ts';
import { shareCells } from '../report/share-cells.ts';
import type { Table } from '../report/tables.ts';
import { groupBy } from '../score/group-by.ts';
import type { TurnResult } from './hold-chats.ts';

type Is = (one: TurnResult) => boolean;

const isQuestion: Is = ({ isRightInFull }) => isRightInFull !== null;
const isRight: Is = (one) => one.isRight;
const isRightInFull: Is = (one) => one.isRightInFull === true;

/** Which turns a row counts, and what is right of them. */
const rows: readonly [label: string, counts: Is, holds?: Is][] = [
  ['all', () => true],
  ['that stand alone', (one) => isQuestion(one) && !one.isFollowUp],
  ['that lean on others', (one) => isQuestion(one) && one.isFollowUp],
  ['with an answer', (one) => isQuestion(one) && one.expect === 'answer'],
  ['without an answer', (one) => isQuestion(one) && one.expect === 'refused'],
  ['about the talk or its answers', (one) => !isQuestion(one)],
  ['all, asked in full without history', isQuestion, isRightInFull],
  ['those right in full, in their conversation', isRightInFull],
];

function row(label: string, counted: readonly TurnResult[], holds = isRight): string[] {
  return [label, ...shareCells(counted.filter(holds).length, counted.length)];
}

function splitTable(name: string, own: readonly TurnResult[]): Table {
  return [
    [`${name}: turns rightly met`, 'share', '95 % interval', 'number'],
    ...rows.map(([label, counts, holds]) => row(label, own.filter(counts), holds)),
  ];
}

function chatTables(results: readonly TurnResult[]): Table[] {
  if (results.length === 0) return [];
  const bySplit = groupBy(results, ({ split }) => split);
  const parts = evalSplits.flatMap((name) => {
    const own = bySplit.get(name);
    return own === undefined ? [] : [splitTable(name, own)];
  });
  const byDocument = groupBy(results, ({ document }) => document);
  return [
    ...(parts.length === 0 ? [splitTable('all', results)] : parts),
    [
      ['Turns rightly met, by document', 'share', '95 % interval', 'number'],
      ...[...byDocument].map(([document, own]) => row(document, own)),
    ],
  ];
}

export const formatChats = (results: readonly TurnResult[]): string => formatTables(chatTables(results));

/** For a file in docs/, behind the follow-ups; deterministic. */
export function renderChats(results: readonly TurnResult[]): string {
  if (results.length === 0) return '';
  const chats = new Set(results.map(({ chat }) => chat)).size;
  return [
    '',
    '## Conversations',
    '',
    `${chats} scripted conversations of ${results.length} turns ([format](../evals/FORMAT.md)), held with the assistant’s own answers.`,
    'A turn is rightly met where the answer holds a given snippet of the document, where it is refused, or where what is',
    'said about the talk is (a greeting, “which page was that?”). Rules and numbers were fitted on dev; of test only counts were looked at.',
    ...chatTables(results).flatMap(renderTable),
    '',
  ].join('\n');
}
