import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Config } from '../../config/settings.ts';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post } from '../../testing/http/test-app.ts';
import { formatLogLine, openLog } from './open-log.ts';

/** A log that keeps its lines. */
function keepLog(level: Config['logLevel'] = 'info') {
  const lines: string[] = [];
  const log = openLog({ level, readable: false, write: (line) => void lines.push(line) });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

const question = { question: 'How many jobs will Bosch cut?' };
const failing = {
  ask: async () => {
    throw new TypeError('cannot answer How many jobs will Bosch cut?');
  },
};

describe('the log', () => {
  it('has a line for each request, with its id, and no word of the question even when the answer fails', async () => {
    const { log, lines, entries } = keepLog('debug');
    const { app } = appWith(failing, { log });
    const response = await app.request('/v1/ask?q=Bosch', post(question, { 'X-Request-Id': 'r-1' }), {
      remoteAddress: '192.0.2.7',
    });
    expect(response.headers.get('X-Request-Id')).toBe('r-1');
    expect(await response.json()).toMatchObject({ status: 500, requestId: 'r-1' });
    await app.request('/?q=Bosch');
    expect(entries()).toMatchObject([
      { level: 'error', requestId: 'r-1', method: 'POST', path: '/v1/ask', status: 500, client: '192.0.2.7' },
      { level: 'info', method: 'GET', path: '/', status: 200 },
    ]);
    expect(entries()[0].error).toMatch(/^TypeError\n\s+at /);
    expect(lines.join('')).not.toMatch(/Bosch|jobs/);
  });

  it.each([
    ['/v1/ask', question],
    ['/v1/chat/completions', { model: 'chapter-and-verse', messages: [{ role: 'user', content: 'Bosch?' }] }],
  ])('says what failed once %s had begun to stream, and no word of the question', async (path, body) => {
    const { log, lines, entries } = keepLog('warn');
    const ask: Assistant['ask'] = async (_, { onSentence } = {}) => {
      for (const sentence of sampleAnswer.sentences) await onSentence?.({ sentence, citations: [] });
      throw new TypeError('cannot answer How many jobs will Bosch cut?');
    };
    const { app } = appWith({ ask }, { log });
    const response = await app.request(path, post({ ...body, stream: true }));
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('log says more')]);
    expect(entries()).toMatchObject([{ level: 'error', msg: 'stream failed' }]);
    expect(entries()[0].error).toMatch(/^TypeError\n\s+at /);
    expect(lines.join('')).not.toMatch(/Bosch|jobs/);
  });

  it('says at its default level only what failed', async () => {
    const { log, entries } = keepLog('warn');
    const { app } = appWith(failing, { log });
    await app.request('/healthz');
    await app.request('/v1/ask', post(question));
    expect(entries()).toMatchObject([{ status: 500, path: '/v1/ask' }]);
  });

  it('names a token by its place', async () => {
    const { log, lines, entries } = keepLog();
    const tokens = ['first-token-0123', 'second-token-0123'];
    const headers = { Authorization: 'Bearer second-token-0123' };
    await appWith({}, { log, tokens }).app.request('/docs', { headers });
    expect(entries()).toMatchObject([{ path: '/docs', status: 200, client: 'token 2' }]);
    expect(lines.join('')).not.toContain('second-token');
  });

  it('has a request id of its own where the one sent is not plain', async () => {
    const { headers } = await appWith().app.request('/healthz', { headers: { 'X-Request-Id': 'a b;c' } });
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has a request id and the remaining rate, also when streamed', async () => {
    const { app } = appWith({ ask: async () => sampleAnswer }, { config: { rateLimit: 5 } });
    const body = { question: 'How many jobs will Bosch cut?', stream: true };
    const { headers } = await app.request('/v1/ask', post(body, { 'X-Request-Id': 'r-1' }));
    expect(headers.get('Content-Type')).toContain('text/event-stream');
    expect(headers.get('X-Request-Id')).toBe('r-1');
    expect(headers.get('RateLimit')).toContain('remaining=4');
  });
});

describe('formatLogLine', () => {
  it('sets an entry as a line to read, with the stack of an error below it', () => {
    const entry = {
      level: 'error',
      time: '2026-07-01T09:30:05.123Z',
      method: 'POST',
      status: 500,
      error: 'TypeError\n    at ask (x.ts:1)',
      msg: 'request failed',
    };
    expect(formatLogLine(JSON.stringify(entry))).toBe(
      '09:30:05 error request failed method=POST status=500\nTypeError\n    at ask (x.ts:1)\n',
    );
  });

  it.each([
    true,
    false,
  ])('has no control character of a path, and no line of its making (readable: %s)', async (readable) => {
    const lines: string[] = [];
    const log = openLog({ level: 'info', readable, write: (line) => void lines.push(line) });
    await appWith({}, { log }).app.request(
      '/a%1b%5d52;c;aGk=%07%0a09:30:05%20info%20forged%c2%9b2K%e2%80%ae',
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('forged');
    expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('is what a terminal gets', () => {
    const lines: string[] = [];
    const log = openLog({ level: 'info', readable: true, write: (line) => void lines.push(line) });
    log.info({ path: '/healthz' }, 'request');
    expect(lines.join('')).toMatch(/^\d\d:\d\d:\d\d info request path=\/healthz\n$/);
  });
});
