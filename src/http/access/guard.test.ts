import { describe, expect, it } from 'vitest';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../../testing/http/test-app.ts';
import type { AppConfig } from '../app-options.ts';

const question = { question: 'How many jobs will Bosch cut?' };

function statusFor(Host: string, config: Partial<AppConfig>) {
  return appWith({}, { config }).app.request('/healthz', { headers: { Host } });
}

describe('the names a server answers to', () => {
  it.each(['localhost:8787', '127.0.0.1:8787', '[::1]:8787', 'LOCALHOST'])('are %s', async (Host) => {
    expect((await statusFor(Host, {})).status).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example:8787',
    '192.168.1.4:8787',
    '127.999.0.1',
  ])('are not %s, which may have been rebound to this machine', async (Host) => {
    expect(await problemOf(await statusFor(Host, {}))).toEqual({
      type: 'about:blank',
      title: 'Misdirected Request',
      status: 421,
      detail: `This server answers to localhost only, not to ${Host}. VERSE_ALLOWED_HOSTS lists further names.`,
      code: 'foreign-host',
    });
  });

  it.each([
    '192.168.1.4:8787',
    '[2001:db8::4]:8787',
    'localhost',
    'reports.example:8787',
    'Verse.Local',
  ])('on a network are its addresses and the listed names: %s', async (Host) => {
    const config = { host: 'verse.local', allowedHosts: ['reports.example'] };
    expect((await statusFor(Host, config)).status).toBe(200);
  });

  it('on a network are no other names', async () => {
    expect(await problemOf(await statusFor('evil.example', { host: '0.0.0.0' }))).toMatchObject({
      status: 421,
      detail: 'This server does not answer to evil.example. VERSE_ALLOWED_HOSTS lists further names.',
    });
  });
});

describe('the pages that may use a server', () => {
  function askFrom(Origin: string, config: Partial<AppConfig> = {}) {
    const { app } = appWith({ ask: async () => sampleAnswer }, { config });
    return app.request('/v1/ask', post(question, { Host: 'localhost:8787', Origin }));
  }

  it.each(['http://localhost:8787', 'https://localhost:8787'])('are its own: %s', async (origin) => {
    expect((await askFrom(origin)).status).toBe(200);
  });

  it.each(['http://evil.example', 'http://localhost:3000', 'null'])('are not those of %s', async (origin) => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const response = await askFrom(origin, { host });
      expect(await problemOf(response)).toMatchObject({
        status: 403,
        detail: `Pages of ${origin} may not use this server.`,
        code: 'foreign-origin',
      });
    }
  });

  it('are those of listed origins, which may read the answer and ask before they ask', async () => {
    const origin = 'https://reports.example';
    const config = { corsOrigins: [origin] };
    const answer = await askFrom(origin, config);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    const { app } = appWith({}, { config, tokens: ['a-token-of-24-characters'] });
    const preflight = await app.request('/v1/ask', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization, content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('authorization,content-type');
    expect((await askFrom('https://other.example', config)).status).toBe(403);
  });
});

describe('every response', () => {
  it.each([
    '/healthz',
    '/nothing',
    '/',
    '/docs',
  ])('has the security headers and no CORS header: %s', async (path) => {
    const { headers } = await appWith().app.request(path);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('what is for operators', () => {
  const paths = ['/metrics', '/docs', '/openapi.json'];
  const status = async (options: Parameters<typeof appWith>[1], path: string, from: string, headers = {}) =>
    (
      await appWith({ documents: () => [] }, options).app.request(
        path,
        { headers: { Host: 'localhost', ...headers } },
        { remoteAddress: from },
      )
    ).status;

  it.each(paths)('%s is shown on this machine, and elsewhere with a token only', async (path) => {
    const open = { config: { host: '0.0.0.0' } };
    expect(await status(open, path, '127.0.0.1')).toBe(200);
    expect(await status(open, path, '::ffff:127.0.0.1')).toBe(200);
    expect(await status(open, path, '192.0.2.7')).toBe(403);
    expect(await status(open, path, '127.0.0.1', { 'X-Forwarded-For': '192.0.2.7' })).toBe(403);
    expect(await status(open, path, '127.0.0.1', { 'X-Real-IP': '192.0.2.7' })).toBe(403);
    const tokens = ['first-token-0123'];
    expect(await status({ ...open, tokens }, path, '127.0.0.1')).toBe(401);
    const headers = { Authorization: `Bearer ${tokens[0]}` };
    expect(await status({ ...open, tokens }, path, '192.0.2.7', headers)).toBe(200);
  });

  it.each(
    paths,
  )('%s is not shown by a proxy that only passes on the name it is asked under', async (path) => {
    const config = { allowedHosts: ['reports.example'] };
    expect(await status({ config }, path, '127.0.0.1', { Host: 'reports.example' })).toBe(403);
    expect(await status({ config }, path, '127.0.0.1', { Host: '127.0.0.1:8787' })).toBe(200);
  });
});
