/** A run as plain text and as JSON. Pure. */
import type { QuestionResult } from './ask-question.ts';
import {
  answerMetrics,
  confidenceMetrics,
  type MetricDefinition,
  populations,
  rankingMetrics,
  recallDepths,
} from './metrics.ts';
import { findMetric, type Group, type Metric, type Summary } from './summarize.ts';

/** What made the figures; travels with them. */
export interface EvalSettings {
  /** The product's version. */
  version: string | null;
  encoder: string;
  files: { name: string; questions: number }[];
  /** What was asked for; null: all. */
  split: string | null;
  kinds: string[] | null;
  /** Questions asked, by kind. */
  asked: Record<string, number>;
  retrievalDepth: number;
  wordCap: number;
  bootstrap: { seed: number; resamples: number; level: number };
}

/** The whole of a run; `JSON.stringify` and read it back. */
export interface EvalReport {
  settings: EvalSettings;
  summary: Summary;
  misses: string[];
  questions: QuestionResult[];
}

/** Columns under one another: the first to the left, the rest to the right, two spaces between. */
function alignRows(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** ".872", "1.000"; a dash where nothing was eligible. */
function formatShare(value: number | null): string {
  return value === null ? '–' : value.toFixed(3).replace(/^0/, '');
}

function formatMetric(value: number | null, { unit }: Pick<MetricDefinition, 'unit'>): string {
  if (unit === 'share' || value === null) return formatShare(value);
  return unit === 'ms' ? `${value.toFixed(1)} ms` : value.toFixed(1);
}

function formatInterval({ interval }: Metric, definition: MetricDefinition): string {
  return interval === null ? '' : interval.map((bound) => formatMetric(bound, definition)).join(' to ');
}

function retrievalTable(metrics: readonly Metric[]): string[] {
  const row = (label: string, name: (k: number) => string) => {
    const found = recallDepths.map((k) => findMetric(metrics, name(k)));
    const count = found[0]?.count ?? 0;
    return count === 0 ? [] : [[label, ...found.map(({ value }) => formatShare(value)), String(count)]];
  };
  return alignRows([
    ['Evidence in the first k passages', ...recallDepths.map((k) => `@${k}`), 'questions'],
    ...populations.flatMap(({ prefix, label }) => row(`  ${label}`, (k) => `${prefix}recall@${k}`)),
    ...row('  answerable, all of it', (k) => `all-evidence@${k}`),
  ]);
}

/** A line for each figure that a question was eligible for, and an empty line above; nothing where there is none. */
function figureTable(
  title: string,
  definitions: readonly MetricDefinition[],
  metrics: readonly Metric[],
): string[] {
  const rows = definitions.flatMap((definition) => {
    const metric = findMetric(metrics, definition.name);
    if (metric.count === 0) return [];
    const { value, count } = metric;
    return [
      [
        `  ${definition.label}`,
        formatMetric(value, definition),
        formatInterval(metric, definition),
        String(count),
      ],
    ];
  });
  return rows.length === 0
    ? []
    : ['', ...alignRows([[title, 'value', '95 % interval', 'questions'], ...rows])];
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

function groupTable(by: Group['by'], groups: readonly Group[]): string[] {
  const rows = groups
    .filter((group) => group.by === by)
    .map(({ name, count, metrics }) => [
      `  ${name}`,
      ...groupColumns.map((column) => formatMetric(findMetric(metrics, column.name).value, column)),
      String(count),
    ]);
  return rows.length === 0
    ? []
    : ['', ...alignRows([[`By ${by}`, ...groupColumns.map(({ heading }) => heading), 'questions'], ...rows])];
}

function heading({ version, encoder, files, split, asked }: EvalSettings): string[] {
  const total = Object.values(asked).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(asked).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${total} questions of ${files.map(({ name }) => name).join(', ')}${split === null ? '' : `, split ${split}`}`,
    `  ${kinds.join(', ')}`,
    `  ${version === null ? '' : `version ${version}, `}encoder ${encoder}`,
  ];
}

/** The tables, plain and aligned; ends with the thresholds missed. */
export function formatReport({ settings, summary, misses }: Omit<EvalReport, 'questions'>): string {
  return [
    ...heading(settings),
    '',
    ...retrievalTable(summary.metrics),
    ...figureTable('Passages, by ir_measures’ names', rankingMetrics, summary.metrics),
    ...figureTable('Answers', answerMetrics, summary.metrics),
    ...figureTable('Confidence', confidenceMetrics, summary.metrics),
    ...(['split', 'type', 'difficulty'] as const).flatMap((by) => groupTable(by, summary.groups)),
    ...(misses.length === 0 ? [] : ['', 'Thresholds missed', ...misses.map((miss) => `  ${miss}`)]),
    '',
  ].join('\n');
}
