/**
 * The kinds of settings. Each accepts an environment variable's text as well as a JSON value, and its error message
 * completes the sentence "… is".
 */
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { answerRateError, answerRates } from '../core/answer-rate.ts';
import { splitList } from './split-list.ts';

export function text() {
  return z.string({ error: 'not a text' }).min(1, { error: 'empty' });
}

export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER) {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  const error = `not a whole number ${bounds}`;
  const toNumber = (value: unknown) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return z.preprocess(
    toNumber,
    z.number({ error }).int({ error }).min(least, { error }).max(most, { error }),
  );
}

/** A share such as .95. */
export function answerRate() {
  const error = answerRateError;
  const toNumber = (value: unknown) =>
    typeof value === 'string' && /^0?\.\d+$/.test(value) ? Number(value) : value;
  return z.preprocess(
    toNumber,
    z.number({ error }).min(answerRates.least, { error }).max(answerRates.most, { error }),
  );
}

export function oneOf<const Choices extends readonly string[]>(choices: Choices) {
  return z.enum(choices, { error: `not one of ${choices.join(', ')}` });
}

/** An array; as text, separated by commas. */
function list(isEntry: (entry: string) => boolean, error: string) {
  const toArray = (value: unknown) => (typeof value === 'string' ? splitList(value) : value);
  return z.preprocess(toArray, z.array(z.string({ error }).refine(isEntry, { error }), { error }));
}

/** Tesseract's codes of languages: "eng+deu", "chi_sim". They are part of a path. */
export function ocrLanguages() {
  const error = 'not a list of languages such as eng+deu';
  return z.string({ error }).regex(/^[a-z]{3}(?:_[a-z]+)*(?:\+[a-z]{3}(?:_[a-z]+)*)*$/, { error });
}

/** An origin as browsers send it: scheme, host and port, no path, no `*`. */
function isOrigin(entry: string): boolean {
  return /^https?:/.test(entry) && URL.canParse(entry) && new URL(entry).origin === entry;
}

export function origins() {
  return list(isOrigin, 'not a list of origins such as https://reports.example');
}

/** A host name or address as in a Host header, lower case, without port. */
function isHostName(entry: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(entry) || /^[0-9a-f:.]*:[0-9a-f:.]*$/.test(entry);
}

export function hostNames() {
  return list(isHostName, 'not a list of host names such as reports.example');
}

/** LangChain's form: provider, colon, and the provider's name for the model, which may contain colons. */
function isChatModel(name: string): boolean {
  return /^[a-z][a-z0-9_-]*:\S+$/.test(name);
}

export function chatModel() {
  const error = 'not a provider and a model such as openai:gpt-5-mini or ollama:qwen3:4b';
  return z.string({ error }).refine(isChatModel, { error });
}

/** The address of a PostgreSQL database, which may hold a password: never shown, see `nameDatabase`. */
export function databaseUrl() {
  const error = 'not an address such as postgres://user@host:5432/name';
  const isDatabase = (url: string) => /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url);
  return z.string({ error }).refine(isDatabase, { error });
}

/** Where files are kept beside a database. */
export function storeFiles() {
  const error = 'not `paths`, `database` or an absolute path of a folder';
  const isPlace = (place: string) => place === 'paths' || place === 'database' || isAbsolute(place);
  return z.string({ error }).refine(isPlace, { error });
}

/** URLs with credentials are refused, since the URL may be shown. */
function isChatUrl(url: string): boolean {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return false;
  const { username, password, search } = new URL(url);
  return `${username}${password}${search}` === '';
}

export function chatUrl() {
  const error = 'not an address such as http://127.0.0.1:11434/v1, without user, password and query';
  return z.string({ error }).refine(isChatUrl, { error });
}
