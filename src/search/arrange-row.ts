/** Sets a table's row with what stands over its cells: arranged so, and no quotation. */
import type { RowCell, TableRow } from '../core/types.ts';

/** A row's labels, from the outer one on, and the cells that they label. */
export function partRow({ cells, under }: Pick<TableRow, 'cells' | 'under'>): {
  labels: string[];
  figures: RowCell[];
} {
  const [first, ...rest] = cells;
  if (first === undefined) return { labels: [], figures: [] };
  const isHeaded = rest.some(({ heads }) => heads.length > 0);
  const isLabel = first.heads.length === 0 || isHeaded;
  if (!isLabel) return { labels: [...under], figures: [...cells] };
  // "Canada | December | 3.5" has two labels: the second has no head either.
  const more = isHeaded
    ? rest.slice(
        0,
        rest.findIndex(({ heads }) => heads.length > 0),
      )
    : [];
  const labels = [...first.heads, ...under, first.text, ...more.map(({ text }) => text)];
  return { labels, figures: rest.slice(more.length) };
}

/** Each cell of the row after its heads: "Goodwill: 2018 12,790; 2017 13,486 (in millions)"; what heads the labels comes first. */
export function arrangeRow(row: TableRow): string {
  const { labels, figures } = partRow(row);
  const label = labels.join(', ');
  const told = figures.map(({ heads, text }) => [...heads, text].join(' '));
  const arranged = [label, told.join('; ')].filter((part) => part !== '').join(': ');
  return row.unit === null ? arranged : `${arranged} (${row.unit.replace(/^\(|\)$/g, '')})`;
}
