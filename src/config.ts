/**
 * Every setting, with its default in sight. Precedence: defaults, then `verse.config.json`, then the environment
 * (`VERSE_…`), then flags. This is the only file that reads `process.env`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { answerRateError, answerRates } from './answer-rate.ts';
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

/** As a share; from the environment it comes as text. */
function answerRate() {
  const error = answerRateError;
  const toNumber = (value: unknown) =>
    typeof value === 'string' && /^0?\.\d+$/.test(value) ? Number(value) : value;
  return z.preprocess(
    toNumber,
    z.number({ error }).min(answerRates.least, { error }).max(answerRates.most, { error }),
  );
}

const text = () => z.string({ error: 'not a text' }).min(1, { error: 'empty' });

/** What stands between commas, without the blanks around it. */
function splitList(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** An array; from the environment it comes as text with commas. */
function list(isEntry: (entry: string) => boolean, error: string) {
  const toArray = (value: unknown) => (typeof value === 'string' ? splitList(value) : value);
  return z.preprocess(toArray, z.array(z.string({ error }).refine(isEntry, { error }), { error }));
}

/** A page's origin as browsers send it: scheme, host and port, no path, no `*`. */
function isOrigin(entry: string): boolean {
  return /^https?:/.test(entry) && URL.canParse(entry) && new URL(entry).origin === entry;
}

/** A name or address as in a Host header, lower case, without port. */
function isHostName(entry: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(entry) || /^[0-9a-f:.]*:[0-9a-f:.]*$/.test(entry);
}

/** LangChain's way to name a model: the provider, a colon, the provider's name for it, which may hold colons too. */
function isChatModel(name: string): boolean {
  return /^[a-z][a-z0-9_-]*:\S+$/.test(name);
}

/** An address may be shown: a key in it would be too. */
function isChatUrl(url: string): boolean {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return false;
  const { username, password, search } = new URL(url);
  return `${username}${password}${search}` === '';
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const chatModelError = 'not a provider and a model such as openai:gpt-5-mini or ollama:qwen3:4b';
const chatUrlError = 'not an address such as http://127.0.0.1:11434/v1, without user, password and query';

const configSchema = z.strictObject({
  /** Where `verse ingest` looks for PDFs when no file is named. */
  corpusDir: text().default(join(packageRoot, 'corpus')),
  /** Where the index is kept: one folder a build, and the pointer `current`. */
  indexDir: text().default(join(packageRoot, 'index')),
  /** Where `verse eval --keep` keeps its runs, and /evals shows them from. */
  runsDir: text().default(join(packageRoot, 'evals', 'runs')),
  /** Encoder weights, one folder a model. */
  modelsDir: text().default(join(packageRoot, 'models')),
  /** Larger PDFs are refused. */
  maxFileBytes: wholeNumber(1).default(200 * 1024 * 1024),
  /** The most words of an answer; comparisons may take `maxWordsPerCountry` for each country. */
  maxWords: wholeNumber(1).default(120),
  maxWordsPerCountry: wholeNumber(1).default(60),
  /** Share of the questions with an answer to answer; the lower, the more questions without one are refused. */
  answerRate: answerRate().default(answerRates.usual),
  /** The language model that writes answers where they are asked for as written; none by default. */
  chatModel: z.string({ error: chatModelError }).refine(isChatModel, { error: chatModelError }).optional(),
  /** Where the model's server is, if not at its provider's own address; for `openai` any server that speaks its API. */
  chatUrl: z.string({ error: chatUrlError }).refine(isChatUrl, { error: chatUrlError }).optional(),
  /** How much of the report the model is shown, in tokens; the passages of a question are about 2,500. */
  chatTokens: wholeNumber(500).default(3000),
  /** How long the model may take for an answer, its repair included; then the sentences of the report are the answer. */
  chatTimeoutMs: wholeNumber(1).default(60_000),
  /** Only loopback by default: nothing else on the network can reach the server. */
  host: text().default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(8787),
  maxBodyBytes: wholeNumber(1).default(64 * 1024),
  /** Of bodies with the turns of a conversation: chat clients send all they have each time, 300 answers here. */
  maxChatBodyBytes: wholeNumber(1).default(1024 * 1024),
  requestTimeoutMs: wholeNumber(1).default(30_000),
  /** Requests that ask or search, a minute and client; 0 is no limit. Where it is not set, the host decides (limits.ts). */
  rateLimit: wholeNumber(0).optional(),
  /** Requests that ask or search at once; more are refused as busy. At 12 ms a question the last of 64 waits 0.8 s. */
  maxConcurrent: wholeNumber(1).default(64),
  /** Origins whose pages may use the server, beside its own. */
  corsOrigins: list(isOrigin, 'not a list of origins such as https://reports.example').default([]),
  /** Names under which the server may be asked, beside those of this machine. */
  allowedHosts: list(isHostName, 'not a list of host names such as reports.example').default([]),
  /** What `verse serve` logs: from `info` on a line for each request; no level shows a word of a question. */
  logLevel: z.enum(logLevels, { error: `not one of ${logLevels.join(', ')}` }).default('warn'),
  /** Whether the server takes documents: only where it listens to this machine alone, or `always`, or `never`. */
  uploads: z
    .enum(['loopback', 'always', 'never'], { error: 'not one of loopback, always, never' })
    .default('loopback'),
});

type Settings = z.infer<typeof configSchema>;

export interface Config extends Settings {
  /**
   * The settings file, where that alone names `chatUrl`: such a file may have come with a folder, and is not who holds the
   * key. Absent where the environment, a flag or a program names it.
   */
  chatUrlFile?: string | undefined;
}

/** What the command line set. */
export type Flags = { [Name in keyof Settings]?: Settings[Name] | undefined };

const environmentNames: Record<keyof Settings, string> = {
  corpusDir: 'VERSE_CORPUS',
  indexDir: 'VERSE_INDEX',
  runsDir: 'VERSE_RUNS',
  modelsDir: 'VERSE_MODELS',
  maxFileBytes: 'VERSE_MAX_FILE_BYTES',
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
};

function isSetting(name: PropertyKey | undefined): name is keyof Settings {
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

/** A setting as the command line spells it: "--answer-rate". */
function flagOf(name: string): string {
  return `--${name.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Reads the settings. `flags` holds what the command line set; undefined values do not override.
 * @throws VerseError `bad-input` naming the setting that is unknown or out of range, and where it was set.
 */
export function loadConfig(
  flags: Flags = {},
  environment: NodeJS.ProcessEnv = process.env,
  folder: string = process.cwd(),
): Config {
  const file = resolve(folder, configFile);
  const fromEnvironment = readEnvironment(environment);
  const fromFlags = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const fromFile = existsSync(file) ? readConfigFile(file) : {};
  const merged: Record<string, unknown> = {
    ...fromFile,
    ...fromEnvironment,
    ...fromFlags,
  };
  const result = configSchema.safeParse(merged);
  if (result.success) {
    const isOfFile = 'chatUrl' in fromFile && !('chatUrl' in fromEnvironment) && !('chatUrl' in fromFlags);
    return { ...result.data, ...(isOfFile && { chatUrlFile: file }) };
  }
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
    name in fromFlags ? flagOf(name) : name in fromEnvironment ? environmentNames[name] : `${file}, ${name}`;
  const hint = 'Set it to something else, or leave it out.';
  // An address that is refused may be so for the password in it.
  const value = name === 'chatUrl' ? 'what it is set to' : JSON.stringify(merged[name]);
  throw new VerseError('bad-input', `${place}: ${value} is ${issue.message}.`, hint);
}

/** What a bearer token may be made of (RFC 6750, section 2.1). */
const tokenPattern = /^[A-Za-z0-9._~+/-]+=*$/;
/** 16 characters of base64 are 96 bits, which cannot be guessed over a network; a word can. */
const shortestToken = 16;

/**
 * The tokens that open the server, one of which a request must carry; none: it asks for no token. They are a secret,
 * so they are no part of `Config`, which may be shown, and come from the environment only.
 * @throws VerseError `bad-input` that names the token by its place in the list, never by its text.
 */
export function loadTokens(environment: NodeJS.ProcessEnv = process.env): string[] {
  const value = environment.VERSE_TOKENS ?? '';
  if (value === '') return [];
  const tokens = splitList(value);
  const hint = 'Make one with `openssl rand -hex 32`.';
  // Set but empty: whoever did this thinks that the server is closed.
  if (tokens.length === 0) throw new VerseError('bad-input', 'VERSE_TOKENS holds no token.', hint);
  for (const [index, token] of tokens.entries()) {
    const name = `VERSE_TOKENS: token ${index + 1}`;
    if (!tokenPattern.test(token)) {
      const message = `${name} holds something else than letters, digits and . _ ~ + / - =.`;
      throw new VerseError('bad-input', message, hint);
    }
    if (token.length < shortestToken) {
      throw new VerseError('bad-input', `${name} has fewer than ${shortestToken} characters.`, hint);
    }
  }
  return tokens;
}

/** Where a provider's key is looked for, beside VERSE_CHAT_KEY. */
const keyNames: Readonly<Record<string, string>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
};

export interface ChatKey {
  /** The variables it may come from, the first that is set. */
  names: readonly string[];
  value: string | undefined;
}

/**
 * The key for a chat model: a secret, so no part of `Config`, and from the environment only. A provider's own key is
 * not sent to another address than the provider's.
 */
export function loadChatKey(
  provider: string,
  url: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): ChatKey {
  const own = url === undefined ? keyNames[provider] : undefined;
  const names = ['VERSE_CHAT_KEY', ...(own === undefined ? [] : [own])];
  return { names, value: names.map((name) => environment[name]).find((value) => value) };
}

/** Whether LangChain is told to send what it is given by way of LangSmith's servers, where nobody names an address. */
export function passesGateway(environment: NodeJS.ProcessEnv = process.env): boolean {
  return !['', 'false', '0', 'no'].includes((environment.LANGSMITH_GATEWAY ?? '').toLowerCase());
}

/** Whether output may be coloured: a terminal, and NO_COLOR (https://no-color.org) not set. */
export function allowsColor(isTerminal: boolean, environment: NodeJS.ProcessEnv = process.env): boolean {
  return isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
}
