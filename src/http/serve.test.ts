import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Assistant } from '../assistant/assistant.ts';
import { sampleAnswer, sampleListing } from '../testing/assistant/fake-assistant.ts';
import { appWith } from '../testing/http/test-app.ts';
import { type RunningServer, serve } from './serve.ts';

let running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});

async function start(app: Parameters<typeof serve>[0], options: { port?: number; graceMs?: number } = {}) {
  const server = await serve(app, { host: '127.0.0.1', port: 0, ...options });
  running.push(server);
  return server;
}

function answering(ask: Assistant['ask'], options: Parameters<typeof appWith>[1] = {}) {
  return appWith({ ask, documents: () => [sampleListing] }, options).app;
}

const question = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ question: 'How many jobs will Bosch cut?' }),
};

describe('serve', () => {
  it('answers over a real socket and names the address it listens on', async () => {
    const server = await start(answering(async () => sampleAnswer));
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${server.url}/v1/documents?structure=true`);
    expect(await response.json()).toEqual([sampleListing]);
  });

  it('refuses a chunked body over the limit, and goes on serving', async () => {
    const server = await start(answering(async () => sampleAnswer));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${server.url}/v1/ask`, question, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      sending.on('error', reject);
      sending.write(`{"question": "${'x'.repeat(600)}`);
      sending.end('"}');
    });
    expect(status).toBe(413);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('refuses what is no HTTP by a sentence', async () => {
    const { url } = await start(answering(async () => sampleAnswer));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('HELLO\r\n\r\n');
    expect(await text(socket)).toContain('This is no request of HTTP/1.1.');
  });

  it('keeps no place for bodies that are sent by half', async () => {
    const server = await start(answering(async () => sampleAnswer, { config: { maxConcurrent: 2 } }));
    const half = Array.from({ length: 5 }, () => {
      const sending = request(`${server.url}/v1/ask`, question);
      sending.on('error', () => undefined);
      sending.write('{"question": ');
      return sending;
    });
    await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status).toBe(200);
    for (let asked = 0; asked < 5; asked += 1)
      expect((await fetch(`${server.url}/v1/ask`, question)).status).toBe(200);
    for (const sending of half) sending.destroy();
  });

  it.each([
    '127.999.0.1',
    'a b',
    '[::1',
    'x@y',
    'localhost:99999',
  ])('refuses the host %s by its name', async (Host) => {
    const server = await start(answering(async () => sampleAnswer));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${server.url}/healthz`, { headers: { Host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      sending.end();
    });
    expect([400, 421]).toContain(status);
    if (Host === '127.999.0.1') expect(status).toBe(421);
  });

  it('answers what comes over a connection that is open when it closes, and ends it', async () => {
    const server = await start(answering(async () => sampleAnswer));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
        const sending = request(`${server.url}/healthz`, { agent }, (response) => {
          response.resume();
          response.on('end', () => resolve([response.statusCode, response.headers.connection]));
        });
        sending.on('error', reject);
        sending.end();
      });
    expect(await ask()).toEqual([200, 'keep-alive']);
    const closing = server.close();
    expect(await ask()).toEqual([200, 'close']);
    await closing;
    agent.destroy();
  });

  it('answers all that were let in by the system before it closes, and no one after', async () => {
    const server = await start(answering(async () => sampleAnswer));
    const port = Number(new URL(server.url).port);
    const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'));
    for (const socket of sockets) socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    // They are connected in the next tick; the server hears of them in a later turn of the loop.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const closing = server.close();
    const answers = await Promise.all(sockets.map((socket) => text(socket)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200'))).toHaveLength(20);
    await closing;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed');
  });

  it.each([
    ['search', { query: 'Bosch' }],
    ['compare', { before: '2025', after: '2026' }],
  ])('ends a %s whose client has left', async (route, sent) => {
    let reason: unknown;
    const leaving = new AbortController();
    const untilLeft = (_: unknown, { signal }: { signal?: AbortSignal } = {}) => {
      leaving.abort();
      return new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reason = signal.reason;
          reject(signal.reason);
        });
      });
    };
    const { app } = appWith({ search: untilLeft, compare: untilLeft });
    const server = await start(app);
    const body = JSON.stringify(sent);
    const open = fetch(`${server.url}/v1/${route}`, { ...question, body, signal: leaving.signal });
    await expect(open).rejects.toThrow('aborted');
    await expect.poll(() => reason).toMatchObject({ name: 'ClientGone' });
  });

  it('lets an open request finish when it closes, then stops listening', async () => {
    let answer: (value: typeof sampleAnswer) => void = () => undefined;
    let asked: () => void = () => undefined;
    const wasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const server = await start(
      answering(() => {
        asked();
        return new Promise((resolve) => {
          answer = resolve;
        });
      }),
    );
    const open = fetch(`${server.url}/v1/ask`, question);
    await wasAsked;
    const closing = server.close();
    const isRefused = () =>
      fetch(`${server.url}/healthz`).then(
        () => false,
        () => true,
      );
    await expect.poll(isRefused).toBe(true);
    answer(sampleAnswer);
    const response = await open;
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(sampleAnswer);
    await closing;
  });

  it('cuts off a request that outlives the grace time', async () => {
    let asked: () => void = () => undefined;
    const wasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const app = answering(() => {
      asked();
      return new Promise(() => undefined);
    });
    const server = await start(app, { graceMs: 20 });
    const open = fetch(`${server.url}/v1/ask`, question);
    const cut = expect(open).rejects.toThrow();
    await wasAsked;
    await server.close();
    await cut;
  });

  it('says that a port is taken', async () => {
    const first = await start(answering(async () => sampleAnswer));
    const port = Number(new URL(first.url).port);
    await expect(
      start(
        answering(async () => sampleAnswer),
        { port },
      ),
    ).rejects.toMatchObject({
      code: 'bad-input',
      sentence: `Port ${port} is taken. Choose another with --port …`,
    });
  });

  it('says that a host is not an address of this machine', async () => {
    const listening = serve(
      answering(async () => sampleAnswer),
      { host: '192.0.2.1', port: 0 },
    );
    await expect(listening).rejects.toMatchObject({
      code: 'bad-input',
      sentence: '192.0.2.1 is not an address of this machine. Choose another with --host …',
    });
  });
});

/** As `fetch`, which may not choose its Host. */
function send(url: string, headers: Record<string, string>, options: RequestInit = {}) {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>((resolve, reject) => {
    request(url, { method: options.method ?? 'GET', headers }, (response) => {
      resolve({ status: response.resume().statusCode, headers: response.headers });
    })
      .on('error', reject)
      .end(options.body);
  });
}

describe('a server for others', () => {
  const tokens = ['first-token-0123'];
  const bearer = { Authorization: `Bearer ${tokens[0]}` };
  const answer = async () => sampleAnswer;

  it('does not answer a page whose name was rebound to this machine, but under its listed name', async () => {
    const { url } = await start(answering(answer, { config: { allowedHosts: ['reports.example'] } }));
    const status = async (Host: string) => (await send(`${url}/v1/documents`, { Host })).status;
    expect(await status('rebound.example')).toBe(421);
    expect(await status('reports.example')).toBe(200);
    const origin = { Host: 'reports.example', Origin: 'http://rebound.example' };
    expect((await send(`${url}/v1/documents`, origin)).status).toBe(403);
  });

  it('asks for a token, and sets a cookie for browsers', async () => {
    const { url } = await start(answering(answer, { tokens }));
    const refused = await send(`${url}/v1/documents`, {});
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="Chapter & Verse"',
    ]);
    expect((await send(`${url}/v1/documents`, bearer)).status).toBe(200);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const signedIn = await send(`${url}/sign-in`, form, { method: 'POST', body: `token=${tokens[0]}` });
    expect(signedIn.status).toBe(303);
    const Cookie = signedIn.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    expect((await send(`${url}/v1/documents`, { Cookie })).status).toBe(200);
  });

  it('counts by the address at the other end of the socket, whatever a header says', async () => {
    const { url } = await start(answering(answer, { config: { rateLimit: 2 } }));
    const ask = (from: string) =>
      fetch(`${url}/v1/ask`, { ...question, headers: { ...question.headers, 'X-Forwarded-For': from } });
    expect((await ask('192.0.2.1')).status).toBe(200);
    expect((await ask('192.0.2.2')).status).toBe(200);
    const refused = await ask('192.0.2.3');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50);
  });

  it('lets the pages of a listed origin in, and those of no other', async () => {
    const { url } = await start(answering(answer, { config: { corsOrigins: ['https://reports.example'] } }));
    const asked = (Origin: string) =>
      fetch(`${url}/v1/ask`, { ...question, headers: { ...question.headers, Origin } });
    const answered = await asked('https://reports.example');
    expect([answered.status, answered.headers.get('Access-Control-Allow-Origin')]).toEqual([
      200,
      'https://reports.example',
    ]);
    expect((await asked('https://other.example')).status).toBe(403);
  });

  it('stops working for a client that has gone, and counts it', async () => {
    let reason: unknown;
    const app = answering((_, { signal } = {}) => {
      leaving.abort();
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reason = signal.reason;
          reject(signal.reason);
        });
      });
    });
    const leaving = new AbortController();
    const { url } = await start(app);
    await expect(fetch(`${url}/v1/ask`, { ...question, signal: leaving.signal })).rejects.toThrow('aborted');
    await expect.poll(() => reason).toMatchObject({ name: 'ClientGone' });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('verse_http_requests_total{method="POST",route="/v1/ask",status="499"} 1');
  });

  it('lets in what comes while it answers, to refuse it as busy or to tell that it is alive', async () => {
    const steps = { ofAnswer: 3, ms: 10 };
    const ended: string[] = [];
    const app = answering(
      async () => {
        // As a network computes: the event loop stands still meanwhile.
        for (let step = 0; step < steps.ofAnswer; step += 1) {
          await nextTurn();
          const until = performance.now() + steps.ms;
          while (performance.now() < until);
        }
        return sampleAnswer;
      },
      { config: { maxConcurrent: 8 } },
    );
    const { url } = await start(app);
    const asked = Array.from({ length: 40 }, async () => {
      const { status } = await fetch(`${url}/v1/ask`, question);
      ended.push(String(status));
      return status;
    });
    const alive = fetch(`${url}/healthz`).then(() => ended.push('alive'));
    const statuses = await Promise.all(asked);
    await alive;
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(ended.indexOf('alive')).toBeLessThan(ended.lastIndexOf('200'));
  });

  it('says that it is busy at the maximum of concurrent questions', async () => {
    let answerIt: (value: typeof sampleAnswer) => void = () => undefined;
    const ask = vi.fn(
      () =>
        new Promise<typeof sampleAnswer>((resolve) => {
          answerIt = resolve;
        }),
    );
    const { url } = await start(answering(ask, { config: { maxConcurrent: 1 } }));
    const first = fetch(`${url}/v1/ask`, question);
    await expect.poll(() => ask.mock.calls).toHaveLength(1);
    const second = await fetch(`${url}/v1/ask`, question);
    expect([second.status, second.headers.get('Retry-After')]).toEqual([503, '1']);
    answerIt(sampleAnswer);
    expect((await first).status).toBe(200);
  });
});
