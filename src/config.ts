/**
 * Every setting, with its default in sight. Precedence: defaults, then `verse.config.json`, then the environment
 * (`VERSE_…`), then flags. This is the only file that reads `process.env`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { VerseError } from './errors.ts';

const configFile = 'verse.config.json';

/** The package's own folder: models/ and prompts/ ship in it. */
export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** A whole number; from the environment it comes as text. */
function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER) {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  const error = `not a whole number ${bounds}`;
  const toNumber = (value: unknown) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return z.preprocess(
    toNumber,
    z.number({ error }).int({ error }).min(least, { error }).max(most, { error }),
  );
}

const text = () => z.string({ error: 'not a text' }).min(1, { error: 'empty' });

const configSchema = z.strictObject({
  /** Where `verse ingest` looks for PDFs when no file is named. */
  corpusDir: text().default(join(packageRoot, 'corpus')),
  /** Where the index is kept: one folder a build, and the pointer `current`. */
  indexDir: text().default(join(packageRoot, 'index')),
  /** Encoder weights, one folder a model. */
  modelsDir: text().default(join(packageRoot, 'models')),
  /** Larger PDFs are refused. */
  maxFileBytes: wholeNumber(1).default(200 * 1024 * 1024),
  /** The most words of an answer; comparisons may take `maxWordsPerCountry` for each country. */
  maxWords: wholeNumber(1).default(120),
  maxWordsPerCountry: wholeNumber(1).default(60),
  /** Only loopback by default: nothing else on the network can reach the server. */
  host: text().default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(8787),
  maxBodyBytes: wholeNumber(1).default(64 * 1024),
  requestTimeoutMs: wholeNumber(1).default(30_000),
  /** Whether the server takes documents: only where it listens to this machine alone, or `always`, or `never`. */
  uploads: z
    .enum(['loopback', 'always', 'never'], { error: 'not one of loopback, always, never' })
    .default('loopback'),
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
  uploads: 'VERSE_UPLOADS',
};

function isSetting(name: PropertyKey | undefined): name is keyof Config {
  return typeof name === 'string' && Object.hasOwn(environmentNames, name);
}

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
 * @throws VerseError `bad-input` naming the setting that is unknown or out of range, and where it was set.
 */
export function loadConfig(
  flags: Partial<Config> = {},
  environment: NodeJS.ProcessEnv = process.env,
  folder: string = process.cwd(),
): Config {
  const file = resolve(folder, configFile);
  const fromEnvironment = readEnvironment(environment);
  const fromFlags = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const merged: Record<string, unknown> = {
    ...(existsSync(file) ? readConfigFile(file) : {}),
    ...fromEnvironment,
    ...fromFlags,
  };
  const result = configSchema.safeParse(merged);
  if (result.success) return result.data;
  const unknown = Object.keys(merged).filter((name) => !isSetting(name));
  if (unknown.length > 0) {
    const known = Object.keys(environmentNames).join(', ');
    throw new VerseError(
      'bad-input',
      `${file}: no setting is called ${unknown.join(', ')}.`,
      `There are: ${known}.`,
    );
  }
  const [issue] = result.error.issues;
  const name = issue?.path[0];
  if (issue === undefined || !isSetting(name)) throw result.error;
  const place =
    name in fromFlags ? `--${name}` : name in fromEnvironment ? environmentNames[name] : `${file}, ${name}`;
  const hint = 'Set it to something else, or leave it out.';
  throw new VerseError('bad-input', `${place}: ${JSON.stringify(merged[name])} is ${issue.message}.`, hint);
}

/** Whether output may be coloured: a terminal, and NO_COLOR (https://no-color.org) not set. */
export function allowsColor(isTerminal: boolean, environment: NodeJS.ProcessEnv = process.env): boolean {
  return isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
}
