import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Grant } from '../../config/grants.ts';
import { makeToken, readTokenFile, writeTokenFile } from '../../config/token-file.ts';
import { sampleAnswer, sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../../testing/http/test-app.ts';
import type { AppConfig } from '../app-options.ts';
import { openLog } from '../operate/open-log.ts';

const now = Date.parse('2026-12-01T10:00:00Z');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-tokens-'));
  file = join(folder, 'tokens.json');
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** Adds a token to the file; gives the header that carries it. */
async function give(grant: Partial<Grant> & { name: string }): Promise<{ Authorization: string }> {
  const { token, kept } = makeToken({ rights: ['ask'], ...grant }, new Date());
  await writeTokenFile(file, [...((await readTokenFile(file)) ?? []), kept]);
  return { Authorization: `Bearer ${token}` };
}

const takeBack = async (name: string) =>
  writeTokenFile(
    file,
    ((await readTokenFile(file)) ?? []).filter((token) => token.name !== name),
  );

/** @param wereThere whether the file was there when the server was started. */
function open(
  config: Partial<AppConfig> = {},
  { tokens = [], wereThere = false }: { tokens?: string[]; wereThere?: boolean } = {},
) {
  const lines: string[] = [];
  const log = openLog({ level: 'warn', readable: false, write: (line) => void lines.push(line) });
  const { app } = appWith(
    { ask: async () => sampleAnswer, documents: () => [sampleListing] },
    { namedTokens: { path: file, wereThere }, tokens, config, log },
  );
  return Object.assign(app, { logged: () => lines.map((line) => JSON.parse(line)) });
}

describe('a running server', () => {
  it('is open without the file, and knows of each change of it at once', async () => {
    const app = open();
    const status = async (headers?: { Authorization: string }) =>
      (await app.request('/v1/documents', headers && { headers })).status;
    expect(await status()).toBe(200);
    const anna = await give({ name: 'anna' });
    expect([await status(), await status(anna)]).toEqual([401, 200]);
    const bob = await give({ name: 'bob' });
    await takeBack('anna');
    expect([await status(anna), await status(bob)]).toEqual([401, 200]);
  });

  it('lets nobody in once the last token or the file is gone', async () => {
    const app = open();
    const anna = await give({ name: 'anna' });
    expect((await app.request('/v1/documents', { headers: anna })).status).toBe(200);
    await takeBack('anna');
    expect((await app.request('/v1/documents')).status).toBe(401);
    rmSync(file);
    expect((await app.request('/v1/documents')).status).toBe(401);
  });

  it('that was started with tokens lets nobody in where they are gone before the first request, and says so once', async () => {
    const anna = await give({ name: 'anna' });
    const app = open({}, { wereThere: true });
    const saved = await readTokenFile(file);
    rmSync(file);
    for (const headers of [{}, anna, {}]) {
      expect((await app.request('/v1/documents', { headers })).status).toBe(401);
      expect((await app.request('/v1/ask', post({ question: 'Who?' }, headers))).status).toBe(401);
    }
    const msg = `${file} is gone, and nobody is let in by a named token. Put a copy of it back, or add the tokens anew: verse token add NAME`;
    expect(app.logged()).toMatchObject([{ level: 'error', msg }]);
    await writeTokenFile(file, saved ?? []);
    expect((await app.request('/v1/documents', { headers: anna })).status).toBe(200);
    rmSync(file);
    expect((await app.request('/v1/documents', { headers: anna })).status).toBe(401);
    expect(app.logged()).toMatchObject([{ msg }, { msg }]);
  });

  it('that was started with tokens lets nobody in by a file that is no list of tokens', async () => {
    const anna = await give({ name: 'anna' });
    const app = open({}, { wereThere: true });
    writeFileSync(file, '{"tokens": [', { mode: 0o600 });
    for (const headers of [{}, anna])
      expect((await app.request('/v1/documents', { headers })).status).toBe(503);
    const msg = `${file}: not a list of tokens. Put a copy of it back, or delete it and add the tokens anew. Nobody is let in.`;
    expect(app.logged()).toMatchObject([{ level: 'error', msg }]);
  });

  it('takes those of the environment besides, which may do everything', async () => {
    const app = open({}, { tokens: ['first-token-0123'] });
    const anna = await give({ name: 'anna' });
    const headers = { Authorization: 'Bearer first-token-0123' };
    expect((await app.request('/metrics', { headers })).status).toBe(200);
    expect((await app.request('/v1/documents', { headers: anna })).status).toBe(200);
  });

  it.skipIf(process.platform === 'win32')('lets nobody in where others may write the file', async () => {
    const app = open();
    const headers = await give({ name: 'anna' });
    chmodSync(file, 0o666);
    const refused = await app.request('/v1/documents', { headers });
    expect(await problemOf(refused)).toMatchObject({
      status: 503,
      code: 'no-tokens',
      detail:
        'This server cannot read its tokens and lets nobody in. `verse token list` tells its owner why.',
    });
    expect((await app.request('/healthz')).status).toBe(200);
  });

  it('opens its page to who signs in by a named token', async () => {
    const app = open();
    const { Authorization } = await give({ name: 'anna' });
    const response = await app.request('/sign-in?next=/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: Authorization.slice('Bearer '.length) }).toString(),
    });
    const [Cookie = ''] = (response.headers.get('Set-Cookie') ?? '').split(';');
    expect((await app.request('/v1/documents', { headers: { Cookie } })).status).toBe(200);
    await takeBack('anna');
    expect((await app.request('/v1/documents', { headers: { Cookie } })).status).toBe(401);
  });
});

