/** Lines from the keyboard or a pipe, one at a time. */
import { createInterface } from 'node:readline';

/** Lines that are typed or piped. */
export interface LineReader extends AsyncIterable<string> {
  /** Whether a person types them. */
  readonly isInteractive: boolean;
  /** Shows the prompt, unless input is a pipe. */
  prompt(): void;
  /** Calls back on each Ctrl-C at the keyboard; with a pipe Ctrl-C ends the process as usual. */
  onInterrupt(handler: () => void): void;
  /** Stops reading. */
  close(): void;
}

/** Reads standard input. Iterate at once: lines that arrive before are lost. */
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
        // Drop what was typed so far.
        lines.write(null, { ctrl: true, name: 'u' });
        handler();
      });
    },
    close: () => lines.close(),
    [Symbol.asyncIterator]: () => lines[Symbol.asyncIterator](),
  };
}
