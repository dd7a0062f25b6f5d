/** The server's log: JSON lines for a program, readable lines for a person. */
import pino, { type Logger } from 'pino';
import type { Config } from '../../config/settings.ts';
import { replaceControls } from '../../text/control-signs.ts';

export interface LogOptions {
  level: Config['logLevel'];
  /** Whether a person reads it: one short line each, not JSON. */
  readable: boolean;
  write: (line: string) => void;
}

interface LogEntry {
  level: string;
  time: string;
  msg?: string;
  error?: string;
  [field: string]: unknown;
}

/** `09:30:05 info request method=POST path=/v1/ask status=200`, the stack of an error below it. */
export function formatLogLine(json: string): string {
  const { level, time, msg = '', error, ...fields } = JSON.parse(json) as LogEntry;
  const words = Object.entries(fields).map(
    // In quotation marks where a value could pass for another field or line.
    ([name, value]) =>
      `${name}=${typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value)}`,
  );
  const line = [time.slice(11, 19), level, msg, ...words].filter((word) => word !== '').join(' ');
  return `${line}\n${error === undefined ? '' : `${error}\n`}`;
}

/** Level names and ISO 8601 times in UTC; no host name or process id, which log collectors add. */
export function openLog({ level, readable, write }: LogOptions): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => write(replaceControls(readable ? formatLogLine(line) : line)) },
  );
}
