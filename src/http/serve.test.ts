import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeAssistant, sampleAnswer, sampleListing } from '../testing/fake-assistant.ts';
import { createApp } from './app.ts';
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

function appWith(ask: () => Promise<typeof sampleAnswer>) {
  return createApp({
    assistant: () => fakeAssistant({ ask, documents: () => [sampleListing] }),
    config: { host: '127.0.0.1', maxBodyBytes: 200, requestTimeoutMs: 5000 },
    renderPage: async () => new Uint8Array(),
    version: '0.0.0',
  });
}

const question = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ question: 'How many jobs will Bosch cut?' }),
};

describe('serve', () => {
  it('answers over a real socket and names the address it listens on', async () => {
    const server = await start(appWith(async () => sampleAnswer));
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${server.url}/v1/documents`);
    expect(await response.json()).toEqual([sampleListing]);
  });

  it('refuses a body over the limit that is sent in pieces, and goes on serving', async () => {
    const server = await start(appWith(async () => sampleAnswer));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${server.url}/v1/ask`, question, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      sending.on('error', reject);
      sending.write(`{"question": "${'x'.repeat(300)}`);
      sending.end('"}');
    });
    expect(status).toBe(413);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('refuses a foreign Host on the socket', async () => {
    const server = await start(appWith(async () => sampleAnswer));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { Host: 'rebound.example' };
      request(`${server.url}/v1/documents`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it('lets an open request finish when it closes, then listens no more', async () => {
    let answer: (value: typeof sampleAnswer) => void = () => undefined;
    let asked: () => void = () => undefined;
    const wasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const server = await start(
      appWith(() => {
        asked();
        return new Promise((resolve) => {
          answer = resolve;
        });
      }),
    );
    const open = fetch(`${server.url}/v1/ask`, question);
    await wasAsked;
    const closing = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
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
    const app = appWith(() => {
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
    const first = await start(appWith(async () => sampleAnswer));
    const port = Number(new URL(first.url).port);
    await expect(
      start(
        appWith(async () => sampleAnswer),
        { port },
      ),
    ).rejects.toMatchObject({
      code: 'bad-input',
      sentence: `Port ${port} is taken. Choose another with --port …`,
    });
  });

  it('says that a host is not an address of this machine', async () => {
    const listening = serve(
      appWith(async () => sampleAnswer),
      { host: '192.0.2.1', port: 0 },
    );
    await expect(listening).rejects.toMatchObject({
      code: 'bad-input',
      sentence: '192.0.2.1 is not an address of this machine. Choose another with --host …',
    });
  });
});
