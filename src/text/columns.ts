/** The width of text on a terminal: wide characters take two columns, accents and colours none. */
import stringWidth from 'string-width';

/** Letters of Western Europe, dashes, quotation marks: a column each. Without the soft hyphen, which takes none. */
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Columns that a text takes on a terminal. The package reads its tables, 40 ms, with the first text that is not plain. */
export function columnsOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
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
