/**
 * Every setting, with its default in sight, and its environment variable below. Precedence: defaults, then
 * `verse.config.json`, then the environment (`VERSE_…`), then flags. `config/` holds what a setting may be and each place
 * that is read.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { answerRates } from '../core/answer-rate.ts';
import { VerseError } from '../core/errors.ts';
import { readConfigFile } from './config-file.ts';
import { type Environment, processEnvironment, readVariables } from './environment.ts';
import { defaultFolders, type Installation, packageRoot, thisInstallation } from './folders.ts';
import {
  answerRate,
  chatModel,
  chatUrl,
  databaseUrl,
  hostNames,
  ocrLanguages,
  oneOf,
  origins,
  storeFiles,
  text,
  wholeNumber,
} from './setting-kinds.ts';
import { readTokens } from './tokens.ts';

export { packageRoot };

const configSchema = z.strictObject({
  // The defaults of the folders: folders.ts.
  /** Where `verse ingest` looks for PDFs when no file is named. */
  corpusDir: text(),
  /** Where the index is kept: a folder per build, and the pointer `current`. */
  indexDir: text(),
  /**
   * A PostgreSQL database that keeps the index instead of the folder: postgres://user@host:5432/name?sslmode=verify-full. The
   * password may be left out here and stand in PGPASSWORD.
   */
  storeUrl: databaseUrl().optional(),
  /** A replica of that database, which takes the reading for questions off it. */
  storeReplicaUrl: databaseUrl().optional(),
  /** The most connections for questions; an open index and an ingest take one more each. */
  storeConnections: wholeNumber(1).default(5),
  /** How long the database may take to let a connection in, and to answer a statement of a question. */
  storeTimeoutMs: wholeNumber(1).default(10_000),
  /**
   * Where the documents' files are kept beside a database: `paths`, where each was when it was taken in; `database`; or a folder that all
   * machines see, as an absolute path.
   */
  storeFiles: storeFiles().default('paths'),
  /** Where `verse eval --keep` stores its runs, for /evals. */
  runsDir: text(),
  /** The networks' files, a folder each. */
  modelsDir: text(),
  /** What is made of the networks' files, 68 MB, so that they open faster the next time; it may be removed. */
  cacheDir: text(),
  /** The largest PDF accepted. */
  maxFileBytes: wholeNumber(1).default(200 * 1024 * 1024),
  /** How long one page of a PDF may take to be read or drawn; a whole file, twenty times as long. */
  pageTimeoutMs: wholeNumber(1).default(30_000),
  /** The memory that reading or drawing a PDF may take; it runs in a process of its own. */
  readMemoryMb: wholeNumber(150).default(800),
  /** Whether pages without text are read by OCR: `auto` where it is installed, `on` to refuse where it is not, `off`. */
  ocr: oneOf(['auto', 'on', 'off']).default('auto'),
  /** In which languages, as Tesseract calls them, joined by "+"; each needs its package. */
  ocrLanguages: ocrLanguages().default('eng'),
  /** The most words of an answer; a comparison and a printed list may have more. */
  maxWords: wholeNumber(1).default(120),
  /** The most words on each country of a comparison. */
  maxWordsPerCountry: wholeNumber(1).default(60),
  /** Share of the questions with an answer to answer; the lower, the more questions without one are refused. */
  answerRate: answerRate().default(answerRates.usual),
  /** The language model for written answers; none by default. */
  chatModel: chatModel().optional(),
  /** The model's server, if not at its provider's address; for `openai` any server that speaks its API. */
  chatUrl: chatUrl().optional(),
  /** Tokens of passages that the model is shown; a question's passages are about 2,500. */
  chatTokens: wholeNumber(500).default(3000),
  /** How long the model may take, repair included, before quotations answer instead. */
  chatTimeoutMs: wholeNumber(1).default(60_000),
  /** The address that the server listens on; other machines cannot reach the default. */
  host: text().default('127.0.0.1'),
  /** The server's port; 0 takes a free one. */
  port: wholeNumber(0, 65_535).default(8787),
  /** The largest body of a request but for uploads. */
  maxBodyBytes: wholeNumber(1).default(64 * 1024),
  /** For bodies with a conversation's turns. Chat clients send all of them each time; this is room for 300 answers. */
  maxChatBodyBytes: wholeNumber(1).default(1024 * 1024),
  /** How long a request may take. */
  requestTimeoutMs: wholeNumber(1).default(30_000),
  /** Questions and searches per minute and client; 0 means no limit. By default 60, and none on this machine alone. */
  rateLimit: wholeNumber(0).optional(),
  /** Concurrent questions and searches; more are refused as busy. At 12 ms each the last of 64 waits 0.8 s. */
  maxConcurrent: wholeNumber(1).default(64),
  /** Origins whose pages may use the server, besides its own. */
  corsOrigins: origins().default([]),
  /** Host names the server answers to, besides those of this machine. */
  allowedHosts: hostNames().default([]),
  /** What `verse serve` logs; `info` adds a line per request. No level logs any part of a question. */
  logLevel: oneOf(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  /** Whether the server takes uploads: only on loopback, `always`, or `never`. */
  uploads: oneOf(['loopback', 'always', 'never']).default('loopback'),
  /** Who reads uploads: the server that takes them, or the workers of its database (`verse work`), by way of the queue. */
  uploadReader: oneOf(['server', 'workers']).default('server'),
});

