import { describe, expect, it } from 'vitest';
import type { QueueEntry } from '../../assistant/document-queue.ts';
import { describeWorked, showQueue } from './show-queue.ts';

const plain = { paint: (_: unknown, text: string) => text };
const entry = (number: number, id: string, more: Partial<QueueEntry>): QueueEntry => ({
  number,
  id,
  file: `/reports/${id}.pdf`,
  sha256: '',
  tags: [],
  state: 'waiting',
  attempts: 0,
  problem: null,
  progress: null,
  edition: null,
  by: 'local:anna',
  upload: '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10',
  queuedAt: '2026-07-01T09:00:00.000Z',
  changedAt: '2026-07-01T09:30:12.345Z',
  ...more,
});

describe('the queue as a table', () => {
  it('has a row for each document, the reason below what failed, and how many are in each state', () => {
    const entries = [
      entry(9, 'pepsico-2022', {
        state: 'done',
        edition: { document: 'pepsico-2022', like: 'pepsico', share: 1, isDuplicate: true },
      }),
      entry(10, 'letter', { state: 'failed', problem: 'letter.pdf: not a PDF. Give a PDF file.' }),
      entry(11, 'pepsico-2023', { state: 'working' }),
      entry(12, 'pepsico-2024', {}),
    ];
    expect(showQueue(entries, plain)).toMatchInlineSnapshot(`
      "NO  STATE    SINCE (UTC)       ID
       9  done     2026-07-01 09:30  pepsico-2022
            pepsico-2022 has the same sentences as pepsico: a duplicate? verse remove pepsico-2022 takes it out.
      10  failed   2026-07-01 09:30  letter
            letter.pdf: not a PDF. Give a PDF file.
      11  working  2026-07-01 09:30  pepsico-2023
      12  waiting  2026-07-01 09:30  pepsico-2024
      4 documents: 1 waiting, 1 being read, 1 failed, 1 done within a day
      "
    `);
    expect(showQueue([], plain)).toBe('The queue is empty.\n');
  });

  it('tells what became of a document in a line', () => {
    const worked = { number: 1, id: 'letter', passages: 0, problem: null, edition: null, ms: 0 };
    const edition = { document: 'letter', like: 'draft', share: 0.714, isDuplicate: false };
    expect(
      [
        describeWorked({ ...worked, outcome: 'done', passages: 243, ms: 26_400 }),
        describeWorked({ ...worked, outcome: 'done', passages: 1, edition }),
        describeWorked({ ...worked, outcome: 'unchanged' }),
        describeWorked({ ...worked, outcome: 'dropped' }),
        describeWorked({ ...worked, outcome: 'failed', problem: 'letter.pdf: not a PDF.' }),
      ].join('\n'),
    ).toMatchInlineSnapshot(`
      "letter: 243 passages in 27 s
      letter: 1 passage in 0 s
      letter shares 71 % of its sentences with draft: another edition? verse compare draft letter says what changed.
      letter: as the index has it
      letter: taken off the queue or put there anew meanwhile, not written
      letter: failed. letter.pdf: not a PDF."
    `);
  });
});
