/** The contract of every `QuotaCounts`, tested on each implementation. */
import { describe, expect, it } from 'vitest';
import type { QuotaCounts, QuotaUse } from '../../core/quota-counts.ts';

/** Empty counts as two servers come to them; both are one where only one process can. */
export interface OpenedCounts {
  one: QuotaCounts;
  other: QuotaCounts;
  /** Lets seconds pass for all that was counted. */
  elapse(seconds: number): void;
}

export function holdQuotaContract(name: string, open: () => Promise<OpenedCounts>): void {
  const day: QuotaUse = { name: 'press-desk', limit: 3, seconds: 86_400, calls: 1 };

  describe(`quotas counted in ${name}`, () => {
    it('are counted down whichever server is asked, and refuse what is beyond', async () => {
      const { one, other } = await open();
      expect(await one.take(day)).toEqual({ isWithin: true, remaining: 2, reset: 86_400 });
      expect(await other.take(day)).toMatchObject({ isWithin: true, remaining: 1 });
      expect(await one.take(day)).toMatchObject({ isWithin: true, remaining: 0 });
      expect(await other.take(day)).toMatchObject({ isWithin: false, remaining: 0 });
    });

    it('begin anew when their time is over, and not before', async () => {
      const { one, elapse } = await open();
      await one.take({ ...day, calls: 3 });
      elapse(86_300);
      const spent = await one.take(day);
      expect(spent).toMatchObject({ isWithin: false, remaining: 0 });
      // A database's own clock goes on.
      expect(spent?.reset).toBeLessThanOrEqual(100);
      elapse(100);
      expect(await one.take(day)).toEqual({ isWithin: true, remaining: 2, reset: 86_400 });
    });

    it('are of each token, and of each length of time', async () => {
      const { one } = await open();
      await one.take({ ...day, calls: 3 });
      expect(await one.take({ ...day, name: 'budget-desk' })).toMatchObject({ remaining: 2 });
      expect(await one.take({ ...day, seconds: 3600 })).toMatchObject({ remaining: 2, reset: 3600 });
    });

    it('keep what was used where the limit becomes another one', async () => {
      const { one } = await open();
      await one.take({ ...day, calls: 3 });
      expect(await one.take({ ...day, limit: 10 })).toMatchObject({ isWithin: true, remaining: 6 });
      expect(await one.take({ ...day, limit: 2 })).toMatchObject({ isWithin: false });
    });

    it('let through as many of those that ask at once as the limit says', async () => {
      const { one, other } = await open();
      const asked = Array.from({ length: 40 }, (_, at) =>
        (at % 2 === 0 ? one : other).take({ ...day, limit: 15 }),
      );
      const rates = await Promise.all(asked);
      expect(rates.filter((rate) => rate?.isWithin)).toHaveLength(15);
      const left = rates.flatMap((rate) => (rate?.isWithin ? [rate.remaining] : []));
      expect(left.sort((a, b) => b - a)).toEqual(Array.from({ length: 15 }, (_, at) => 14 - at));
    });
  });
}
