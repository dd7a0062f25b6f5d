import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatKey } from '../config/chat-key.ts';
import { refuseImport } from '../testing/chat/refuse-import.ts';
import { probeChat } from './probe-chat.ts';

const secret = 'sk-live-0123456789';
const withKey: ChatKey = { names: ['VERSE_CHAT_KEY'], value: secret };
const noKey: ChatKey = { names: ['VERSE_CHAT_KEY'], value: undefined };

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** A server that answers every request alike, or not at all; and what it was asked with. */
async function serve(status: number | null, body = '{}') {
  const seen: { path: string | undefined; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url, authorization: request.headers.authorization });
    if (status !== null) response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

const listed = (...names: string[]) => JSON.stringify({ data: names.map((id) => ({ id })) });

describe('probeChat', () => {
  it('finds a model that the server lists, sends the key and does not tell it', async () => {
    const { url, seen } = await serve(200, listed('qwen3:4b', 'other'));
    const found = await probeChat({ chatModel: 'openai:qwen3:4b', chatUrl: url, key: withKey });
    expect(found).toBe(`openai:qwen3:4b at ${url}: the server answers, a key is set`);
    expect(seen).toEqual([{ path: '/v1/models', authorization: `Bearer ${secret}` }]);
  });

  it('does not mind a server that lists nothing', async () => {
    const { url } = await serve(404);
    expect(await probeChat({ chatModel: 'openai:any', chatUrl: url, key: noKey })).toContain('no key is set');
  });

  it('names the models there are where the one wanted is not among them', async () => {
    const { url } = await serve(200, listed('qwen3:4b', 'gemma3'));
    await expect(probeChat({ chatModel: 'openai:qwen', chatUrl: url, key: noKey })).rejects.toMatchObject({
      sentence: 'The server has no model called “qwen”. It lists qwen3:4b, gemma3.',
    });
  });

  it('says that the key is refused', async () => {
    const { url } = await serve(401, JSON.stringify({ error: secret }));
    await expect(probeChat({ chatModel: 'openai:any', chatUrl: url, key: withKey })).rejects.toMatchObject({
      sentence: `${url} refuses the key (401). Set VERSE_CHAT_KEY.`,
    });
  });

  it('waits for a server that says nothing only so long', async () => {
    const { url } = await serve(null);
    await expect(
      probeChat({ chatModel: 'openai:any', chatUrl: url, key: noKey }, { timeoutMs: 50 }),
    ).rejects.toMatchObject({
      sentence: `${new URL(url).origin} did not answer within 0.05 s.`,
    });
  });

  it('asks nobody before the package is there', async () => {
    const { url, seen } = await serve(200, listed('qwen3:4b'));
    const settings = { chatModel: 'ollama:qwen3:4b', chatUrl: url, key: noKey };
    await expect(probeChat(settings, { importPackage: refuseImport })).rejects.toMatchObject({
      sentence:
        'ollama:qwen3:4b needs the package @langchain/ollama, which is not installed. Run `npm install @langchain/ollama`.',
    });
    expect(seen).toEqual([]);
  });
});
