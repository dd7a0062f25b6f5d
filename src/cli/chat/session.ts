/** What every command gets: the terminal, and the settings once they are asked for. */
import type { Config, Flags } from '../../config/settings.ts';
import type { Terminal } from '../terminal.ts';
import type { LineReader } from './line-reader.ts';

export interface Session {
  terminal: Terminal;
  /** Reads the settings; a command that needs none (`--help`) does not fail on a bad one. */
  config: (flags?: Flags) => Config;
  /** The tokens that open the server; none: it asks for none. */
  tokens: () => string[];
  /** Begins to read standard input. */
  readLines: (prompt: string) => LineReader;
  /** All of standard input. */
  readInput: () => Promise<Uint8Array>;
  version: string;
}
