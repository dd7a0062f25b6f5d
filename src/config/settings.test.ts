import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, loadTokens, packageRoot } from './settings.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-config-'));
  file = join(folder, 'verse.config.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(flags: Parameters<typeof loadConfig>[0] = {}, environment: Record<string, string> = {}) {
  return loadConfig(flags, environment, folder);
}

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(load()).toEqual({
      corpusDir: join(packageRoot, 'corpus'),
      indexDir: join(packageRoot, 'index'),
      storeConnections: 5,
      storeTimeoutMs: 10_000,
      storeFiles: 'paths',
      runsDir: join(packageRoot, 'evals', 'runs'),
      cacheDir: join(packageRoot, 'node_modules', '.cache', 'chapter-and-verse'),
      modelsDir: join(packageRoot, 'models'),
      maxFileBytes: 209_715_200,
      pageTimeoutMs: 30_000,
      readMemoryMb: 800,
      ocr: 'auto',
      ocrLanguages: 'eng',
      maxWords: 120,
      maxWordsPerCountry: 60,
      answerRate: 0.95,
      chatTokens: 3000,
      chatTimeoutMs: 60_000,
      host: '127.0.0.1',
      port: 8787,
      maxBodyBytes: 65_536,
      maxChatBodyBytes: 1_048_576,
      requestTimeoutMs: 30_000,
      maxConcurrent: 64,
      corsOrigins: [],
      allowedHosts: [],
      logLevel: 'warn',
      uploads: 'loopback',
      uploadReader: 'server',
    });
  });

  it('prefers flags to the environment, the environment to the file, the file to the defaults', () => {
    writeFileSync(file, JSON.stringify({ port: 1, maxWords: 1, maxBodyBytes: 1 }));
    const environment = { VERSE_PORT: '2', VERSE_MAX_WORDS: '2' };
    expect(load({ port: 3 }, environment)).toMatchObject({
      port: 3,
      maxWords: 2,
      maxBodyBytes: 1,
      requestTimeoutMs: 30_000,
    });
  });

  it('treats an empty variable and an absent flag as unset', () => {
    expect(load({ port: undefined as never }, { VERSE_PORT: '', VERSE_INDEX: '/var/verse' })).toMatchObject({
      port: 8787,
      indexDir: '/var/verse',
    });
  });

  it.each([
    ['VERSE_PORT', 'http', 'a whole number from 0 to 65535'],
    ['VERSE_PORT', '65536', 'a whole number from 0 to 65535'],
    ['VERSE_PORT', '-1', 'a whole number from 0 to 65535'],
    ['VERSE_MAX_WORDS', '1.5', 'a whole number of at least 1'],
    ['VERSE_MAX_FILE_BYTES', '0', 'a whole number of at least 1'],
    ['VERSE_REQUEST_TIMEOUT_MS', '1e4', 'a whole number of at least 1'],
    ['VERSE_CORS_ORIGINS', '*', 'a list of origins such as https://reports.example'],
    ['VERSE_CORS_ORIGINS', 'https://reports.example/', 'a list of origins such as https://reports.example'],
    ['VERSE_ALLOWED_HOSTS', 'reports.example:80', 'a list of host names such as reports.example'],
    ['VERSE_LOG_LEVEL', 'verbose', 'one of silent, error, warn, info, debug'],
    ['VERSE_CHAT_MODEL', 'gpt-5', 'a provider and a model such as openai:gpt-5-mini or ollama:qwen3:4b'],
    ['VERSE_CHAT_MODEL', 'openai:', 'a provider and a model such as openai:gpt-5-mini or ollama:qwen3:4b'],
    ['VERSE_CHAT_TOKENS', '100', 'a whole number of at least 500'],
    ['VERSE_OCR', 'yes', 'one of auto, on, off'],
    ['VERSE_OCR_LANGUAGES', 'eng,deu', 'a list of languages such as eng+deu'],
    ['VERSE_OCR_LANGUAGES', '../eng', 'a list of languages such as eng+deu'],
    ['VERSE_ANSWER_RATE', '95', 'a share from 0.8 to 0.99'],
    ['VERSE_ANSWER_RATE', '.5', 'a share from 0.8 to 0.99'],
    ['VERSE_ANSWER_RATE', 'high', 'a share from 0.8 to 0.99'],
  ])('refuses %s=%s and says what it should be', (name, value, wanted) => {
    expect(() => load({}, { [name]: value })).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        sentence: `${name}: "${value}" is not ${wanted}. Set it to something else, or leave it out.`,
      }),
    );
  });

  it.each([
    ['{"port": null}', 'port: null is not a whole number from 0 to 65535.'],
    ['{"port": [80]}', 'port: [80] is not a whole number from 0 to 65535.'],
    ['{"host": 127}', 'host: 127 is not a text.'],
    ['{"answerRate": 1}', 'answerRate: 1 is not a share from 0.8 to 0.99.'],
    ['{"indexDir": ""}', 'indexDir: "" is empty.'],
    ['{"corsOrigins": {}}', 'corsOrigins: {} is not a list of origins such as https://reports.example.'],
  ])('names the file that holds a bad value: %s', (json, problem) => {
    writeFileSync(file, json);
    expect(() => load()).toThrow(`${file}, ${problem}`);
  });

  it('reads lists from the file as arrays and from the environment as text with commas', () => {
    writeFileSync(file, JSON.stringify({ allowedHosts: ['reports.example'] }));
    expect(load({}, { VERSE_CORS_ORIGINS: 'https://a.example, http://b.example:3000,' })).toMatchObject({
      allowedHosts: ['reports.example'],
      corsOrigins: ['https://a.example', 'http://b.example:3000'],
    });
  });

  it('reads a share as text', () => {
    expect(load({}, { VERSE_ANSWER_RATE: '.9' }).answerRate).toBe(0.9);
  });

  it('names the flag that holds one', () => {
    expect(() => load({ answerRate: 2 })).toThrow('--answer-rate: 2 is not a share from 0.8 to 0.99.');
    expect(() => load({ port: 70_000 }, { VERSE_PORT: '80' })).toThrow(
      '--port: 70000 is not a whole number from 0 to 65535.',
    );
  });

  it('refuses a setting that it does not know, and lists those it does', () => {
    writeFileSync(file, '{"prot": 80, "port": "x"}');
    expect(() => load()).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        sentence:
          `${file}: no setting is called prot. There are: corpusDir, indexDir, storeUrl, storeReplicaUrl, storeConnections, storeTimeoutMs, storeFiles, runsDir, modelsDir, cacheDir, maxFileBytes, pageTimeoutMs, ` +
          'readMemoryMb, ocr, ocrLanguages, maxWords, maxWordsPerCountry, answerRate, chatModel, chatUrl, chatTokens, chatTimeoutMs, host, port, maxBodyBytes, ' +
          'maxChatBodyBytes, ' +
          'requestTimeoutMs, rateLimit, maxConcurrent, corsOrigins, allowedHosts, logLevel, uploads, uploadReader.',
      }),
    );
  });

  it.each([
    ['{', 'not JSON.'],
    ['[]', 'not a JSON object.'],
    ['null', 'not a JSON object.'],
  ])('refuses a file that is no object: %s', (json, problem) => {
    writeFileSync(file, json);
    expect(() => load()).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        sentence: `${file}: ${problem} Mend the file or remove it.`,
      }),
    );
  });
});

