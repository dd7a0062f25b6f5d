/**
 * Every setting, with its default in sight. Precedence: defaults, then `verse.config.json`, then the environment
 * (`VERSE_…`), then flags. This is the only file that reads `process.env`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { VerseError } from './errors.ts';

/** The package's own folder: models/ and prompts/ ship in it. */
export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));

const configSchema = z.strictObject({
  /** Where `verse ingest` looks for PDFs when no file is named. */
  corpusDir: z.string().default(join(packageRoot, 'corpus')),
  /** Where the index is kept: one folder a build, and the pointer `current`. */
  indexDir: z.string().default(join(packageRoot, 'index')),
  /** Encoder weights, one folder a model. */
  modelsDir: z.string().default(join(packageRoot, 'models')),
  /** Larger PDFs are refused. */
  maxFileBytes: z.coerce.number().int().positive().default(200 * 1024 * 1024),
  /** The most words of an answer; comparisons may take `maxWordsPerCountry` for each country. */
  maxWords: z.coerce.number().int().positive().default(120),
  maxWordsPerCountry: z.coerce.number().int().positive().default(60),
  /** Only loopback by default: nothing else on the network can reach the server. */
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8787),
  maxBodyBytes: z.coerce.number().int().positive().default(64 * 1024),
  requestTimeoutMs: z.coerce.number().int().positive().default(30_000),
});

export type Config = z.infer<typeof configSchema>;

const environmentNames: Record<keyof Config, string> = {
  corpusDir: 'VERSE_CORPUS',
  indexDir: 'VERSE_INDEX',
  modelsDir: 'VERSE_MODELS',
  maxFileBytes: 'VERSE_MAX_FILE_BYTES',
  maxWords: 'VERSE_MAX_WORDS',
  maxWordsPerCountry: 'VERSE_MAX_WORDS_PER_COUNTRY',
  host: 'VERSE_HOST',
  port: 'VERSE_PORT',
  maxBodyBytes: 'VERSE_MAX_BODY_BYTES',
  requestTimeoutMs: 'VERSE_REQUEST_TIMEOUT_MS',
};

function readConfigFile(path: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (cause) {
    throw new VerseError('bad-input', `${path}: not JSON.`, 'Mend the file or remove it.', { cause });
  }
  throw new VerseError('bad-input', `${path}: not a JSON object.`, 'Mend the file or remove it.');
}

function readEnvironment(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const entries = Object.entries(environmentNames).flatMap(([key, name]) => {
    const value = environment[name];
    return value === undefined || value === '' ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/**
 * Reads the settings. `flags` holds what the command line set; undefined values do not override.
 * @throws VerseError `bad-input` naming the setting that is unknown or out of range.
 */
export function loadConfig(
  flags: Partial<Config> = {},
  environment: NodeJS.ProcessEnv = process.env,
  folder: string = process.cwd(),
): Config {
  const file = resolve(folder, 'verse.config.json');
  const merged = {
    ...(existsSync(file) ? readConfigFile(file) : {}),
    ...readEnvironment(environment),
    ...Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)),
  };
  const result = configSchema.safeParse(merged);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
  throw new VerseError('bad-input', `Setting ${name}: ${issue?.message}.`, `Known settings: ${Object.keys(environmentNames).join(', ')}.`);
}

/** Whether output may be coloured: a terminal, and NO_COLOR (https://no-color.org) not set. */
export function allowsColor(isTerminal: boolean, environment: NodeJS.ProcessEnv = process.env): boolean {
  return isTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}
