/** The queue of documents as text. Pure. */
import type { QueueEntry, WorkedDocument } from '../../assistant/document-queue.ts';
import { columnsOf, padLeft, padRight } from '../../text/columns.ts';
import { countNoun } from '../../text/count-noun.ts';
import { formatSeconds } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** How many are in each state: "2 documents wait, 1 is read, 1 failed". */
export function countQueue(entries: readonly QueueEntry[]): string {
  const count = (state: QueueEntry['state']) => entries.filter((entry) => entry.state === state).length;
  const parts = [
    [count('waiting'), 'waiting'],
    [count('working'), 'being read'],
    [count('failed'), 'failed'],
    [count('done'), 'done within a day'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `${countNoun(entries.length, 'document')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}

/** A row for each document in its order, below their heads; what failed has its sentence below. */
export function showQueue(entries: readonly QueueEntry[], { paint }: Pick<Terminal, 'paint'>): string {
  if (entries.length === 0) return 'The queue is empty.\n';
  const rows = [
    ['NO', 'STATE', 'SINCE (UTC)', 'ID'],
    ...entries.map(({ number, state, changedAt, id }) => [
      String(number),
      state,
      changedAt.slice(0, 16).replace('T', ' '),
      id,
    ]),
  ];
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))));
  const lines = rows.map(([number = '', state = '', since = '', id = ''], at) => {
    const line = [padLeft(number, widths[0] ?? 0), padRight(state, widths[1] ?? 0), since, id].join('  ');
    if (at === 0)
      return paint(
        'bold',
        [
          padLeft(number, widths[0] ?? 0),
          padRight(state, widths[1] ?? 0),
          padRight(since, widths[2] ?? 0),
          id,
        ].join('  '),
      );
    const problem = entries[at - 1]?.problem ?? null;
    return problem === null ? line : `${line}\n      ${problem}`;
  });
  return `${[...lines, countQueue(entries)].join('\n')}\n`;
}

/** What became of a document, in a line. */
export function describeWorked({ id, outcome, passages, problem, ms }: WorkedDocument): string {
  const told = {
    done: `${countNoun(passages, 'passage')} in ${formatSeconds(ms / 1000)}`,
    unchanged: 'as the index has it',
    dropped: 'taken off the queue or put there anew meanwhile, not written',
    failed: `failed. ${problem ?? ''}`,
  };
  return `${id}: ${told[outcome]}`;
}
