import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import type { QueueEntry } from '../store/document-queue.ts';
import { shareLooks } from './queue-looks.ts';

/** A queue that counts how often it is looked at. */
function countedQueue(list: () => QueueEntry[] = () => []) {
  const counted = { looks: 0 };
  return {
    counted,
    queue: {
      list: async () => {
        counted.looks += 1;
        return list();
      },
    },
  };
}

describe('looks at the queue', () => {
  it('are one for all who wait, and none while nobody does', async () => {
    const { queue, counted } = countedQueue();
    const looks = shareLooks(queue, 1);
    const seen = await Promise.all(Array.from({ length: 50 }, () => looks.next()));
    expect(counted.looks).toBe(1);
    expect(new Set(seen).size).toBe(1);
    await wait(30);
    expect(counted.looks).toBe(1);
    await looks.next();
    expect(counted.looks).toBe(2);
  });

  it('see nothing while the database is away, and tell of what does not pass', async () => {
    const problems = [
      new VerseError('database-away', 'The database cannot be reached.'),
      new VerseError('stale-index', 'The tables are of a later version.'),
    ];
    const { queue } = countedQueue(() => {
      const problem = problems.shift();
      if (problem !== undefined) throw problem;
      return [];
    });
    const looks = shareLooks(queue, 1);
    expect(await looks.next()).toBeUndefined();
    await expect(looks.next()).rejects.toThrow('The tables are of a later version.');
    expect(await looks.next()).toEqual([]);
  });

  it('are not made any more once they were ended', async () => {
    const { queue, counted } = countedQueue();
    const looks = shareLooks(queue, 10_000);
    const ended = expect(looks.next()).rejects.toThrow();
    await looks.close();
    await ended;
    await expect(looks.next()).rejects.toThrow();
    expect(counted.looks).toBe(0);
  });
});
