import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AssistantScript,
  sampleAnswer,
  sampleCitation,
  sampleListing,
} from '../testing/assistant/fake-assistant.ts';
import { callTool, connectClient } from '../testing/http/mcp-client.ts';
import { appWith, post, problemOf } from '../testing/http/test-app.ts';
import { type RunningServer, serve } from './serve.ts';

let running: RunningServer | undefined;
afterEach(async () => {
  await running?.close();
});

const question = 'How many jobs will Bosch cut?';
const token = 'a-token-of-the-tests';

/** The official client, over a real socket. */
async function connect(
  script: AssistantScript,
  options: Parameters<typeof appWith>[1] = {},
  headers: Record<string, string> = {},
) {
  running = await serve(appWith(script, options).app, { host: '127.0.0.1', port: 0 });
  const { url } = running;
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } });
  return { url, client: await connectClient(transport) };
}

const accept = { Accept: 'application/json, text/event-stream' };
const call = {
  jsonrpc: '2.0',
  id: 7,
  method: 'tools/call',
  params: { name: 'ask', arguments: { question } },
};

describe('POST /mcp', () => {
  it('serves tools and resources to the official client', async () => {
    const { client } = await connect({ ask: async () => sampleAnswer, documents: () => [sampleListing] });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'ask',
      'search',
      'read_passage',
      'list_chapters',
      'check_sentence',
      'compare_editions',
    ]);
    const { text, structuredContent } = await callTool(client, 'ask', { question });
    expect(text).toContain(`${sampleCitation.quote} [1]`);
    expect(structuredContent).toMatchObject({ status: 'answered', citations: [{ page: 84 }] });
    const { resources } = await client.listResources();
    expect(resources[0]?.uri).toBe('verse://fragmented-europe-2026');
  });

  it('counts its answers with those of the other doors', async () => {
    const { client, url } = await connect({ ask: async () => sampleAnswer });
    await callTool(client, 'ask', { question });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('verse_answers_total{status="answered",reason=""} 1');
  });

  it('asks for the token that the server asks for', async () => {
    const tokens = [token];
    const bearer = { Authorization: `Bearer ${token}` };
    const { client, url } = await connect({ ask: async () => sampleAnswer }, { tokens }, bearer);
    expect((await callTool(client, 'ask', { question })).isError).toBeUndefined();
    const refused = await fetch(`${url}/mcp`, post(call, accept));
    expect(await problemOf(refused)).toMatchObject({ status: 401, code: 'no-token' });
  });

  it.each([
    [{ Origin: 'https://elsewhere.example' }, { status: 403, code: 'foreign-origin' }],
    [{ Host: 'rebound.example' }, { status: 421, code: 'foreign-host' }],
  ])('refuses a page elsewhere: %j', async (headers, problem) => {
    const { app, assistant } = appWith({ ask: async () => sampleAnswer });
    const response = await app.request('/mcp', post(call, { ...accept, ...headers }));
    expect(await problemOf(response)).toMatchObject(problem);
    expect(assistant.calls).toEqual([]);
  });

  it('keeps to the limits of body, rate and time', async () => {
    const large = { ...call, params: { name: 'ask', arguments: { question: 'x'.repeat(600) } } };
    const { app } = appWith({ ask: async () => sampleAnswer }, { config: { rateLimit: 2 } });
    expect((await app.request('/mcp', post(large, accept))).status).toBe(413);
    expect((await app.request('/mcp', post(call, accept))).status).toBe(200);
    expect((await app.request('/mcp', post(call, accept))).status).toBe(429);

    let reason: unknown;
    const slow = appWith(
      {
        ask: (_, { signal } = {}) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              reason = signal.reason;
              reject(reason);
            });
          }),
      },
      { config: { requestTimeoutMs: 200 } },
    );
    const late = await slow.app.request('/mcp', post(call, accept));
    expect(await problemOf(late)).toMatchObject({ status: 503, code: 'timeout' });
    expect(reason).toMatchObject({ code: 'timeout' });
  });

  it('has no sessions: there is nothing to GET or DELETE', async () => {
    const { app } = appWith();
    const response = await app.request('/mcp', { headers: { Accept: 'text/event-stream' } });
    expect(response.headers.get('Allow')).toBe('POST');
    expect(await problemOf(response)).toMatchObject({ status: 405 });
  });

  it('answers in the protocol where no index is open, so that the model can tell', async () => {
    const { app } = appWith({}, { assistant: () => undefined });
    const response = await app.request('/mcp', post(call, accept));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      id: 7,
      result: {
        isError: true,
        content: [{ text: 'No index is open. Run `verse ingest`, then start the server again.' }],
      },
    });
  });

  it('logs its own failures without what was asked', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line) => lines.push(line) });
    const { app } = appWith(
      {
        ask: async () => {
          throw new TypeError(`cannot read “${question}”`);
        },
      },
      { log },
    );
    const response = await app.request('/mcp', post(call, accept));
    expect(await response.json()).toMatchObject({ error: { code: -32603 } });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'tool failed',
      requestId: response.headers.get('X-Request-Id'),
      error: expect.stringContaining('TypeError\n    at '),
    });
    expect(lines[0]).not.toContain('Bosch');
  });
});
