import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../../testing/http/test-app.ts';
import type { AppConfig } from '../app-options.ts';

const question = { question: 'How many jobs will Bosch cut?' };
const answering = { ask: async () => sampleAnswer, documents: () => [] };

describe('the limit of questions a minute', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  const tokens = ['first-token-0123', 'second-token-0123'];

  function askersOf(config: Partial<AppConfig>, options = {}) {
    const { app } = appWith(answering, { config, ...options });
    return (remoteAddress: string, headers: Record<string, string> = {}) =>
      app.request('/v1/ask', post(question, headers), { remoteAddress });
  }

  it('counts down, refuses with the seconds to wait, and starts anew after a minute', async () => {
    const ask = askersOf({ rateLimit: 2 });
    const first = await ask('192.0.2.7');
    expect(first.status).toBe(200);
    expect(first.headers.get('RateLimit')).toBe('limit=2, remaining=1, reset=60');
    expect(first.headers.get('RateLimit-Policy')).toBe('2;w=60');
    vi.setSystemTime(1_020_000);
    expect((await ask('192.0.2.7')).headers.get('RateLimit')).toBe('limit=2, remaining=0, reset=40');
    vi.setSystemTime(1_030_500);
    const refused = await ask('192.0.2.7');
    expect(refused.headers.get('Retry-After')).toBe('30');
    expect(refused.headers.get('RateLimit')).toBe('limit=2, remaining=0, reset=30');
    expect(await problemOf(refused)).toEqual({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: 'More than 2 questions within a minute.',
      code: 'too-many-requests',
    });
    vi.setSystemTime(1_060_000);
    expect((await ask('192.0.2.7')).headers.get('RateLimit')).toBe('limit=2, remaining=1, reset=60');
  });

  it('is of each client: its address, or its token wherever it is used from', async () => {
    const ask = askersOf({ rateLimit: 1 });
    expect((await ask('192.0.2.7')).status).toBe(200);
    expect((await ask('192.0.2.8')).status).toBe(200);
    expect((await ask('192.0.2.7')).status).toBe(429);
    const askWith = askersOf({ rateLimit: 1 }, { tokens });
    const [first, second] = tokens.map((token) => ({ Authorization: `Bearer ${token}` }));
    expect((await askWith('192.0.2.7', first)).status).toBe(200);
    expect((await askWith('192.0.2.7', second)).status).toBe(200);
    expect((await askWith('192.0.2.8', first)).status).toBe(429);
  });

  it('is of a site of IPv6 too, for as much as sixteen clients', async () => {
    const ask = askersOf({ rateLimit: 1 });
    const statuses: number[] = [];
    for (let network = 0; network < 18; network += 1)
      statuses.push((await ask(`2001:db8:1:${network.toString(16)}::1`)).status);
    expect(statuses).toEqual([...Array(16).fill(200), 429, 429]);
    expect((await ask('2001:db8:2::1')).status).toBe(200);
  });

  it('counts each call of a batch, and refuses one of more calls than are answered at once', async () => {
    const { app } = appWith(answering, { config: { rateLimit: 10, maxConcurrent: 5, maxBodyBytes: 5000 } });
    const batch = (count: number) =>
      app.request(
        '/mcp',
        post(Array.from({ length: count }, (_, id) => ({ jsonrpc: '2.0', id, method: 'ping' }))),
        {
          remoteAddress: '192.0.2.7',
        },
      );
    expect(await problemOf(await batch(6))).toMatchObject({
      status: 413,
      code: 'batch-too-large',
      detail: 'A batch may have 5 calls, and this one has 6. Send it in parts.',
    });
    expect((await batch(5)).status).toBe(429);
  });

  it('is of wrong tokens as well, and lets in who knows one', async () => {
    const { app } = appWith(answering, { tokens });
    const read = (token: string, remoteAddress = '192.0.2.7') =>
      app.request('/v1/documents', { headers: { Authorization: `Bearer ${token}` } }, { remoteAddress });
    for (let count = 0; count < 20; count += 1) expect((await read(`guess-${count}`)).status).toBe(401);
    const refused = await read('guess-20');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
    expect((await read('guess-20', '192.0.2.8')).status).toBe(401);
    expect((await read(tokens[0] ?? '')).status).toBe(200);
  });

  it('counts guesses in the cookie, and those of who asks for a page', async () => {
    const { app } = appWith(answering, { tokens });
    const read = async (headers: Record<string, string>) =>
      (await app.request('/v1/documents', { headers }, { remoteAddress: '192.0.2.7' })).status;
    const html = { Accept: 'text/html' };
    for (let count = 0; count < 10; count += 1) {
      expect(await read({ Cookie: `verse=guess-${count}` })).toBe(401);
      expect(await read({ Authorization: `Bearer guess-${count}`, ...html })).toBe(401);
    }
    expect(await read({ Cookie: 'verse=guess' })).toBe(429);
    expect(await read({ Authorization: 'Bearer guess', ...html })).toBe(429);
    expect(await read({ Cookie: 'verse=guess', ...html })).toBe(429);
    // Who sends none is shown where to sign in, and who knows one is let in.
    expect(await read(html)).toBe(401);
    expect(await read({ Authorization: `Bearer ${tokens[0]}` })).toBe(200);
  });

  it('does not limit reading, but does limit guesses at the sign-in form', async () => {
    const { app } = appWith(answering, { config: { rateLimit: 1 }, tokens });
    const headers = { Authorization: `Bearer ${tokens[0]}` };
    for (let count = 0; count < 3; count += 1) {
      expect((await app.request('/v1/documents', { headers })).status).toBe(200);
    }
    const guess = () => app.request('/sign-in', { method: 'POST' }, { remoteAddress: '192.0.2.7' });
    expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
  });

  it.each([
    [{ host: '127.0.0.1' }, null],
    [{ host: '0.0.0.0' }, 'limit=60, remaining=59, reset=60'],
    [{ host: '0.0.0.0', rateLimit: 0 }, null],
  ])('with %j is %s', async (config, left) => {
    const response = await askersOf(config)('192.0.2.7', { Host: 'localhost' });
    expect(response.status).toBe(200);
    expect(response.headers.get('RateLimit')).toBe(left);
  });
});

