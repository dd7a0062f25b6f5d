/** Sets a table's row with what stands over its cells: arranged so, and no quotation. */
import type { TableRow } from '../core/types.ts';

/** Each cell of the row after its heads: "Goodwill: 2018 12,790; 2017 13,486 (in millions)". */
export function arrangeRow({ cells, under, unit }: TableRow): string {
  const [first, ...rest] = cells;
  if (first === undefined) return '';
  const isLabel = first.heads.length === 0 || rest.some(({ heads }) => heads.length > 0);
  const label = isLabel ? [...under, first.text].join(', ') : under.join(', ');
  const told = (isLabel ? rest : cells).map(({ heads, text }) => [...heads, text].join(' '));
  const row = [label, told.join('; ')].filter((part) => part !== '').join(': ');
  return unit === null ? row : `${row} (${unit.replace(/^\(|\)$/g, '')})`;
}
