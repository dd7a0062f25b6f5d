/** Wraps text. Pure. */
import { columnsOf } from './columns.ts';

/**
 * Sets words, which may contain blanks and colours, in lines of at most `width` columns; a longer word has its own line.
 * Without an end of the line all stand on one. Lines start with `indent`, the first one with `firstIndent`.
 */
export function wrapWords(
  words: readonly string[],
  width: number,
  indent = '',
  firstIndent = indent,
): string {
  if (width === Number.POSITIVE_INFINITY) return firstIndent + words.join(' ');
  const lines: string[] = [];
  let line = firstIndent;
  let columns = columnsOf(firstIndent);
  let isEmpty = true;
  for (const word of words) {
    const wordColumns = columnsOf(word);
    if (!isEmpty && columns + 1 + wordColumns > width) {
      lines.push(line);
      line = indent;
      columns = columnsOf(indent);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    columns += wordColumns + (isEmpty ? 0 : 1);
    isEmpty = false;
  }
  lines.push(line);
  return lines.join('\n');
}

/** The words of a text, as `wrapWords` takes them. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Breaks text at blanks; see `wrapWords`. */
export function wrapText(text: string, width: number, indent?: string, firstIndent?: string): string {
  return wrapWords(wordsOf(text), width, indent, firstIndent);
}