/** An assistant that answers when it is told to. */
function heldAssistant() {
  const held: ((answer: typeof sampleAnswer) => void)[] = [];
  return { held, ask: () => new Promise<typeof sampleAnswer>((resolve) => held.push(resolve)) };
}

describe('the limit of questions at once', () => {
  it('refuses more as busy, and accepts the next once one is answered', async () => {
    const { held, ask } = heldAssistant();
    const { app } = appWith({ ...answering, ask }, { config: { maxConcurrent: 2 } });
    const open = [app.request('/v1/ask', post(question)), app.request('/v1/ask', post(question))];
    await expect.poll(() => held).toHaveLength(2);
    const refused = await app.request('/v1/ask', post(question));
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(await problemOf(refused)).toMatchObject({
      status: 503,
      detail: '2 questions are being answered. Ask again in a second.',
      code: 'busy',
    });
    expect((await app.request('/v1/documents')).status).toBe(200);
    held[0]?.(sampleAnswer);
    expect((await open[0])?.status).toBe(200);
    const next = app.request('/v1/ask', post(question));
    await expect.poll(() => held).toHaveLength(3);
    for (const answer of held.slice(1)) answer(sampleAnswer);
    expect([(await open[1])?.status, (await next).status]).toEqual([200, 200]);
  });

  it('counts a stream of events until its end, and one that is left', async () => {
    const { app } = appWith({}, { config: { maxConcurrent: 1 } });
    const streams: ReadableStreamDefaultController<string>[] = [];
    app.post('/v1/stream', () => {
      const body = new ReadableStream<string>({ start: (controller) => void streams.push(controller) });
      return new Response(body.pipeThrough(new TextEncoderStream()), {
        headers: { 'Content-Type': 'text/event-stream' },
      });
    });
    const open = () => app.request('/v1/stream', { method: 'POST' });
    const first = await open();
    expect((await open()).status).toBe(503);
    streams[0]?.enqueue('event: done\n\n');
    streams[0]?.close();
    expect(await first.text()).toBe('event: done\n\n');
    let second = await open();
    await expect
      .poll(async () => {
        if (second.status !== 200) second = await open();
        return second.status;
      })
      .toBe(200);
    await second.body?.cancel();
    await expect.poll(async () => (await open()).status).toBe(200);
  });
});

describe('the limit of time', () => {
  it('aborts the work too, with the same error', async () => {
    let reason: unknown;
    const { app } = appWith(
      {
        ask: (_, { signal } = {}) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              reason = signal.reason;
              reject(signal.reason);
            });
          }),
      },
      { config: { requestTimeoutMs: 200 } },
    );
    const response = await app.request('/v1/ask', post(question));
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'timeout' });
    expect(reason).toMatchObject({ code: 'timeout' });
  });
});
