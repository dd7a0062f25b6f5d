/** A row of a table in words, where its figures are quoted without the heads of their columns. Pure. */
import type { Citation } from './types.ts';

/** `arranged, of "Balance sheets": Goodwill: 2018 12,790 …`: put together from the table, no quotation; nothing of a sentence. */
export function tellRow({ row }: Pick<Citation, 'row'>): string | undefined {
  if (row === undefined) return undefined;
  const title = row.caption === null ? '' : `, of "${row.caption}"`;
  return `arranged${title}: ${row.arranged}`;
}
