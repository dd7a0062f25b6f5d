/** The types of the layout rules: lines, tables and blocks. */

/** A note marker, cut out of a line. */
export interface Marker {
  /** The offset in the line's text before which it was. */
  offset: number;
  /** As printed, each of a note: "12", "*", "a". */
  labels: string[];
  /** Of one that is no number, and may turn out to be text. */
  printed?: PrintedMarker;
  /** Of a number, which may turn out to be a power. */
  power?: PrintedMarker;
}

/** A marker as text of its line, with the edges of its characters. */
export interface PrintedMarker {
  text: string;
  edges: number[];
}

/** One line of one column, without its note markers. */
export interface Line {
  page: number;
  text: string;
  edges: number[];
  markers: Marker[];
  x: number;
  right: number;
  y: number;
  size: number;
  font: string;
  bold: boolean;
  italic: boolean;
  /** Whether its first words are bold, where the others are not. */
  boldLead?: true;
  /** Its column: 0, 1, or null if it crosses both or the page has one. */
  column: number | null;
  /** The table that this empty line stands for. */
  table?: FoundTable;
}

/** A word of a line: `line.text.slice(start, end)`. */
export interface Word {
  line: Line;
  start: number;
  end: number;
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** A cell; its place counts from 0, up to the last row and column that it spans. */
export interface FoundCell {
  row: number;
  rowEnd: number;
  column: number;
  columnEnd: number;
  text: string;
  /** Its lines, as far as they are its own. */
  lines: Line[];
  words: Word[];
}

/** A table on one page, in points as the page's lines. */
export interface FoundTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  columns: number;
  rows: number;
  /** From top to bottom and left to right; empty ones are left out. */
  cells: FoundCell[];
  /** What stands above it as its title, and what it says that the figures count. */
  caption: string | null;
  unit: string | null;
  /** The lines of that title. */
  titleLines?: Line[];
}

export type BlockKind = 'heading' | 'body' | 'quote' | 'caption' | 'label' | 'table' | 'note';

/** Lines that belong together: a paragraph or a part of one, a heading, a cell. */
export interface Block {
  kind: BlockKind;
  page: number;
  lines: Line[];
  /** Whether it is set beside the text, as pull quotes are. */
  float?: true;
  /** What it is the heading of, or a further block of that heading; by its style, where no entry of the structure names it. */
  heading?: { title: string; level: number; goesOn: boolean; isByStyle?: true };
  /** Of a note that its label tells: that label, whether it goes on here from the page before, and its list's title. */
  note?: { label: string; goesOn?: true; place: NotePlace; title?: string };
}

/** At the foot of their page, or in a list at the end of the chapter or the book. */
export type NotePlace = 'foot' | 'end';

/** A note on one page, or the part of one that goes on there. */
export interface PageNote {
  /** As printed: "12", "*", "a". */
  label: string;
  /** Whether the note with this label goes on here from the page before. */
  goesOn?: true;
  place: NotePlace;
  /** The heading above it, where it opens a list. */
  title?: string;
  lines: Line[];
}

/** Lines, those of a table's cells for the empty line that stands for it. */
export const linesWithin = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line) => line.table?.cells.flatMap((cell) => cell.lines) ?? [line]);

/** Sentences, which no title and no divider of a chapter has. */
export const isProse = (text: string): boolean =>
  /[.!?]["”’»)\]]?$/u.test(text.trim()) && text.split(/\s+/u).length > 8;

/** The text of a block, line by line. */
export function blockText(block: Block): string {
  return block.lines.map((line) => line.text).join(' ');
}

/** How long the text of a page is, from 1. */
export function charactersOn(page: number, blocks: readonly Block[]): number {
  return blocks
    .filter((block) => block.page === page)
    .reduce((sum, block) => sum + blockText(block).length, 0);
}

/** The lines of a title as one text, with words broken at line ends joined. */
export function joinTitle(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  return rest.reduce((text, line) => {
    if (/[\u2010\u00ad]$/.test(text)) return text.slice(0, -1) + line;
    return /\p{L}-$/u.test(text) ? text + line : `${text} ${line}`;
  }, first);
}

/** A title's lines as one text. */
export function titleText(block: Block): string {
  return joinTitle(block.lines.map((line) => line.text));
}

/** Lower-case letters only, to compare different settings of the same words. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
