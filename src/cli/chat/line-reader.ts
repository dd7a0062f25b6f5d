/** Lines from the keyboard or a pipe, one after the other. */
import { createInterface } from 'node:readline';

/** What somebody types, or what a pipe holds. */
export interface LineReader extends AsyncIterable<string> {
  /** Whether somebody types. */
  readonly isInteractive: boolean;
  /** Shows that a line is waited for; in a pipe nothing. */
  prompt(): void;
  /** Calls on each Ctrl-C while lines are read; from a pipe it ends the process, as anywhere. */
  onInterrupt(handler: () => void): void;
  /** No line comes any more. */
  close(): void;
}

/** Reads standard input. Read it at once: lines that come before are lost. */
export function readLines(prompt: string): LineReader {
  const isInteractive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const lines = createInterface({
    input: process.stdin,
    ...(isInteractive && { output: process.stdout, prompt }),
    terminal: isInteractive,
  });
  return {
    isInteractive,
    prompt: () => {
      if (isInteractive) lines.prompt();
    },
    onInterrupt: (handler) => {
      lines.on('SIGINT', () => {
        // What was typed so far is dropped.
        lines.write(null, { ctrl: true, name: 'u' });
        handler();
      });
    },
    close: () => lines.close(),
    [Symbol.asyncIterator]: () => lines[Symbol.asyncIterator](),
  };
}
