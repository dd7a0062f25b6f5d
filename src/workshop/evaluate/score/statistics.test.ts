import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, bootstrapStatistic, mean, percentile } from './statistics.ts';

describe('mean and percentile', () => {
  it('have no value over nothing', () => {
    expect(mean([])).toBeNull();
    expect(percentile([], 0.5)).toBeNull();
  });

  it('take the mean', () => {
    expect(mean([1, 0, 1, 1])).toBe(0.75);
  });

  it('take a percentile between two neighbours, in any order', () => {
    expect(percentile([40, 10, 30, 20], 0.5)).toBe(25);
    expect(percentile([40, 10, 30, 20], 0.95)).toBeCloseTo(38.5);
    expect(percentile([7], 0.95)).toBe(7);
  });
});

describe('bootstrapInterval', () => {
  const values = (cluster: string, ...own: number[]) => own.map((value) => ({ cluster, value }));

  it('has none over fewer than two chapters', () => {
    expect(bootstrapInterval([])).toBeNull();
    expect(bootstrapInterval(values('Germany', 0, 1, 1))).toBeNull();
  });

  it('spans all that two opposite chapters allow', () => {
    expect(bootstrapInterval([...values('Germany', 1, 1), ...values('Hungary', 0, 0)])).toEqual([0, 1]);
  });

  it('is wider when questions of a chapter agree than when they are independent', () => {
    const own = Array.from({ length: 40 }, (_, index) => ({
      value: index < 20 ? 1 : 0,
      chapter: Math.floor(index / 10),
    }));
    const width = (clusterOf: (index: number, chapter: number) => string) => {
      const [low, high] = bootstrapInterval(
        own.map(({ value, chapter }, index) => ({ value, cluster: clusterOf(index, chapter) })),
      ) ?? [0, 0];
      return high - low;
    };
    const clustered = width((_, chapter) => `chapter ${chapter}`);
    const alone = width((index) => `question ${index}`);
    expect(clustered).toBeGreaterThan(alone);
    // The normal approximation for 40 coins: 2 x 1.96 x sqrt(.25 / 40) = .31.
    expect(alone).toBeGreaterThan(0.25);
    expect(alone).toBeLessThan(0.37);
  });

  it('holds the mean, and is the same every time', () => {
    const value = fc.record({
      cluster: fc.constantFrom('Austria', 'Belgium', 'Spain'),
      value: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (all) => {
        const interval = bootstrapInterval(all);
        expect(bootstrapInterval(all)).toEqual(interval);
        if (interval === null) return;
        const middle = mean(all.map((one) => one.value)) ?? Number.NaN;
        expect(interval[0]).toBeLessThanOrEqual(middle + 1e-9);
        expect(interval[1]).toBeGreaterThanOrEqual(middle - 1e-9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('bootstrapStatistic', () => {
  const value = fc.record({
    cluster: fc.constantFrom('Austria', 'Belgium', 'Spain'),
    value: fc.constantFrom(0, 1),
  });

  const close = (bound: number | undefined) => (bound === undefined ? undefined : expect.closeTo(bound, 10));

  it('gives the interval of the mean where the figure is the mean', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (all) => {
        const interval = bootstrapStatistic(
          all,
          ({ cluster }) => cluster,
          (drawn) => mean(drawn.map((one) => one.value)),
        );
        const expected = bootstrapInterval(all);
        expect(interval === null).toBe(expected === null);
        for (const side of [0, 1]) expect(interval?.[side]).toEqual(close(expected?.[side]));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves out the draws that the figure has no value on', () => {
    const items = [
      { cluster: 'Austria', value: 1 },
      { cluster: 'Spain', value: 0 },
    ];
    const onlyWithSpain = (drawn: readonly { cluster: string }[]) =>
      drawn.some(({ cluster }) => cluster === 'Spain') ? drawn.length : null;
    expect(bootstrapStatistic(items, ({ cluster }) => cluster, onlyWithSpain)).toEqual([2, 2]);
    expect(bootstrapStatistic(items.slice(1), ({ cluster }) => cluster, onlyWithSpain)).toBeNull();
  });
});
