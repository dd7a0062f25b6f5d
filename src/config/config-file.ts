/** The settings file: JSON, in the folder where a command is run. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { VerseError } from '../core/errors.ts';

const fileName = 'verse.config.json';

export interface ConfigFile {
  /** Absolute path, whether or not the file exists. */
  path: string;
  /** The unchecked values; empty without a file. */
  settings: Readonly<Record<string, unknown>>;
}

function readObject(path: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (cause) {
    throw new VerseError('bad-input', `${path}: not JSON.`, 'Mend the file or remove it.', { cause });
  }
  throw new VerseError('bad-input', `${path}: not a JSON object.`, 'Mend the file or remove it.');
}

/** @throws VerseError `bad-input` if the file holds no JSON object. */
export function readConfigFile(folder: string): ConfigFile {
  const path = resolve(folder, fileName);
  return { path, settings: existsSync(path) ? readObject(path) : {} };
}
