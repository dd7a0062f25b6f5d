/** How much room a text takes where every character has a column: wide ones take two, accents and colours none. */
import stringWidth from 'string-width';

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

const blanks = (text: string, columns: number) => ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** The text with blanks behind it, up to so many columns. */
export function padRight(text: string, columns: number): string {
  return text + blanks(text, columns);
}

/** The text with blanks before it, up to so many columns. */
export function padLeft(text: string, columns: number): string {
  return blanks(text, columns) + text;
}

const segmenter = new Intl.Segmenter();

/** As much of the beginning of a text as fits into so many columns. */
export function cutToColumns(text: string, columns: number): string {
  let cut = '';
  for (const { segment } of segmenter.segment(text)) {
    if (columnsOf(cut + segment) > columns) break;
    cut += segment;
  }
  return cut;
}