type Settings = z.infer<typeof configSchema>;

export interface Config extends Settings {
  /**
   * The settings file, if only that names `chatUrl`: it may have come with a downloaded folder, so it must not decide
   * where the key is sent. Absent if the environment, a flag or a program names the URL.
   */
  chatUrlFile?: string | undefined;
}

/** Settings from the command line. */
export type Flags = { [Name in keyof Settings]?: Settings[Name] | undefined };

/** The environment variable of each setting. */
const variables: Record<keyof Settings, string> = {
  corpusDir: 'VERSE_CORPUS',
  indexDir: 'VERSE_INDEX',
  storeUrl: 'VERSE_STORE',
  storeReplicaUrl: 'VERSE_STORE_REPLICA',
  storeConnections: 'VERSE_STORE_CONNECTIONS',
  storeTimeoutMs: 'VERSE_STORE_TIMEOUT_MS',
  storeFiles: 'VERSE_STORE_FILES',
  runsDir: 'VERSE_RUNS',
  modelsDir: 'VERSE_MODELS',
  cacheDir: 'VERSE_CACHE',
  maxFileBytes: 'VERSE_MAX_FILE_BYTES',
  pageTimeoutMs: 'VERSE_PAGE_TIMEOUT_MS',
  readMemoryMb: 'VERSE_READ_MEMORY_MB',
  ocr: 'VERSE_OCR',
  ocrLanguages: 'VERSE_OCR_LANGUAGES',
  maxWords: 'VERSE_MAX_WORDS',
  maxWordsPerCountry: 'VERSE_MAX_WORDS_PER_COUNTRY',
  answerRate: 'VERSE_ANSWER_RATE',
  chatModel: 'VERSE_CHAT_MODEL',
  chatUrl: 'VERSE_CHAT_URL',
  chatTokens: 'VERSE_CHAT_TOKENS',
  chatTimeoutMs: 'VERSE_CHAT_TIMEOUT_MS',
  host: 'VERSE_HOST',
  port: 'VERSE_PORT',
  maxBodyBytes: 'VERSE_MAX_BODY_BYTES',
  maxChatBodyBytes: 'VERSE_MAX_CHAT_BODY_BYTES',
  requestTimeoutMs: 'VERSE_REQUEST_TIMEOUT_MS',
  rateLimit: 'VERSE_RATE_LIMIT',
  maxConcurrent: 'VERSE_MAX_CONCURRENT',
  corsOrigins: 'VERSE_CORS_ORIGINS',
  allowedHosts: 'VERSE_ALLOWED_HOSTS',
  logLevel: 'VERSE_LOG_LEVEL',
  uploads: 'VERSE_UPLOADS',
  uploadReader: 'VERSE_UPLOAD_READER',
};

