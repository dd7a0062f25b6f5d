/** The figures of a run, over all its questions and by split, type and difficulty. Pure. */
import type { QuestionResult } from '../ask-question.ts';
import { evalDifficulties, evalSplits } from '../questions/eval-kinds.ts';
import { type MetricDefinition, metricDefinitions } from './metrics.ts';
import { bootstrapInterval, bootstrapStatistic, mean, percentile } from './statistics.ts';

export interface Metric {
  name: string;
  /** Null if no question was eligible. */
  value: number | null;
  /** 95 %, bootstrapped over chapters; null for quantiles, a single chapter, and figures such as AUROC within groups. */
  interval: [low: number, high: number] | null;
  /** Questions that were eligible. */
  count: number;
}

export interface Group {
  by: 'split' | 'type' | 'difficulty';
  name: string;
  count: number;
  metrics: Metric[];
}

export interface Summary {
  count: number;
  metrics: Metric[];
  groups: Group[];
}

/** A question's cluster: its first chapter; without a chapter, itself. */
export const clusterOf = (result: QuestionResult) => result.chapters[0] ?? result.id;

function measure(
  definition: MetricDefinition,
  results: readonly QuestionResult[],
  withIntervals: boolean,
): Metric {
  const eligible = results.flatMap((result) => {
    const value = definition.scoreOf(result);
    return value === null ? [] : [{ cluster: clusterOf(result), value }];
  });
  const values = eligible.map(({ value }) => value);
  const { name, quantile, statistic } = definition;
  if (statistic !== undefined) {
    const value = values.length === 0 ? null : statistic(results);
    const interval =
      value === null || !withIntervals ? null : bootstrapStatistic(results, clusterOf, statistic);
    return { name, value, interval, count: value === null ? 0 : values.length };
  }
  return quantile === undefined
    ? { name, value: mean(values), interval: bootstrapInterval(eligible), count: values.length }
    : { name, value: percentile(values, quantile), interval: null, count: values.length };
}

/** @param withIntervals whether to bootstrap figures of the whole set, which is too slow for every group. */
const measureAll = (results: readonly QuestionResult[], withIntervals: boolean) =>
  metricDefinitions.map((one) => measure(one, results, withIntervals));

function groupBy(by: Group['by'], order: readonly string[], results: readonly QuestionResult[]): Group[] {
  return order.flatMap((name) => {
    const own = results.filter((result) => result[by] === name);
    return own.length === 0 ? [] : [{ by, name, count: own.length, metrics: measureAll(own, false) }];
  });
}

export function summarize(results: readonly QuestionResult[]): Summary {
  const types = [...new Set(results.map((result) => result.type))].sort();
  return {
    count: results.length,
    metrics: measureAll(results, true),
    groups: [
      ...groupBy('split', evalSplits, results),
      ...groupBy('type', types, results),
      ...groupBy('difficulty', evalDifficulties, results),
    ],
  };
}

/** A metric by its name. */
export function findMetric(metrics: readonly Metric[], name: string): Metric {
  return metrics.find((metric) => metric.name === name) ?? { name, value: null, interval: null, count: 0 };
}
