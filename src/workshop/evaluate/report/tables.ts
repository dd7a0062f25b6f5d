/** The figures of a run as tables of text cells, for every format that prints tables. Pure. */

import { basename } from 'node:path';
import { formatShare } from '../../../text/format-share.ts';
import type { BaselineResult } from '../baselines.ts';
import { type BaselineComparison, formatChange } from '../bounds/gate.ts';
import {
  answerMetrics,
  confidenceMetrics,
  type MetricDefinition,
  populations,
  rankingMetrics,
  recallDepths,
  wordCap,
} from '../score/metrics.ts';
import { findMetric, type Group, type Metric } from '../score/summarize.ts';
import type { EvalReport } from './eval-report.ts';

/** The first row is the heading, the first column the labels; two leading spaces mark a part of the row above. */
export type Table = readonly (readonly string[])[];

export function formatMetric(value: number | null, { unit }: Pick<MetricDefinition, 'unit'>): string {
  if (unit === 'share' || value === null) return formatShare(value);
  return unit === 'ms' ? `${value.toFixed(1)} ms` : value.toFixed(1);
}

function formatInterval({ interval }: Metric, definition: MetricDefinition): string {
  return interval === null ? '' : interval.map((bound) => formatMetric(bound, definition)).join(' to ');
}

function retrievalTable(metrics: readonly Metric[]): Table {
  const row = (label: string, name: (k: number) => string) => {
    const found = recallDepths.map((k) => findMetric(metrics, name(k)));
    const count = found[0]?.count ?? 0;
    return count === 0 ? [] : [[label, ...found.map(({ value }) => formatShare(value)), String(count)]];
  };
  return [
    ['Evidence in the first k passages', ...recallDepths.map((k) => `@${k}`), 'questions'],
    ...populations.flatMap(({ prefix, label }) => row(label, (k) => `${prefix}recall@${k}`)),
    ...row('answerable, all of it', (k) => `all-evidence@${k}`),
  ];
}

/** A row for each figure with an eligible question. */
function figureTable(
  title: string,
  definitions: readonly MetricDefinition[],
  metrics: readonly Metric[],
): Table {
  const rows = definitions.flatMap((definition) => {
    const metric = findMetric(metrics, definition.name);
    if (metric.count === 0) return [];
    const { value, count } = metric;
    return [
      [definition.label, formatMetric(value, definition), formatInterval(metric, definition), String(count)],
    ];
  });
  return [[title, 'value', '95 % interval', 'questions'], ...rows];
}

const groupColumns = [
  { heading: 'evidence @5', name: 'recall@5', unit: 'share' },
  { heading: '@10', name: 'recall@10', unit: 'share' },
  { heading: 'facts', name: 'facts', unit: 'share' },
  { heading: 'words', name: 'words', unit: 'words' },
  { heading: 'page hit', name: 'page-hit', unit: 'share' },
  { heading: 'answered', name: 'answered', unit: 'share' },
  { heading: 'near misses not found', name: 'not-found.near-miss', unit: 'share' },
] as const;

function groupTable(by: Group['by'], groups: readonly Group[]): Table {
  const rows = groups
    .filter((group) => group.by === by)
    .map(({ name, count, metrics }) => [
      name,
      ...groupColumns.map((column) => formatMetric(findMetric(metrics, column.name).value, column)),
      String(count),
    ]);
  return [[`By ${by}`, ...groupColumns.map(({ heading }) => heading), 'questions'], ...rows];
}

export interface TableOptions {
  /** Latencies differ between runs, so committed files leave them out. */
  latency: boolean;
}

/** Retrieval and facts of each baseline; facts with intervals. */
function baselineTable(baselines: readonly BaselineResult[]): Table {
  const heading = [
    `Within ${wordCap} words`,
    ...recallDepths.map((k) => `evidence @${k}`),
    'facts',
    '95 % interval',
    'words',
  ];
  return [
    heading.map((cell, column) => (column > 1 ? cell.replace('evidence ', '') : cell)),
    ...baselines.map(({ label, metrics }) => {
      const facts = findMetric(metrics, 'facts');
      return [
        label,
        ...recallDepths.map((k) => formatShare(findMetric(metrics, `recall@${k}`).value)),
        formatShare(facts.value),
        facts.interval === null ? '' : facts.interval.map(formatShare).join(' to '),
        formatMetric(findMetric(metrics, 'words').value, { unit: 'words' }),
      ];
    }),
  ];
}

/** Each figure before and now. */
function comparisonTable({ name, version, figures }: BaselineComparison): Table {
  const made = version === null ? '' : `, version ${version}`;
  return [
    [
      `Against ${basename(name)}${made}`,
      'before',
      'now',
      'difference',
      '95 % interval',
      'worse',
      'better',
      'questions',
    ],
    ...figures.flatMap(({ label, before, now, interval, count, worse, better }) =>
      before === null || now === null
        ? []
        : [
            [
              label,
              formatShare(before),
              formatShare(now),
              formatChange(now - before),
              interval === null ? '' : interval.map(formatChange).join(' to '),
              String(worse.length),
              String(better.length),
              String(count),
            ],
          ],
    ),
  ];
}

/** All non-empty tables. */
export function buildTables(
  {
    summary: { metrics, groups },
    baselines = [],
    comparison,
  }: Pick<EvalReport, 'summary' | 'baselines' | 'comparison'>,
  { latency }: TableOptions,
): Table[] {
  const answers = answerMetrics.filter(({ unit }) => latency || unit !== 'ms');
  return [
    retrievalTable(metrics),
    figureTable('Passages, by ir_measures’ names', rankingMetrics, metrics),
    figureTable('Answers', answers, metrics),
    figureTable('Confidence', confidenceMetrics, metrics),
    baselineTable(baselines),
    ...(comparison === undefined ? [] : [comparisonTable(comparison)]),
    ...(['split', 'type', 'difficulty'] as const).map((by) => groupTable(by, groups)),
  ].filter((table) => table.length > 1);
}
