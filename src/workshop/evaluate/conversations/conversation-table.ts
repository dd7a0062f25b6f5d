/** Follow-ups compared with the same questions asked in full, as tables. Pure. */
import { evalSplits } from '../questions/eval-kinds.ts';
import { formatTables } from '../report/plain-report.ts';
import { renderTable } from '../report/render-markdown.ts';
import { shareCells } from '../report/share-cells.ts';
import type { Table } from '../report/tables.ts';
import { groupBy } from '../score/group-by.ts';
import { type ConversationResult, type Manner, manners, type Outcome } from './ask-conversations.ts';

type Score = (outcome: Outcome) => boolean | null;

/** Of those that are eligible. */
const cellsOf = (values: readonly (boolean | null)[]): string[] =>
  shareCells(values.filter(Boolean).length, values.filter((value) => value !== null).length);

function mannerRows(results: readonly ConversationResult[], score: Score): string[][] {
  return manners.map((manner) => [
    manner,
    ...cellsOf(results.map(({ outcomes }) => score(outcomes[manner]))),
  ]);
}

const heading = (label: string) => [label, 'share', '95 % interval', 'number'];

function typeTable(results: readonly ConversationResult[]): Table {
  const types = [...groupBy(results, ({ type }) => type)].sort(
    ([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1),
  );
  const share = (own: readonly ConversationResult[], manner: Manner) =>
    cellsOf(own.map(({ outcomes }) => outcomes[manner].hasFacts))[0] ?? '';
  return [
    ['All facts, by type', ...manners, 'number'],
    ...types.map(([type, own]) => [type, ...manners.map((manner) => share(own, manner)), String(own.length)]),
  ];
}

/** For each split, facts and chapters for every way of asking, then facts by type. */
export function conversationTables(results: readonly ConversationResult[]): Table[] {
  const splits = evalSplits.filter((split) => results.some((result) => result.split === split));
  const parts =
    splits.length === 0
      ? [{ name: 'all', own: results }]
      : splits.map((name) => ({
          name,
          own: results.filter(({ split }) => split === name),
        }));
  return [
    ...parts.flatMap(({ name, own }): Table[] => [
      [heading(`${name}: all facts in the answer`), ...mannerRows(own, (outcome) => outcome.hasFacts)],
      [
        heading(`${name}: the first passage is of the right chapter`),
        ...mannerRows(own, (outcome) => outcome.isInChapter),
      ],
      [
        heading(`${name}: how questions are understood`),
        [
          'follow-ups resolved',
          ...cellsOf(
            own.map(({ outcomes }) => outcomes['after the answers of the file'].resolvedQuestion !== null),
          ),
        ],
        ['asked in full: left as they are', ...cellsOf(own.map(({ staysAlone }) => staysAlone))],
      ],
    ]),
    typeTable(results),
  ];
}

/** Ids of questions that hold all facts when asked in full but not as a follow-up. */
function findLost(results: readonly ConversationResult[]): string[] {
  return results
    .filter(
      ({ outcomes }) =>
        outcomes['in full'].hasFacts === true && outcomes['after the answers of the file'].hasFacts === false,
    )
    .map(({ id }) => id);
}

/** For the terminal; ends with the ids of lost questions. */
export function formatConversations(results: readonly ConversationResult[]): string {
  const lost = findLost(results);
  return `${formatTables(conversationTables(results))}\nLost on the way: ${lost.length === 0 ? 'none' : lost.join(', ')}\n`;
}

/** For a file in docs/; deterministic. */
export function renderConversations(results: readonly ConversationResult[], processor: string): string {
  return [
    '# Follow-ups',
    '',
    `${results.length} follow-ups ("and in Poland?"), each asked in its conversation and in full ([format](../evals/FORMAT.md)).`,
    'They are understood by rules, written on the dev split; where these leave it open whether a question follows, the surer answer holds. Intervals are Wilson’s.',
    `Computed on ${processor}.`,
    '',
    '- **in full**: as a question of its own, without history: what there is to lose.',
    '- **after the answers of the file**: with the earlier turns as people wrote them.',
    '- **after own answers**: with the earlier turns asked of the assistant, and what it answered.',
    '- **without history**: the follow-up alone.',
    ...conversationTables(results).flatMap(renderTable),
    '',
  ].join('\n');
}
