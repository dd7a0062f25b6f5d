/** What the terminal can do, and how text is set on it. */
import { stripVTControlCharacters, styleText } from 'node:util';
import { allowsColor } from '../config/allows-color.ts';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Where a command writes: answers to `out`, everything about the run to `err`. */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Columns of the output; 80 in a pipe. */
  width: number;
  /** Whether standard error is a terminal, so that progress may be redrawn. */
  isInteractive: boolean;
  paint: Paint;
  paintError: Paint;
}

/** What text is set for. */
export type Screen = Pick<Terminal, 'width' | 'paint'>;

function painter(isTerminal: boolean): Paint {
  if (!allowsColor(isTerminal)) return (_, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

/** Lines longer than this are hard to read, however wide the window. */
const longestLine = 100;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // A terminal without a size (`script`, some build servers) reports 0.
    width: Math.min(process.stdout.columns || 80, longestLine),
    isInteractive: process.stderr.isTTY === true,
    paint: painter(process.stdout.isTTY === true),
    paintError: painter(process.stderr.isTTY === true),
  };
}

/** Columns that a painted text takes. */
function columnsOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/**
 * Sets words, which may hold blanks and be painted, in lines of at most `width` columns; longer ones stand alone.
 * `indent` opens each line, `firstIndent` the first.
 */
export function wrapWords(
  words: readonly string[],
  width: number,
  indent = '',
  firstIndent = indent,
): string {
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
