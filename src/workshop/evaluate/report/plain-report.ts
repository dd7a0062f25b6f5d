/** A run as plain text. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { describeRun, type EvalReport } from './eval-report.ts';
import { buildTables, type Table } from './tables.ts';

/** A table with its rows indented under its heading. */
export function alignTable(table: Table): string[] {
  return alignRows(
    table.map(([label = '', ...cells], index) => [index === 0 ? label : `  ${label}`, ...cells]),
  );
}

/** Tables one below the other, an empty line behind each. */
export const formatTables = (tables: readonly Table[]): string =>
  tables.flatMap((table) => [...alignTable(table), '']).join('\n');

/** The tables, aligned, then the missed thresholds. */
export function formatReport(report: Omit<EvalReport, 'questions'>): string {
  const { settings, comparison, misses } = report;
  const [title = '', ...details] = describeRun(settings);
  return [
    title,
    ...details.map((line) => `  ${line}`),
    ...buildTables(report, { latency: true }).flatMap((table) => ['', ...alignTable(table)]),
    ...(comparison?.figures ?? []).flatMap(({ name, worse, better }) => [
      ...(worse.length === 0 ? [] : [`  ${name} lost: ${worse.join(', ')}`]),
      ...(better.length === 0 ? [] : [`  ${name} won: ${better.join(', ')}`]),
    ]),
    ...(misses.length === 0 ? [] : ['', 'Thresholds missed', ...misses.map((miss) => `  ${miss}`)]),
    '',
  ].join('\n');
}
