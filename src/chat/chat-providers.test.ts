/** One contract for the providers whose address can be set, each over a socket in its own protocol, by LangChain's class. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatMessage } from '../core/chat-model.ts';
import { anthropic, type ChatProtocol, ollama, protocols } from '../testing/chat/chat-protocols.ts';
import { collectReply } from '../testing/chat/collect-reply.ts';
import {
  type ChatReply,
  type ChatRequest,
  type ChatScript,
  chatServerForTest,
  type ScriptedChatServer,
} from '../testing/chat/scripted-chat-server.ts';
import { createChatModel } from './chat.ts';
import { probeChat } from './probe-chat.ts';

/** The one that the test has started last. */
let server: ScriptedChatServer;
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const asked: ChatMessage[] = [
  { role: 'system', text: 'Quote.' },
  { role: 'user', text: 'Who was banned?' },
  { role: 'assistant', text: 'Nokia.' },
  { role: 'user', text: 'Write that again.' },
];
const withoutKey = { names: ['VERSE_CHAT_KEY'], value: undefined };
const secret = 'sk-live-0123456789';
const withKey = { names: ['VERSE_CHAT_KEY'], value: secret };

/** How a request brought the key. */
const keyOf = ({ authorization, apiKey }: ChatRequest) => apiKey ?? authorization?.replace(/^Bearer /, '');

