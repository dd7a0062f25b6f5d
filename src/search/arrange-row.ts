/** Sets a table's row with what stands over its cells: arranged so, and no quotation. */
import type { TableRow } from '../core/types.ts';

/** Each cell of the row after its heads: "Goodwill: 2018 12,790; 2017 13,486 (in millions)"; what heads the labels comes first. */
export function arrangeRow({ cells, under, unit }: TableRow): string {
  const [first, ...rest] = cells;
  if (first === undefined) return '';
  const isHeaded = rest.some(({ heads }) => heads.length > 0);
  const isLabel = first.heads.length === 0 || isHeaded;
  // "Canada | December | 3.5" has two labels: the second has no head either.
  const more = isHeaded
    ? rest.slice(
        0,
        rest.findIndex(({ heads }) => heads.length > 0),
      )
    : [];
  const labels = [...first.heads, ...under, first.text, ...more.map(({ text }) => text)];
  const figures = isLabel ? rest.slice(more.length) : cells;
  const label = (isLabel ? labels : under).join(', ');
  const told = figures.map(({ heads, text }) => [...heads, text].join(' '));
  const row = [label, told.join('; ')].filter((part) => part !== '').join(': ');
  return unit === null ? row : `${row} (${unit.replace(/^\(|\)$/g, '')})`;
}
