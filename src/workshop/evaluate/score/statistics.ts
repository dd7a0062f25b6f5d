/** Means, percentiles and bootstrap intervals. Pure: the random numbers come from a seed. */

import { seededRandom } from '../../../core/seeded-random.ts';
import { groupBy } from './group-by.ts';

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The quantile at `share` (0..1), with linear interpolation (type 7 of Hyndman and Fan 1996). */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined
    ? null
    : below + (above - below) * (place - Math.floor(place));
}

/** A value and its cluster. */
export interface ClusteredValue {
  cluster: string;
  value: number;
}

/** Fixed, so that the same results give the same intervals. */
export const bootstrap = { seed: 20260601, resamples: 1000, level: 0.95 };

/** The 95 % interval of resampled values. */
function percentileInterval(values: readonly number[]): [low: number, high: number] | null {
  const tail = (1 - bootstrap.level) / 2;
  const low = percentile(values, tail);
  const high = percentile(values, 1 - tail);
  return low === null || high === null ? null : [low, high];
}

/** Draws as many clusters as there are, with replacement, `bootstrap.resamples` times. */
function resample<Cluster, Value>(
  clusters: readonly Cluster[],
  measure: (drawn: Cluster[]) => Value,
): Value[] {
  const random = seededRandom(bootstrap.seed);
  return Array.from({ length: bootstrap.resamples }, () =>
    measure(
      Array.from({ length: clusters.length }, () => clusters[Math.floor(random() * clusters.length)]).filter(
        (cluster) => cluster !== undefined,
      ),
    ),
  );
}

/**
 * The 95 % interval of the mean, resampling whole clusters, since questions on one chapter share its layout, author and
 * question writer. Percentile bootstrap (Efron and Tibshirani 1993, 13.3). Null for fewer than two clusters.
 */
export function bootstrapInterval(values: readonly ClusteredValue[]): [low: number, high: number] | null {
  const byCluster = new Map<string, { sum: number; count: number }>();
  for (const { cluster, value } of values) {
    const total = byCluster.get(cluster) ?? { sum: 0, count: 0 };
    byCluster.set(cluster, { sum: total.sum + value, count: total.count + 1 });
  }
  const clusters = [...byCluster.values()];
  if (clusters.length < 2) return null;
  const means = resample(clusters, (drawn) => {
    const sum = drawn.reduce((total, one) => total + one.sum, 0);
    return sum / drawn.reduce((total, one) => total + one.count, 0);
  });
  return percentileInterval(means);
}

/**
 * As `bootstrapInterval`, for a figure that is not a mean: it is measured on each sample. Samples without a value (no
 * near miss among them) are left out.
 */
export function bootstrapStatistic<Item>(
  items: readonly Item[],
  clusterOf: (item: Item) => string,
  statistic: (drawn: readonly Item[]) => number | null,
): [low: number, high: number] | null {
  const byCluster = groupBy(items, clusterOf);
  if (byCluster.size < 2) return null;
  const values = resample([...byCluster.values()], (drawn) => statistic(drawn.flat()));
  return percentileInterval(values.filter((value) => value !== null));
}

/** The normal quantile of `bootstrap.level`. */
const z95 = 1.959964;

/**
 * The 95 % interval of a share in a small sample, valid at 0 and 1 too (Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference"). Null for an empty sample.
 */
export function wilsonInterval(count: number, total: number): [low: number, high: number] | null {
  if (total === 0) return null;
  const share = count / total;
  const spread = z95 ** 2 / total;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / total + spread / (4 * total));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