describe.each(protocols)('a model of $provider', (protocol: ChatProtocol) => {
  const chatModel = `${protocol.provider}:scripted`;

  async function open(script: ChatScript, key: typeof withoutKey | typeof withKey = withoutKey) {
    server = await chatServerForTest(script, protocol);
    const settings = { chatModel, chatUrl: server.url, key };
    return { settings, model: createChatModel(settings, { wait: async () => undefined }) };
  }

  async function replyOf(script: ChatScript, key?: typeof withKey) {
    const { model } = await open(script, key);
    return collectReply(model, asked);
  }

  it('receives the messages at its address, and its reply is passed on in pieces, with its counts', async () => {
    const { pieces, used, error } = await replyOf([
      { pieces: ['Huawei ', 'and ZTE.'], usage: { inputTokens: 40, outputTokens: 6 } },
    ]);
    expect(error).toBeUndefined();
    expect(pieces).toEqual(['Huawei ', 'and ZTE.']);
    expect(used).toEqual([{ inputTokens: 40, outputTokens: 6 }]);
    expect(server.requests).toMatchObject([
      {
        model: 'scripted',
        messages: [
          { role: 'system', content: 'Quote.' },
          { role: 'user', content: 'Who was banned?' },
          { role: 'assistant', content: 'Nokia.' },
          { role: 'user', content: 'Write that again.' },
        ],
        settings: { stream: true },
      },
    ]);
  });

  it("gets our key, and not the provider's from the environment", async () => {
    for (const name of ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'OLLAMA_API_KEY']) {
      vi.stubEnv(name, 'theirs');
    }
    await replyOf([{ pieces: ['Yes.'] }]);
    const [first] = server.requests;
    expect(JSON.stringify([first?.authorization, first?.apiKey])).not.toContain('theirs');
    await replyOf([{ pieces: ['Yes.'] }], withKey);
    expect(server.requests.map(keyOf)).toEqual([secret]);
  });

  it('is at the address of the settings, whatever the environment says', async () => {
    for (const name of ['OPENAI_BASE_URL', 'ANTHROPIC_BASE_URL', 'ANTHROPIC_API_URL', 'OLLAMA_BASE_URL']) {
      vi.stubEnv(name, 'http://127.0.0.1:1');
    }
    vi.stubEnv('LANGSMITH_GATEWAY', 'http://127.0.0.1:1');
    expect((await replyOf([{ pieces: ['Yes.'] }])).pieces).toEqual(['Yes.']);
  });

  it.each([429, 500, 529])('is asked again after %i', async (status) => {
    const { pieces, error } = await replyOf([{ status }, { pieces: ['Huawei.'] }]);
    expect({ pieces, error }).toEqual({ pieces: ['Huawei.'], error: undefined });
  });

  it.each<[ChatReply, (at: string) => string, number]>([
    [{ status: 500 }, (at) => `${at} failed (500). Ask again later.`, 3],
    [
      { status: 502, body: '<html>Bad gateway</html>', headers: { 'Content-Type': 'text/html' } },
      (at) => `${at} failed (502). Ask again later.`,
      3,
    ],
    [{ status: 401 }, (at) => `${at} refuses the key (401). Set VERSE_CHAT_KEY.`, 1],
    [
      { status: 404 },
      (at) => `${at} knows no model called “scripted” (404). See VERSE_CHAT_MODEL and VERSE_CHAT_URL.`,
      1,
    ],
  ])('that answers %j has failed, and nothing is printed', async (reply, sentence, tries) => {
    const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
    const { error } = await replyOf([reply], withKey);
    expect(error).toMatchObject({ code: 'chat-failed', sentence: sentence(server.url) });
    expect(server.requests).toHaveLength(tries);
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it.each<[string, ChatReply, string]>([
    ['closes the socket', { closeAfter: ['Huawei '] }, `${chatModel} broke off in the middle. Ask again.`],
    [
      'ends without an end',
      { pieces: ['Huawei '], ending: null },
      `${chatModel} broke off in the middle. Ask again.`,
    ],
    [
      'reaches its limit',
      { pieces: ['Huawei '], ending: 'length' },
      `${chatModel} reached its limit of length before it had finished.`,
    ],
  ])('that %s has failed, whatever it said before', async (_, reply, sentence) => {
    const { error, pieces } = await replyOf([reply]);
    expect(pieces).toEqual(['Huawei ']);
    expect(error).toMatchObject({ code: 'chat-failed', sentence });
  });

  it.each([
    ['', []],
    ['Huawei ', ['Huawei ']],
  ])('that falls silent after “%s” hears at once that nobody waits any more', async (text, pieces) => {
    const { model } = await open([{ stallAfter: text === '' ? [] : [text] }]);
    const asking = new AbortController();
    const read: string[] = [];
    const reading = (async () => {
      for await (const piece of model.reply(asked, asking.signal)) read.push(piece);
    })();
    await expect.poll(() => [server.requests.length, read]).toEqual([1, pieces]);
    asking.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
    await expect.poll(server.abandoned).toBe(1);
  });

  it('is not affected when another reply ends', async () => {
    const { model } = await open([{ pieces: ['One.'] }, { stallAfter: ['Two '] }, { pieces: ['Three.'] }]);
    const signal = new AbortController().signal;
    for await (const _ of model.reply(asked, signal)) break;
    const second = model.reply(asked, signal)[Symbol.asyncIterator]();
    expect((await second.next()).value).toBe('Two ');
    for await (const _ of model.reply(asked, signal)) break;
    const rest = second.next();
    expect(await Promise.race([rest, Promise.resolve('still waiting')])).toBe('still waiting');
    expect(server.abandoned()).toBe(0);
    await server.close();
    await expect(rest).rejects.toMatchObject({ code: 'chat-failed' });
  });

  it('is found by `verse doctor`', async () => {
    const { settings } = await open([]);
    expect(await probeChat(settings)).toBe(
      `${chatModel} at ${settings.chatUrl}: the server answers, no key is set`,
    );
    await expect(probeChat({ ...settings, chatModel: `${protocol.provider}:other` })).rejects.toMatchObject({
      sentence: 'The server has no model called “other”. It lists scripted.',
    });
  });
});

describe('a provider of its own', () => {
  it('at its own address needs a key', async () => {
    const key = { names: ['VERSE_CHAT_KEY', 'ANTHROPIC_API_KEY'], value: undefined };
    const model = createChatModel({ chatModel: 'anthropic:claude-sonnet-4-5', key });
    const reply = model.reply(asked, new AbortController().signal)[Symbol.asyncIterator]();
    await expect(reply.next()).rejects.toMatchObject({
      sentence: 'There is no key for anthropic. Set VERSE_CHAT_KEY or ANTHROPIC_API_KEY.',
    });
  });

  it('that refuses to answer has held the answer back', async () => {
    server = await chatServerForTest([{ pieces: ['I '], ending: 'refusal' }], anthropic);
    const model = createChatModel({
      chatModel: 'anthropic:scripted',
      chatUrl: server.url,
      key: withoutKey,
    });
    const { error } = await collectReply(model, asked);
    expect(error).toMatchObject({
      sentence: 'The provider of anthropic:scripted held the answer back.',
    });
  });

  it("is sent its provider's own settings", async () => {
    server = await chatServerForTest([{ pieces: ['Yes.'] }], ollama);
    const settings = { chatModel: 'ollama:scripted', chatUrl: server.url, key: withoutKey };
    const model = createChatModel({ ...settings, passageTokens: 3000 });
    expect(await collectReply(model, asked)).toMatchObject({ pieces: ['Yes.'], error: undefined });
    expect(server.requests[0]?.settings).toMatchObject({
      options: { temperature: 0, num_predict: 2000, num_ctx: 7500 },
    });
    expect(server.paths).toEqual(['POST /api/chat']);
  });
});
