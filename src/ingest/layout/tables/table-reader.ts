/** Reads tables one after the other, those over pages as one. Pure. */
import type { FoundTable } from '../../page-model.ts';
import { joinLines } from '../paragraphs.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { addsLabelColumn, hasColumnsOf } from './place-tables.ts';
import { readTable, type TableEnd, type TableRow, tellsYear } from './table-rows.ts';

/** A table's rows, with the title and unit that are printed above its first page. */
export interface ReadRows extends Pick<FoundTable, 'caption' | 'unit'> {
  rows: TableRow[];
}

/** The heads of a table of another year, told by a heading between the two: "2021/22" below a table of 2020/21. */
function withYear(end: TableEnd, year: string | undefined): TableEnd {
  const [labels, ...others] = end.heads;
  return year !== undefined && labels?.some(tellsYear) ? { ...end, heads: [[year], ...others] } : end;
}

/** The heads of a table that has one column more beside its labels. */
const withLabelColumn = (end: TableEnd): TableEnd => ({
  ...end,
  heads: [...end.heads.slice(0, 1), [], ...end.heads.slice(1)],
  markers: [...end.markers.slice(0, 1), [], ...end.markers.slice(1)],
});

/** Reads a chapter's tables one after the other: one that goes on keeps its heads, and over pages its groups and title. */
export function createTableReader(vocabulary: Vocabulary) {
  let last: { table: FoundTable; end: TableEnd; page: number; isAbove: boolean; year?: string } | null = null;
  return {
    read(table: FoundTable, page: number): ReadRows {
      const isNear = last !== null && page - last.page <= 1 && hasColumnsOf(table, last.table);
      const isWider = last?.page === page && addsLabelColumn(table, last.table);
      const before =
        last !== null && isWider ? { ...last, end: withLabelColumn(last.end) } : isNear ? last : null;
      const isOver = before?.isAbove === true && page > before.page;
      const kept = isOver ? before.end : before && { ...withYear(before.end, before.year), labels: [] };
      const titleLines = table.titleLines ?? (isOver ? before.table.titleLines : undefined) ?? [];
      const ofTitle = joinLines(titleLines, vocabulary).markers;
      const { rows, end, goesOn } = readTable(table, vocabulary, kept ?? undefined, ofTitle);
      const titled = goesOn && isOver ? before.table : table;
      const title = { caption: table.caption ?? titled.caption, unit: table.unit ?? titled.unit };
      last = { table: { ...table, ...title, titleLines }, end, page, isAbove: true };
      return { ...title, rows };
    },
    /** Text or a heading, whose title is given, stands between two tables, which are then no one table. */
    part(heading?: string): void {
      if (last === null) return;
      last.isAbove = false;
      if (heading !== undefined && tellsYear(heading)) last.year = heading;
    },
  };
}
