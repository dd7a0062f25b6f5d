/** Rows of texts in columns. Pure. */
import { columnsOf, padRight } from '../../text/columns.ts';

/** The rows below their heads, each column as wide as its longest cell. */
export function showTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => columnsOf(row[at] ?? ''))));
  const lines = all.map((row) => widths.map((width, at) => padRight(row[at] ?? '', width)).join('  '));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
