/** Tables in plain text. Pure. */
import { columnsOf, padLeft, padRight } from './columns.ts';

/** Aligns columns: the first to the left, the rest to the right, two spaces between. */
export function alignRows(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? padRight : padLeft)(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
