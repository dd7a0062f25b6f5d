/** What the layout rules make of placed text: lines, then blocks. */

/** A note marker, cut out of a line. */
export interface Marker {
  /** It stood before this character of the line's text. */
  offset: number;
  numbers: number[];
}

/** One line of one column, note markers cut out. */
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
  /** The column it stands in: 0, 1, or null where it crosses both or the page has one. */
  column: number | null;
}

export type BlockKind = 'heading' | 'body' | 'quote' | 'caption' | 'table' | 'note';

/** Lines that belong together: a paragraph or a part of one, a heading, a cell. */
export interface Block {
  kind: BlockKind;
  page: number;
  lines: Line[];
}

/** The text of a block, line by line. */
export function blockText(block: Block): string {
  return block.lines.map((line) => line.text).join(' ');
}

/** A title's lines as one text, words broken at a line's end put together. */
export function titleText(block: Block): string {
  return block.lines
    .map((line) => line.text)
    .reduce((text, line) => {
      if (/[\u2010\u00ad]$/.test(text)) return text.slice(0, -1) + line;
      return /\p{L}-$/u.test(text) ? text + line : `${text} ${line}`;
    });
}

/** Lower-case letters only: what two settings of the same words share. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
