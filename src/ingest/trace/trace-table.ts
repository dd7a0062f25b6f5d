/** Traces a table: where it stands, and whether its figures have heads. Pure. */
import type { TracedTable } from '../../core/types.ts';
import type { ReadTable } from '../layout/chapter-text.ts';
import { boxAt, type PageFrame } from '../layout/paragraphs.ts';
import { areFigures } from '../layout/tables/words.ts';

export function traceTable(
  { table, page, rows }: ReadTable,
  frameOf: (page: number) => PageFrame,
): TracedTable {
  const figures = rows
    .flatMap(({ cells }) => cells.slice(1))
    .filter(({ content }) => areFigures(content.text));
  return {
    caption: table.caption,
    box: boxAt(page, table, frameOf(page)),
    rows: rows.length,
    figures: { all: figures.length, headless: figures.filter(({ heads }) => heads.length === 0).length },
  };
}
