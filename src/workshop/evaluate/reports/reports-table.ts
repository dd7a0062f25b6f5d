/** The figures of many reports as a table: a row for each, and their means. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { formatShare } from '../../../text/format-share.ts';
import { renderPage } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import { groupBy } from '../score/group-by.ts';
import { mean } from '../score/statistics.ts';
import { findMetric } from '../score/summarize.ts';
import type { ReportScore } from './evaluate-reports.ts';

/** The figures shown, by their names in evals/FORMAT.md. */
const columns = [
  ['recall@5', 'evidence @5'],
  ['recall@10', '@10'],
  ['facts', 'all facts'],
  ['words', 'words'],
  ['page-hit', 'right page cited'],
  ['false-premise.facts', 'premise corrected'],
  ['auroc.near-miss', 'near misses, AUROC'],
  ['refused@90.near-miss', 'refused at 90 %'],
  ['not-found.near-miss', 'refused'],
] as const;

const head = ['report', 'split', 'questions', ...columns.map(([, label]) => label)];

const figureOf = ({ summary }: ReportScore, name: string) => findMetric(summary.metrics, name).value;

const show = (name: string, value: number | null): string =>
  name === 'words' && value !== null ? value.toFixed(0) : formatShare(value);

const meanOf = (scores: readonly ReportScore[], name: string): number | null =>
  mean(scores.flatMap((score) => figureOf(score, name) ?? []));

function meanRow(scores: readonly ReportScore[], split: string): string[] {
  const count = scores.reduce((sum, { summary }) => sum + summary.count, 0);
  const cells = columns.map(([name]) => show(name, meanOf(scores, name)));
  return [`mean of ${scores.length}`, split, String(count), ...cells];
}

function toTable(scores: readonly ReportScore[]): Table {
  const rows = scores.map((score) => [
    score.report,
    score.split ?? '',
    String(score.summary.count),
    ...columns.map(([name]) => show(name, figureOf(score, name))),
  ]);
  const ofSplits = [...groupBy(scores, ({ split }) => split)].map(([split, own]) =>
    meanRow(own, split ?? ''),
  );
  return [head, ...rows, ...(ofSplits.length > 1 ? ofSplits : []), meanRow(scores, '')];
}

/** For the terminal. */
export const formatReports = (scores: readonly ReportScore[]): string =>
  `${alignRows(toTable(scores)).join('\n')}\n`;

/** As a Markdown page. @param processor the figures were made on. */
export const renderReports = (scores: readonly ReportScore[], processor: string): string =>
  renderPage(
    'How well other reports are answered',
    `Each report was asked alone; on ${processor}.`,
    toTable(scores),
    2,
  );
