/** What every command gets: the terminal, and the settings on demand. */
import type { Config, Flags } from '../../config/settings.ts';
import type { OpenPage } from '../open-page.ts';
import type { OpenPdf } from '../open-pdf.ts';
import type { Terminal } from '../terminal.ts';
import type { LineReader } from './line-reader.ts';

export interface Session {
  terminal: Terminal;
  /** Reads the settings, on demand, so that `--help` works with a bad one. */
  config: (flags?: Flags) => Config;
  /** The tokens the server accepts; with none it is open. */
  tokens: () => string[];
  /** Starts reading lines of standard input. */
  readLines: (prompt: string) => LineReader;
  /** All of standard input. */
  readInput: () => Promise<Uint8Array>;
  /** Opens a file in a window of its own. */
  openPdf: OpenPdf;
  /** Opens an address in the browser. */
  openPage: OpenPage;
  version: string;
  /** Whether it runs in a clone, with its sources. */
  isClone: boolean;
}
