/** The queue of documents as text. Pure. */
import type { QueueEntry, WorkedDocument } from '../../assistant/document-queue.ts';
import { countNoun } from '../../text/count-noun.ts';
import { formatSeconds } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { showTable } from './show-table.ts';
import { tellEdition } from './tell-edition.ts';

/** How many are in each state: "2 documents wait, 1 is read, 1 failed". */
function countQueue(entries: readonly QueueEntry[]): string {
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

/** A row for each document in its order, below their heads; below it why one failed, or which other it may be an edition of. */
export function showQueue(entries: readonly QueueEntry[], { paint }: Pick<Terminal, 'paint'>): string {
  if (entries.length === 0) return 'The queue is empty.\n';
  const digits = Math.max(...entries.map(({ number }) => String(number).length), 2);
  const table = showTable(
    ['NO'.padStart(digits), 'STATE', 'SINCE (UTC)', 'ID'],
    entries.map(({ number, state, changedAt, id }) => [
      String(number).padStart(digits),
      state,
      changedAt.slice(0, 16).replace('T', ' '),
      id,
    ]),
  );
  const [heads = '', ...rows] = table.trimEnd().split('\n');
  const lines = rows.map((row, at) => {
    const { problem = null, edition = null } = entries[at] ?? {};
    const told = problem ?? (edition && tellEdition(edition));
    return told === null ? row : `${row}\n      ${told}`;
  });
  return `${[paint('bold', heads), ...lines, countQueue(entries)].join('\n')}\n`;
}

/** What became of a document, in a line; in a second one which other it may be an edition of. */
export function describeWorked({ id, outcome, passages, problem, edition, ms }: WorkedDocument): string {
  const told = {
    done: `${countNoun(passages, 'passage')} in ${formatSeconds(ms / 1000)}`,
    unchanged: 'as the index has it',
    dropped: 'taken off the queue or put there anew meanwhile, not written',
    failed: `failed. ${problem ?? ''}`,
  };
  return `${id}: ${told[outcome]}${edition === null ? '' : `\n${tellEdition(edition)}`}`;
}
