/** What the terminal of a command can do. */
import { styleText } from 'node:util';
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

/** The part of a terminal that text is formatted for. */
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
