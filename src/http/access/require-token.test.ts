import { describe, expect, it } from 'vitest';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../../testing/http/test-app.ts';

const token = 'second-token-0123';
const open = () =>
  appWith({ ask: async () => sampleAnswer, documents: () => [] }, { tokens: ['first-token-0123', token] })
    .app;
const page = { Accept: 'text/html,application/xhtml+xml' };

function signIn(given: string, next = '/', headers: Record<string, string> = {}) {
  return open().request(`/sign-in?next=${encodeURIComponent(next)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ token: given }).toString(),
  });
}

describe('a server with tokens', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/docs'],
    ['GET', '/openapi.json'],
    ['GET', '/metrics'],
    ['GET', '/v1/documents'],
    ['POST', '/v1/ask'],
    ['GET', '/nothing'],
    ['DELETE', '/v1/ask'],
    ['GET', '/page/../v1/documents'],
  ])('asks for one: %s %s', async (method, path) => {
    const response = await open().request(path, { method });
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="Chapter & Verse"');
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      detail: 'This server asks for a token. Send it as `Authorization: Bearer …`, or sign in at its page.',
      code: 'no-token',
    });
  });

  it.each([
    '/healthz',
    '/readyz',
    '/page/tokens.css',
    '/plain/plain.css',
  ])('does not for %s', async (path) => {
    expect((await open().request(path)).status).toBe(200);
  });

  it.each([`Bearer ${token}`, `bearer  ${token} `])('takes "%s"', async (Authorization) => {
    const response = await open().request('/v1/ask', post({ question: 'Why?' }, { Authorization }));
    expect(response.status).toBe(200);
  });

  it.each([
    'Bearer third-token-0123',
    `Basic ${token}`,
    token,
    'Bearer',
    `Bearer ${token} ${token}`,
  ])('refuses "%s"', async (Authorization) => {
    const response = await open().request('/v1/documents', { headers: { Authorization, ...page } });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe(
      'Bearer realm="Chapter & Verse", error="invalid_token"',
    );
  });

  it('says 401, not 404, to who may not know what there is', async () => {
    expect((await open().request('/nothing', { headers: { Authorization: `Bearer ${token}` } })).status).toBe(
      404,
    );
  });
});

describe('signing in', () => {
  it('is what a browser is shown in place of a page, with the styles that it may load', async () => {
    const response = await open().request('/?q=Bosch', { headers: page });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer /);
    const html = await response.text();
    expect(html).toContain('action="/sign-in?next=%2F%3Fq%3DBosch"');
    const files = [...html.matchAll(/href="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBe(3);
    for (const path of files) expect([path, (await open().request(path)).status]).toEqual([path, 200]);
  });

  it('sets a cookie that opens pages, pictures and the API, and does not hold the token', async () => {
    const response = await signIn(` ${token} `, '/?q=Bosch');
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/?q=Bosch');
    const cookie = response.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^verse=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(token);
    const Cookie = cookie.split(';', 1)[0] ?? '';
    for (const path of ['/', '/v1/documents']) {
      expect((await open().request(path, { headers: { Cookie } })).status).toBe(200);
    }
    const forged = `${Cookie.slice(0, -1)}${Cookie.endsWith('A') ? 'B' : 'A'}`;
    expect((await open().request('/v1/documents', { headers: { Cookie: forged } })).status).toBe(401);
    expect((await open().request('/v1/documents', { headers: { Cookie: `verse=${token}` } })).status).toBe(
      401,
    );
  });

  it('marks the cookie secure where the browser came by TLS', async () => {
    const headers = { Host: 'localhost', Origin: 'https://localhost' };
    expect((await signIn(token, '/', headers)).headers.get('Set-Cookie')).toMatch(/; Secure/);
  });

  it('shows the form again for a token that is not known', async () => {
    const response = await signIn('guess-0123456789', '/docs');
    expect(response.status).toBe(401);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="Chapter & Verse"');
    const html = await response.text();
    expect(html).toContain('This server does not know that token.');
    expect(html).toContain('action="/sign-in?next=%2Fdocs"');
    expect(html).not.toContain('guess');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'docs',
    '/a b',
    '/\n/evil.example',
  ])('never leads to another server: %s', async (next) => {
    expect((await signIn(token, next)).headers.get('Location')).toBe('/');
  });

  it('refuses the form of another origin', async () => {
    expect((await signIn(token, '/', { Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('a server without tokens', () => {
  it('has no place to sign in', async () => {
    expect((await appWith().app.request('/sign-in', { method: 'POST' })).status).toBe(404);
  });
});
