import { expect, it } from 'vitest';
import type { QueueEntry } from '../assistant/document-queue.ts';
import { seeAgain } from './queue-files.ts';

const entry = (number: number, state: QueueEntry['state']): QueueEntry => ({
  number,
  id: `pepsico-${number}`,
  file: `/reports/pepsico-${number}.pdf`,
  sha256: '',
  tags: [],
  state,
  attempts: 0,
  problem: null,
  progress: null,
  edition: null,
  by: 'local:anna',
  upload: '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10',
  queuedAt: '2026-07-01T09:00:00.000Z',
  changedAt: '2026-07-01T09:30:12.345Z',
});

it('is waited for what waits and what is read, not for what was done, failed or was cleared meanwhile', () => {
  const waited = [1, 2, 3, 4, 5].map((number) => entry(number, 'waiting'));
  const now = [
    entry(1, 'waiting'),
    entry(2, 'working'),
    entry(3, 'done'),
    entry(4, 'failed'),
    entry(6, 'waiting'),
  ];
  expect(
    seeAgain(waited, now).map(({ entry: { number, state }, isOver }) => [number, state, isOver]),
  ).toEqual([
    [1, 'waiting', false],
    [2, 'working', false],
    [3, 'done', true],
    [4, 'failed', true],
    [5, 'waiting', true],
  ]);
});