/** What the settings may be, as JSON Schema, and their environment variables; for the reference. */
export function describeSettings() {
  return { schema: z.toJSONSchema(configSchema, { io: 'output' }), variables };
}

function isSetting(name: PropertyKey | undefined): name is keyof Settings {
  return typeof name === 'string' && Object.hasOwn(variables, name);
}

/** A setting as the command line spells it: "--answer-rate". */
function flagOf(name: string): string {
  return `--${name.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

interface Sources {
  /** Path of the settings file, whether or not it exists. */
  file: string;
  fromEnvironment: Readonly<Record<string, unknown>>;
  fromFlags: Readonly<Record<string, unknown>>;
}

/** Says which setting is unknown or invalid, and where it was set. */
function refusal(
  error: z.ZodError,
  merged: Readonly<Record<string, unknown>>,
  { file, fromEnvironment, fromFlags }: Sources,
): Error {
  const unknown = Object.keys(merged).filter((name) => !isSetting(name));
  if (unknown.length > 0) {
    const known = Object.keys(variables).join(', ');
    return new VerseError(
      'bad-input',
      `${file}: no setting is called ${unknown.join(', ')}.`,
      `There are: ${known}.`,
    );
  }
  const [issue] = error.issues;
  const name = issue?.path[0];
  if (issue === undefined || !isSetting(name)) return error;
  const place =
    name in fromFlags ? flagOf(name) : name in fromEnvironment ? variables[name] : `${file}, ${name}`;
  // A refused URL may contain a password, so it is not shown.
  const isSecret = name === 'chatUrl' || name === 'storeUrl' || name === 'storeReplicaUrl';
  const value = isSecret ? 'what it is set to' : JSON.stringify(merged[name]);
  const hint = 'Set it to something else, or leave it out.';
  return new VerseError('bad-input', `${place}: ${value} is ${issue.message}.`, hint);
}

/**
 * Reads the settings. `flags` holds what the command line set; undefined values do not override.
 * @throws VerseError `bad-input` naming the setting that is unknown or out of range, and where it was set.
 */
export function loadConfig(
  flags: Flags = {},
  environment: Environment = processEnvironment,
  folder: string = process.cwd(),
  installation: Installation = thisInstallation,
): Config {
  const { path: file, settings: fromFile } = readConfigFile(folder);
  const fromEnvironment = readVariables(variables, environment);
  const fromFlags = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const given: Record<string, unknown> = { ...fromFile, ...fromEnvironment, ...fromFlags };
  const indexDir = typeof given.indexDir === 'string' ? given.indexDir : undefined;
  const merged = {
    ...defaultFolders(installation, environment, folder, indexDir),
    modelsDir: join(installation.root, 'models'),
    ...given,
  };
  const result = configSchema.safeParse(merged);
  if (!result.success) throw refusal(result.error, merged, { file, fromEnvironment, fromFlags });
  const isOfFile = 'chatUrl' in fromFile && !('chatUrl' in fromEnvironment) && !('chatUrl' in fromFlags);
  return { ...result.data, ...(isOfFile && { chatUrlFile: file }) };
}

/**
 * The settings of what measures, attacks or fits the program: its indexes are in folders, whatever database keeps the user's.
 */
export function inFolder(config: Config): Config {
  return { ...config, storeUrl: undefined };
}

/** How much work a PDF may cause. */
export function readingLimits({ pageTimeoutMs, readMemoryMb }: Config): {
  stepMs: number;
  fileMs: number;
  memoryBytes: number;
} {
  return { stepMs: pageTimeoutMs, fileMs: 20 * pageTimeoutMs, memoryBytes: readMemoryMb * 1024 * 1024 };
}

/**
 * The tokens the server accepts; with none it is open. They are secret, so they are not part of `Config`, which may be
 * shown, and come only from the environment.
 * @throws VerseError `bad-input` that names the token by its place in the list, never by its text.
 */
export function loadTokens(environment: Environment = processEnvironment): string[] {
  return readTokens(environment.VERSE_TOKENS ?? '');
}