describe('the chat model', () => {
  it('is a provider and its name for it, which may hold colons, at an address', () => {
    const environment = { VERSE_CHAT_MODEL: 'openai:qwen3:4b', VERSE_CHAT_URL: 'http://127.0.0.1:11434/v1' };
    expect(load({}, environment)).toMatchObject({
      chatModel: 'openai:qwen3:4b',
      chatUrl: 'http://127.0.0.1:11434/v1',
    });
  });

  it.each([
    'localhost:11434',
    'ftp://models.example',
    'https://me:secret@models.example',
    'http://a.example?key=secret',
  ])('is not at %s, and a secret in it is not shown', (chatUrl) => {
    expect(() => load({}, { VERSE_CHAT_URL: chatUrl })).toThrow(
      expect.objectContaining({
        sentence:
          'VERSE_CHAT_URL: what it is set to is not an address such as http://127.0.0.1:11434/v1, without user, password and query. Set it to something else, or leave it out.',
      }),
    );
  });

  it('knows where only a settings file names its address', () => {
    const chatUrl = 'https://models.example/v1';
    writeFileSync(file, JSON.stringify({ chatUrl }));
    expect(load()).toMatchObject({ chatUrl, chatUrlFile: file });
    expect(load({}, { VERSE_CHAT_URL: chatUrl }).chatUrlFile).toBeUndefined();
    expect(load({ chatUrl }).chatUrlFile).toBeUndefined();
    writeFileSync(file, JSON.stringify({ maxWords: 100 }));
    expect(load({}, { VERSE_CHAT_URL: chatUrl }).chatUrlFile).toBeUndefined();
  });
});

describe('the database', () => {
  it('is the address of one', () => {
    const storeUrl = 'postgres://verse:secret@db.example:5432/reports?sslmode=verify-full';
    expect(load({}, { VERSE_STORE: storeUrl }).storeUrl).toBe(storeUrl);
    expect(load({}, { VERSE_STORE: '' }).storeUrl).toBeUndefined();
  });

  it.each([
    'mysql://verse:secret@db.example/reports',
    'db.example/reports?password=secret',
    'postgres://verse:secret@',
  ])('is not at %s, and a secret in it is not shown', (store) => {
    expect(() => load({}, { VERSE_STORE: store })).toThrow(
      expect.objectContaining({
        sentence:
          'VERSE_STORE: what it is set to is not an address such as postgres://user@host:5432/name. Set it to something else, or leave it out.',
      }),
    );
  });
});

describe('loadTokens', () => {
  const good = '3f9a6c0de1b24875';

  it.each([
    [{}, []],
    [{ VERSE_TOKENS: '' }, []],
    [{ VERSE_TOKENS: good }, [good]],
    [{ VERSE_TOKENS: `${good}, second-token-0123=` }, [good, 'second-token-0123=']],
  ])('reads %j', (environment, tokens) => {
    expect(loadTokens(environment)).toEqual(tokens);
  });

  it.each([
    [' , ', 'VERSE_TOKENS holds no token.'],
    [`${good},not a token at all`, 'token 2 holds something else than letters, digits and . _ ~ + / - =.'],
    ['short', 'token 1 has fewer than 16 characters.'],
  ])('refuses "%s" and shows none of it', (value, problem) => {
    const load = () => loadTokens({ VERSE_TOKENS: value });
    expect(load).toThrow(problem);
    expect(load).toThrow(
      expect.objectContaining({ code: 'bad-input', hint: 'Make one with `openssl rand -hex 32`.' }),
    );
    expect(load).not.toThrow(/short|not a token/);
  });
});
