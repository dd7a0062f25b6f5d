/** The width of text on a terminal: wide characters take two columns, accents and colours none. */
import stringWidth from 'string-width';

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

const blanks = (text: string, columns: number) => ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** The text padded with blanks on the right. */
export function padRight(text: string, columns: number): string {
  return text + blanks(text, columns);
}

/** The text padded with blanks on the left. */
export function padLeft(text: string, columns: number): string {
  return blanks(text, columns) + text;
}

const segmenter = new Intl.Segmenter();

/** The beginning of a text that fits into so many columns. */
export function cutToColumns(text: string, columns: number): string {
  let cut = '';
  for (const { segment } of segmenter.segment(text)) {
    if (columnsOf(cut + segment) > columns) break;
    cut += segment;
  }
  return cut;
}
