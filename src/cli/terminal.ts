/** What the terminal of a command can do, and the one place where a command writes. */
import { randomInt } from 'node:crypto';
import { styleText } from 'node:util';
import { allowsColor } from '../config/allows-color.ts';
import { asksForStages } from '../config/environment.ts';
import { replaceControls } from '../text/control-signs.ts';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/**
 * Where a command writes: answers to `out`, everything about the run to `err`. Of control characters only line feeds, tabs
 * and the colours of `paint` come through.
 */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Empties the last line of `err`. */
  clearLine: () => void;
  /** Columns of the output; without end in a pipe, where a sentence is a line. */
  width: number;
  /** Columns of a row of a table, which is cut off rather than wrapped: those of the window; without end in a pipe. */
  rowWidth: number;
  /** Whether standard error is a terminal, so that progress may be redrawn. */
  isInteractive: boolean;
  /** Whether a pipe on standard error is told the stages of long work, a line each. */
  tellsStages: boolean;
  paint: Paint;
  paintError: Paint;
}

/** The part of a terminal that text is formatted for. */
export type Screen = Pick<Terminal, 'width' | 'paint'>;

const introducer = '\u001b[';
/** Begins the colours of `paint` until they are written. A document cannot know the number, so its colours are not ours. */
const ownIntroducer = `${introducer}${randomInt(1e12)};`;

function painter(isTerminal: boolean): Paint {
  if (!allowsColor(isTerminal)) return (_, text) => text;
  return (style, text) =>
    styleText(style, '\n', { validateStream: false })
      .replaceAll(introducer, ownIntroducer)
      .split('\n')
      .join(text);
}

/** What may be written of a text: see `Terminal`. */
function toWritten(text: string): string {
  return text
    .split(ownIntroducer)
    .map((part) => replaceControls(part))
    .join(introducer);
}

/** Columns where they are not known, and of the help in a pipe. */
export const usualWidth = 80;

/** Lines longer than this are hard to read, however wide the window. */
const longestLine = 100;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const isTerminal = process.stdout.isTTY === true;
  // A terminal without a size (`script`, some build servers) reports 0.
  const columns = process.stdout.columns || usualWidth;
  return {
    out: (text) => void process.stdout.write(toWritten(text)),
    err: (text) => void process.stderr.write(toWritten(text)),
    clearLine: () => void process.stderr.write('\r\u001b[K'),
    width: isTerminal ? Math.min(columns, longestLine) : Number.POSITIVE_INFINITY,
    rowWidth: isTerminal ? columns : Number.POSITIVE_INFINITY,
    isInteractive: process.stderr.isTTY === true,
    tellsStages: asksForStages(),
    paint: painter(process.stdout.isTTY === true),
    paintError: painter(process.stderr.isTTY === true),
  };
}
