/** A run as Markdown tables, for docs/evals.md; deterministic. Pure. */
import { describeRun, type EvalReport, withoutFolders } from './eval-report.ts';
import { buildTables, type Table, type TableOptions } from './tables.ts';

function escapeCell(text: string): string {
  return text.replace(/^ {2}/, '… ').replaceAll('|', '\\|');
}

/** A table, preceded by an empty line. */
export function renderTable([heading = [], ...rows]: Table): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rule = heading.map((_, column) => (column === 0 ? '---' : '---:'));
  return ['', line(heading), line(rule), ...rows.map(line)];
}

export function renderMarkdown(report: EvalReport, options: TableOptions): string {
  const { settings, misses } = report;
  const lines = describeRun(withoutFolders(settings));
  return [
    `${lines.join('; ')}. Intervals are ${settings.bootstrap.level * 100} % bootstrap intervals over chapters.`,
    ...buildTables(report, options).flatMap(renderTable),
    ...(misses.length === 0 ? [] : ['', 'Thresholds missed:', '', ...misses.map((miss) => `- ${miss}`)]),
    '',
  ].join('\n');
}
