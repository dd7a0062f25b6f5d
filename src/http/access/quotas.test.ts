import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import { holdQuotaContract } from '../../testing/store/quota-counts-contract.ts';
import { countInMemory, countQuotas } from './quotas.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

holdQuotaContract('memory', async () => {
  const counts = countInMemory();
  return {
    one: counts,
    other: counts,
    elapse: (seconds) => void vi.setSystemTime(Date.now() + seconds * 1000),
  };
});

describe('quotas of several servers', () => {
  const use = { name: 'desk', limit: 2, seconds: 60, calls: 1 };

  it('are counted by this one for itself as long as their database may not, which is told once', async () => {
    const rates = [undefined, undefined, { isWithin: true, remaining: 0, reset: 9 }, undefined];
    const problems: string[] = [];
    const take = countQuotas({ take: async () => rates.shift() }, (problem) => problems.push(problem));
    expect(await take(use)).toEqual({ isWithin: true, remaining: 1, reset: 60 });
    expect(await take(use)).toMatchObject({ remaining: 0 });
    expect(problems).toEqual([
      'Quotas are counted by this server for itself: the database has no table for them yet, or its user may not write it (docs/guides/scale.md).',
    ]);
    expect(await take(use)).toEqual({ isWithin: true, remaining: 0, reset: 9 });
    await take(use);
    expect(problems).toHaveLength(2);
  });

  it('grant nothing while their database is away', async () => {
    const away = new VerseError('database-away', 'The database is not reached.', 'Check that it runs.');
    const take = countQuotas({ take: () => Promise.reject(away) }, () => {});
    await expect(take(use)).rejects.toBe(away);
  });
});
