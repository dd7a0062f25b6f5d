/** A run as plain text. Pure. */
import { describeRun, type EvalReport } from './eval-report.ts';
import { buildTables, type Table } from './tables.ts';

/** Columns under one another: labels to the left, the rest to the right, two spaces between. */
function alignTable(table: Table): string[] {
  const rows = table.map(([label = '', ...cells], index) => [index === 0 ? label : `  ${label}`, ...cells]);
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

/** The tables, plain and aligned; ends with the thresholds missed. */
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
