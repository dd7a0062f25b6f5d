/** A run as Markdown tables, for docs/evals.md; deterministic. Pure. */
import { describeRun, type EvalReport, withoutFolders } from './eval-report.ts';
import { buildTables, type Table, type TableOptions } from './tables.ts';

function escapeCell(text: string): string {
  return text.replace(/^ {2}/, '… ').replaceAll('|', '\\|');
}

/** @param labels how many columns are text; the others are numbers. */
function renderLines([heading = [], ...rows]: Table, labels: number): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rule = heading.map((_, column) => (column < labels ? '---' : '---:'));
  return ['', line(heading), line(rule), ...rows.map(line)];
}

/** A table, preceded by an empty line. */
export const renderTable = (table: Table): string[] => renderLines(table, 1);

/** A page of one table. @param labels how many of its columns are text. */
export const renderPage = (title: string, about: string, table: Table, labels = 1): string =>
  [`# ${title}`, '', about, ...renderLines(table, labels), ''].join('\n');

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