describe('a token', () => {
  it('is valid to the end of its last day', async () => {
    const app = open();
    const headers = await give({ name: 'guest', expires: '2026-12-01' });
    vi.setSystemTime(Date.parse('2026-12-01T23:59:59Z'));
    expect((await app.request('/v1/documents', { headers })).status).toBe(200);
    vi.setSystemTime(Date.parse('2026-12-02T00:00:00Z'));
    expect(await problemOf(await app.request('/v1/documents', { headers }))).toMatchObject({
      status: 401,
      code: 'expired-token',
      detail: 'The token has expired. Ask whoever runs this server for another.',
    });
  });

  it.each([
    ['ask', 'POST', '/v1/documents?name=a.pdf', 'add'],
    ['ask', 'DELETE', '/v1/uploads/1', 'add'],
    ['ask', 'DELETE', '/v1/documents/a', 'administer'],
    ['add', 'PATCH', '/v1/documents/a', 'administer'],
    ['ask', 'GET', '/metrics', 'administer'],
    ['add', 'GET', '/evals', 'administer'],
    ['add', 'GET', '/v1/documents', 'ask'],
    ['administer', 'POST', '/v1/ask', 'ask'],
    ['add', 'POST', '/mcp', 'ask'],
  ] as const)('with the right “%s” may not %s %s', async (right, method, path, missing) => {
    const headers = await give({ name: 'desk', rights: [right] });
    const refused = await open().request(path, { method, headers });
    expect(await problemOf(refused)).toEqual({
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      detail: `desk may not do this: it lacks the right “${missing}”. Whoever runs this server can give it.`,
      code: 'missing-right',
    });
  });

  it('of some collections does not see the figures of all', async () => {
    const headers = await give({ name: 'desk', rights: ['ask', 'administer'], collections: ['press'] });
    const { detail } = await problemOf(await open().request('/metrics', { headers }));
    expect(detail).toBe(
      'desk may not see this: it is of all documents, and the token sees some collections only.',
    );
  });
});

describe('a quota', () => {
  const question = { question: 'How many jobs will Bosch cut?' };

  it('is counted down, refuses with when to ask again, and starts anew', async () => {
    const app = open();
    const desk = await give({ name: 'desk', quota: { count: 2, per: 'day' } });
    const other = await give({ name: 'other', quota: { count: 2, per: 'day' } });
    const ask = (headers: { Authorization: string }) => app.request('/v1/ask', post(question, headers));
    const first = await ask(desk);
    expect(first.headers.get('RateLimit')).toBe('limit=2, remaining=1, reset=86400');
    expect(first.headers.get('RateLimit-Policy')).toBe('2;w=86400');
    vi.setSystemTime(now + 20 * 3600_000);
    expect((await ask(desk)).status).toBe(200);
    const refused = await ask(desk);
    expect(refused.headers.get('Retry-After')).toBe('14400');
    expect(await problemOf(refused)).toMatchObject({
      status: 429,
      detail: 'The quota of desk is spent: 2 questions per day. Ask again in 4 hours.',
    });
    expect((await app.request('/v1/documents', { headers: desk })).status).toBe(200);
    expect((await ask(other)).status).toBe(200);
    vi.setSystemTime(now + 24 * 3600_000);
    expect((await ask(desk)).status).toBe(200);
  });

  it('is shown beside the limit of a minute where it has less left', async () => {
    const app = open({ rateLimit: 60 });
    const headers = await give({ name: 'desk', quota: { count: 5, per: 'hour' } });
    const response = await app.request('/v1/ask', post(question, headers));
    expect(response.headers.get('RateLimit')).toBe('limit=5, remaining=4, reset=3600');
    expect(response.headers.get('RateLimit-Policy')).toBe('60;w=60, 5;w=3600');
  });
});
