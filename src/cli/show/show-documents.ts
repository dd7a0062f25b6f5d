/** Documents as a table, a row each. Pure. */
import { columnsOf, cutToColumns, padLeft, padRight } from '../../text/columns.ts';
import type { DocumentListing } from '../../wire/types.ts';
import type { Terminal } from '../terminal.ts';

interface Column {
  head: string;
  cell: (document: DocumentListing) => string;
  /** A number stands at the right. */
  isNumber?: true;
  /** Left out where no document has anything in it. */
  isOptional?: true;
  /** The columns that it keeps of a row that is too long; it is never cut without. */
  least?: number;
}

const allColumns: readonly Column[] = [
  { head: 'ID', cell: ({ id }) => id },
  { head: 'TITLE', cell: ({ title }) => title, least: 20 },
  { head: 'YEAR', cell: ({ year }) => (year === undefined ? '' : String(year)) },
  { head: 'PAGES', cell: ({ pages }) => pages.toLocaleString('en'), isNumber: true },
  { head: 'CHAPTERS', cell: ({ chapters }) => chapters.length.toLocaleString('en'), isNumber: true },
  { head: 'READ', cell: ({ reading }) => reading.verdict },
  { head: 'INGESTED', cell: ({ ingestedAt }) => ingestedAt.slice(0, 10) },
  { head: 'COLLECTION', cell: ({ collection = '' }) => collection, isOptional: true },
  { head: 'TAGS', cell: ({ tags }) => tags.join(', '), least: 8 },
];

const gap = '  ';

/** A text in so many columns, with a sign where it is cut off. */
function cutTo(text: string, width: number): string {
  return columnsOf(text) <= width ? text : `${cutToColumns(text, Math.max(0, width - 1))}…`;
}

/** The columns' widths: as long as their longest cell, the last ones that may be cut being so first. */
function widthsOf(columns: readonly Column[], rows: readonly string[][], rowWidth: number): number[] {
  const widths = columns.map((_, at) => Math.max(0, ...rows.map((row) => columnsOf(row[at] ?? ''))));
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - rowWidth;
  return columns
    .map(({ least }, at) => ({ least, at, width: widths[at] ?? 0 }))
    .reverse()
    .map(({ least, width }) => {
      const cut = least === undefined ? 0 : Math.max(0, Math.min(excess, width - least));
      excess -= cut;
      return width - cut;
    })
    .reverse();
}

/** A row for each document below their heads; rows end at the edge of the window. */
export function showDocuments(
  documents: readonly DocumentListing[],
  { rowWidth, paint }: Pick<Terminal, 'rowWidth' | 'paint'>,
): string {
  const columns = allColumns.filter(
    ({ isOptional, cell }) => !isOptional || documents.some((document) => cell(document) !== ''),
  );
  const rows = [
    columns.map(({ head }) => head),
    ...documents.map((document) => columns.map(({ cell }) => cell(document))),
  ];
  const widths = widthsOf(columns, rows, rowWidth);
  const lines = rows.map((row) => {
    const cells = columns.map(({ isNumber }, at) => {
      const cell = cutTo(row[at] ?? '', widths[at] ?? 0);
      return (isNumber ? padLeft : padRight)(cell, widths[at] ?? 0);
    });
    return cutTo(cells.join(gap).trimEnd(), rowWidth);
  });
  return `${lines.map((line, at) => (at === 0 ? paint('bold', line) : line)).join('\n')}\n`;
}

/** What the column READ means, where it is not good throughout; else nothing. */
export function hintOnReading(documents: readonly DocumentListing[]): string {
  const doubtful = documents.find(({ reading }) => reading.verdict !== 'good');
  return doubtful === undefined
    ? ''
    : `READ is how well it was read: \`verse report ${doubtful.id}\` says what to look at.\n`;
}

/** "etnc: Fragmented Europe (2026), tagged ETNC, China": what a change of a document has made of it. */
export function describeDocument({ id, title, year, tags, collection }: DocumentListing): string {
  const of = year === undefined ? '' : ` (${year})`;
  const tagged = tags.length === 0 ? '' : `, tagged ${tags.join(', ')}`;
  return `${id}: ${title}${of}${tagged}${collection === undefined ? '' : `, in the collection ${collection}`}`;
}
