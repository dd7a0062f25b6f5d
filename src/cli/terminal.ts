/** What the terminal can do, and how text is set on it. */
import { styleText } from 'node:util';
import { allowsColor } from '../config.ts';

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

function painter(isTerminal: boolean): Paint {
  return allowsColor(isTerminal) ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

const longestLine = 100;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    width: Math.min(process.stdout.columns ?? 80, longestLine),
    isInteractive: process.stderr.isTTY === true,
    paint: painter(process.stdout.isTTY === true),
    paintError: painter(process.stderr.isTTY === true),
  };
}

/** Breaks text at spaces into lines of at most `width` characters; longer words stand alone. `indent` opens each line. */
export function wrapText(text: string, width: number, indent = '', firstIndent = indent): string {
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(line);
  return lines.join('\n');
}
