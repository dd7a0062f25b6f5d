/** The types of the layout rules: lines and blocks. */

/** A note marker, cut out of a line. */
export interface Marker {
  /** The offset in the line's text before which it was. */
  offset: number;
  numbers: number[];
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
  /** Its column: 0, 1, or null if it crosses both or the page has one. */
  column: number | null;
}

export type BlockKind = 'heading' | 'body' | 'quote' | 'caption' | 'table' | 'note';

/** Lines that belong together: a paragraph or a part of one, a heading, a cell. */
export interface Block {
  kind: BlockKind;
  page: number;
  lines: Line[];
  /** Of a note that its number tells: that number, or null if it goes on from the page before, and where notes are. */
  note?: { number: number | null; place: NotePlace };
}

/** At the foot of their page, or in a list at the end of the chapter or the book. */
export type NotePlace = 'foot' | 'end';

/** The text of a block, line by line. */
export function blockText(block: Block): string {
  return block.lines.map((line) => line.text).join(' ');
}

/** A title's lines as one text, with words broken at line ends joined. */
export function titleText(block: Block): string {
  return block.lines
    .map((line) => line.text)
    .reduce((text, line) => {
      if (/[\u2010\u00ad]$/.test(text)) return text.slice(0, -1) + line;
      return /\p{L}-$/u.test(text) ? text + line : `${text} ${line}`;
    });
}

/** Lower-case letters only, to compare different settings of the same words. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
