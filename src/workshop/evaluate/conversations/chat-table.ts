/** Conversations held turn by turn, as tables. Pure. */
import { formatShare } from '../../../text/format-share.ts';
import { evalSplits } from '../questions/eval-kinds.ts';
import { alignTable } from '../report/plain-report.ts';
import { renderTable } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import { wilsonInterval } from '../score/statistics.ts';
import type { TurnResult } from './hold-chats.ts';

function row(
  label: string,
  results: readonly TurnResult[],
  isRight = (one: TurnResult) => one.isRight,
): string[] {
  const right = results.filter(isRight).length;
  const share = results.length === 0 ? null : right / results.length;
  const interval = wilsonInterval(right, results.length)?.map(formatShare).join(' to ') ?? '';
  return [label, formatShare(share), interval, String(results.length)];
}

function splitTable(name: string, own: readonly TurnResult[]): Table {
  const questions = own.filter(({ isRightInFull }) => isRightInFull !== null);
  return [
    [`${name}: turns rightly met`, 'share', '95 % interval', 'number'],
    row('all', own),
    row(
      'that stand alone',
      questions.filter(({ isFollowUp }) => !isFollowUp),
    ),
    row(
      'that lean on others',
      questions.filter(({ isFollowUp }) => isFollowUp),
    ),
    row(
      'with an answer',
      questions.filter(({ expect }) => expect === 'answer'),
    ),
    row(
      'without an answer',
      questions.filter(({ expect }) => expect === 'refused'),
    ),
    row(
      'about the talk or its answers',
      own.filter(({ isRightInFull }) => isRightInFull === null),
    ),
    row('all, asked in full without history', questions, ({ isRightInFull }) => isRightInFull === true),
    row(
      'those right in full, in their conversation',
      questions.filter(({ isRightInFull }) => isRightInFull),
    ),
  ];
}

function documentTable(results: readonly TurnResult[]): Table {
  const documents = [...new Set(results.map(({ document }) => document))];
  return [
    ['Turns rightly met, by document', 'share', '95 % interval', 'number'],
    ...documents.map((document) =>
      row(
        document,
        results.filter((one) => one.document === document),
      ),
    ),
  ];
}

function chatTables(results: readonly TurnResult[]): Table[] {
  if (results.length === 0) return [];
  const splits = evalSplits.filter((name) => results.some(({ split }) => split === name));
  const parts = splits.map((name) =>
    splitTable(
      name,
      results.filter(({ split }) => split === name),
    ),
  );
  return [...(parts.length === 0 ? [splitTable('all', results)] : parts), documentTable(results)];
}

export const formatChats = (results: readonly TurnResult[]): string =>
  chatTables(results)
    .flatMap((table) => [...alignTable(table), ''])
    .join('\n');

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
