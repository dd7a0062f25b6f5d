import { RunnableLambda } from '@langchain/core/runnables';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatMessage, ChatModel } from '../core/chat-model.ts';
import { collectReply } from '../testing/chat/collect-reply.ts';
import { refuseImport } from '../testing/chat/refuse-import.ts';
import {
  type ChatReply,
  type ChatScript,
  chatServerForTest,
  type ScriptedChatServer,
} from '../testing/chat/scripted-chat-server.ts';
import { createChatModel } from './chat.ts';
import { toParameters } from './chat-provider.ts';
import type { ImportPackage } from './load-chat.ts';
import { probeChat } from './probe-chat.ts';

/** The one that the test has started last. */
let server: ScriptedChatServer;
afterEach(() => void vi.unstubAllEnvs());

const asked: ChatMessage[] = [
  { role: 'system', text: 'Quote.' },
  { role: 'user', text: 'Who was banned?' },
];
const noKey = { names: ['VERSE_CHAT_KEY'], value: undefined };
const secret = 'sk-live-0123456789';

type Sentence = (at: string) => string;

/** A model at a server that replies as scripted. */
async function openModel(script: ChatScript): Promise<ChatModel> {
  server = await chatServerForTest(script);
  return createChatModel({ chatModel: 'openai:scripted', chatUrl: server.url, key: noKey });
}

/** The whole reply of a model at the scripted server; its pauses between tries are kept. */
async function replyOf(
  script: ChatScript,
  { key = noKey, url }: { key?: typeof noKey | { names: string[]; value: string }; url?: string } = {},
) {
  if (url === undefined) server = await chatServerForTest(script);
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => pauses.push(milliseconds);
  const model = createChatModel({ chatModel: 'openai:scripted', chatUrl: url ?? server.url, key }, { wait });
  return { ...(await collectReply(model, asked)), pauses };
}

describe('a model behind a server that speaks OpenAI’s protocol', () => {
  it('is sent the messages, and its reply is handed on in pieces', async () => {
    const { pieces, error } = await replyOf([{ pieces: ['Huawei ', 'and ZTE.'] }]);
    expect(error).toBeUndefined();
    expect(pieces.join('')).toBe('Huawei and ZTE.');
    expect(server.requests).toMatchObject([
      {
        model: 'scripted',
        messages: [
          { role: 'system', content: 'Quote.' },
          { role: 'user', content: 'Who was banned?' },
        ],
        settings: { stream: true, temperature: 0, max_tokens: 2000 },
      },
    ]);
  });

  it('gets the key that is ours, and not the one for OpenAI', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-openai');
    await replyOf([{ pieces: ['Yes.'] }]);
    expect(server.requests[0]?.authorization).toBe('Bearer none');
    await replyOf([{ pieces: ['Yes.'] }], { key: { names: ['VERSE_CHAT_KEY'], value: secret } });
    expect(server.requests[0]?.authorization).toBe(`Bearer ${secret}`);
  });

  it('loses what it thinks aloud', async () => {
    const { pieces } = await replyOf([{ pieces: ['<thi', 'nk>ZTE?', ' No.</th', 'ink>\n\nHuawei.'] }]);
    expect(pieces.join('').trim()).toBe('Huawei.');
  });

  it.each([429, 500, 503])('is asked again after %i', async (status) => {
    const { pieces, pauses } = await replyOf([{ status }, { pieces: ['Huawei.'] }]);
    expect(pieces).toEqual(['Huawei.']);
    expect(pauses).toEqual([500]);
  });

  it('is retried after the pause it asks for, if that is short', async () => {
    const patient = await replyOf([
      { status: 429, headers: { 'Retry-After': '3' } },
      { pieces: ['Huawei.'] },
    ]);
    expect(patient.pauses).toEqual([3000]);
    const busy = await replyOf([{ status: 429, headers: { 'Retry-After': '60' } }]);
    expect(busy.pauses).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('is given up after three tries', async () => {
    const { error, pauses } = await replyOf([{ status: 500 }]);
    expect(pauses).toEqual([500, 2000]);
    expect(server.requests).toHaveLength(3);
    expect(error).toMatchObject({
      code: 'chat-failed',
      sentence: `${server.url} failed (500). Ask again later.`,
    });
  });

  it.each<[ChatReply, Sentence]>([
    [
      { status: 401, body: JSON.stringify({ error: { message: `Incorrect key: ${secret}` } }) },
      (at: string) => `${at} refuses the key (401). Set VERSE_CHAT_KEY.`,
    ],
    [
      { status: 404 },
      (at: string) =>
        `${at} knows no model called “scripted” (404). See VERSE_CHAT_MODEL and VERSE_CHAT_URL.`,
    ],
    [
      {
        status: 400,
        body: JSON.stringify({ error: { message: 'This exceeds the maximum context length.' } }),
      },
      () => 'The passages are more than scripted takes in. Set VERSE_CHAT_TOKENS lower.',
    ],
    [{ status: 422 }, (at: string) => `${at} refuses the request (422). Run \`verse doctor\`.`],
  ])('that refuses with %j is not asked again, and the key is not told', async (reply, sentence) => {
    const { error } = await replyOf([reply], { key: { names: ['VERSE_CHAT_KEY'], value: secret } });
    expect(server.requests).toHaveLength(1);
    expect(error).toMatchObject({ code: 'chat-failed', sentence: sentence(server.url) });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret);
  });

  it.each<[string, ChatReply, Sentence]>([
    [
      'closes the socket',
      { closeAfter: ['Huawei '] },
      () => 'openai:scripted broke off in the middle. Ask again.',
    ],
    [
      'ends its stream without an end',
      { pieces: ['Huawei '], ending: null },
      () => 'openai:scripted broke off in the middle. Ask again.',
    ],
    [
      'reaches its limit',
      { pieces: ['Huawei '], ending: 'length' },
      () => 'openai:scripted reached its limit of length before it had finished.',
    ],
    [
      'holds the answer back',
      { pieces: ['Huawei '], ending: 'content_filter' },
      () => 'The provider of openai:scripted held the answer back.',
    ],
  ])('that %s has failed, whatever it said before', async (_, reply, sentence) => {
    const { error, pieces } = await replyOf([reply]);
    expect(pieces).toEqual(['Huawei ']);
    expect(error).toMatchObject({ code: 'chat-failed', sentence: sentence(server.url) });
    expect(server.requests).toHaveLength(1);
  });

  it('that answers with a page of its own has failed', async () => {
    const { error, pieces } = await replyOf([{ status: 200, body: '<html>Welcome</html>' }]);
    expect(pieces).toEqual([]);
    expect(error).toMatchObject({ code: 'chat-failed' });
  });

  it('that is not there cannot be reached', async () => {
    const { url, close } = await chatServerForTest([]);
    await close();
    const { error, pauses } = await replyOf([], { url });
    expect(pauses).toHaveLength(2);
    const hint = 'See whether the model server runs.';
    expect(error).toMatchObject({
      sentence: `${url} cannot be reached. ${hint}`,
      sentenceAfar: `The server of openai:scripted cannot be reached. ${hint}`,
    });
  });

  it('hears at once that nobody waits any more', async () => {
    const asking = new AbortController();
    const model = await openModel([{ stallAfter: ['Huawei '] }]);
    const reading = (async () => {
      for await (const _ of model.reply(asked, asking.signal)) asking.abort(new Error('gone'));
    })();
    await expect(reading).rejects.toThrow('gone');
    await expect.poll(server.abandoned).toBe(1);
  });

  it('hears at once that enough was read', async () => {
    const model = await openModel([{ stallAfter: ['Huawei '] }]);
    for await (const _ of model.reply(asked, new AbortController().signal)) break;
    await expect.poll(server.abandoned).toBe(1);
  });

  it('is the only one contacted: no traces are sent, and the environment stays unchanged', async () => {
    const spy = await chatServerForTest([{ status: 200, body: '{}' }]);
    for (const prefix of ['LANGSMITH', 'LANGCHAIN']) {
      vi.stubEnv(`${prefix}_TRACING`, 'true');
      vi.stubEnv(`${prefix}_TRACING_V2`, 'true');
      vi.stubEnv(`${prefix}_ENDPOINT`, spy.url);
      vi.stubEnv(`${prefix}_API_KEY`, 'ls-key');
    }
    vi.stubEnv('LANGCHAIN_CALLBACKS_BACKGROUND', 'false');
    vi.stubEnv('LANGCHAIN_VERBOSE', 'true');
    const before = { ...process.env };
    const printed = vi.spyOn(console, 'log');
    try {
      expect((await replyOf([{ pieces: ['Huawei.'] }])).pieces).toEqual(['Huawei.']);
      expect(spy.paths).toEqual([]);
      expect(printed).not.toHaveBeenCalled();
      expect(process.env).toEqual(before);
    } finally {
      printed.mockRestore();
    }
  });

  it('is not heard by what a program around it listens with', async () => {
    const heard: string[] = [];
    const callbacks = [
      {
        handleChainStart: () => void heard.push('chain'),
        handleChatModelStart: () => void heard.push('model'),
        handleLLMStart: () => void heard.push('model'),
        handleLLMNewToken: () => void heard.push('token'),
      },
    ];
    const chain = RunnableLambda.from(async () => (await replyOf([{ pieces: ['Huawei.'] }])).pieces);
    expect(await chain.invoke('Who?', { callbacks })).toEqual(['Huawei.']);
    expect(new Set(heard)).toEqual(new Set(['chain']));
  });

  it('is asked what it counts', async () => {
    const model = await openModel([
      { pieces: ['Huawei.'], usage: { inputTokens: 12, outputTokens: 3 } },
      { pieces: ['Huawei.'] },
    ]);
    const counted = await collectReply(model, asked);
    const uncounted = await collectReply(model, asked);
    expect(server.requests[0]?.settings.stream_options).toEqual({ include_usage: true });
    expect(counted.used).toEqual([{ inputTokens: 12, outputTokens: 3 }]);
    expect(uncounted).toMatchObject({ pieces: ['Huawei.'], used: [] });
  });

  it('that does not know the question for counts is not asked it again', async () => {
    const refusal = JSON.stringify({ error: { message: "Unrecognized request argument: 'stream_options'" } });
    const model = await openModel([
      ({ settings }) =>
        settings.stream_options === undefined ? { pieces: ['Yes.'] } : { status: 400, body: refusal },
    ]);
    const read = async () => (await collectReply(model, asked)).pieces;
    expect([await read(), await read()]).toEqual([['Yes.'], ['Yes.']]);
    expect(server.requests.map(({ settings }) => settings.stream_options !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a model that cannot be loaded', () => {
  const signal = new AbortController().signal;
  const both = { names: ['VERSE_CHAT_KEY', 'OPENAI_API_KEY'], value: undefined };

  it.each([
    [
      'anthropic:claude-sonnet-4-5',
      secret,
      undefined,
      'anthropic:claude-sonnet-4-5 needs the package @langchain/anthropic, which is not installed. Run `npm install @langchain/anthropic`.',
    ],
    [
      'ollama:qwen3:4b',
      undefined,
      undefined,
      'ollama:qwen3:4b needs the package @langchain/ollama, which is not installed. Run `npm install @langchain/ollama`.',
    ],
    [
      'openai:gpt-5-mini',
      undefined,
      undefined,
      'There is no key for openai. Set VERSE_CHAT_KEY or OPENAI_API_KEY.',
    ],
    [
      'mistral:small',
      undefined,
      'http://127.0.0.1:1/v1',
      "The address of mistral cannot be set. It can be for openai, anthropic, ollama; a server that speaks OpenAI's language is openai:<its model> with VERSE_CHAT_URL.",
    ],
    [
      'langsmith:gpt-5',
      undefined,
      undefined,
      /^No provider of chat models is called “langsmith”\. There are: openai, anthropic, .*perplexity\.$/,
    ],
  ])('%s says what is missing', async (chatModel, value, chatUrl, sentence) => {
    const settings = { chatModel, chatUrl, key: { ...both, value } };
    const model = createChatModel(settings, { importPackage: refuseImport });
    await expect(model.reply(asked, signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'chat-failed',
      sentence: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    });
  });

  it('for another reason than that its package is missing says that reason', async () => {
    const settings = { chatModel: 'anthropic:any', chatUrl: 'http://127.0.0.1:1', key: noKey };
    const replyWith = (importPackage: ImportPackage) =>
      createChatModel(settings, { importPackage }).reply(asked, signal)[Symbol.asyncIterator]().next();
    await expect(replyWith(async () => ({}))).rejects.toMatchObject({
      sentence:
        'The package @langchain/anthropic that is installed has no ChatAnthropic. Run `npm install @langchain/anthropic@latest`.',
    });
    // A package of that package.
    await expect(replyWith(() => refuseImport('@anthropic-ai/sdk'))).rejects.toMatchObject({
      sentence: 'anthropic:any gave nothing that can be read as an answer. Run `verse doctor`.',
    });
  });

  it('may be loaded once it can', async () => {
    const { url } = await chatServerForTest([{ pieces: ['Yes.'] }]);
    let isThere = false;
    const importPackage: ImportPackage = (name) => (isThere ? import(name) : refuseImport(name));
    const model = createChatModel({ chatModel: 'openai:any', chatUrl: url, key: noKey }, { importPackage });
    const next = () => model.reply(asked, signal)[Symbol.asyncIterator]().next();
    await expect(next()).rejects.toMatchObject({ code: 'chat-failed' });
    isThere = true;
    expect((await next()).value).toBe('Yes.');
  });

  it('that is led through LangSmith by the environment is not asked', async () => {
    vi.stubEnv('LANGSMITH_GATEWAY', 'true');
    const model = createChatModel(
      { chatModel: 'mistral:small', key: noKey },
      { importPackage: refuseImport },
    );
    await expect(model.reply(asked, signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      sentence:
        "LANGSMITH_GATEWAY is set: what is meant for mistral could go through LangSmith's servers. Take it out of the environment.",
    });
  });
});

describe('the key', () => {
  const chatUrlFile = '/home/reader/verse.config.json';
  const key = { names: ['VERSE_CHAT_KEY'], value: secret };
  const signal = new AbortController().signal;

  it.each([
    'https://models.example/v1',
    'http://10.0.0.7:11434',
    'https://api.openai.com.evil.example/v1',
  ])('is not sent to %s where only a settings file names that', async (chatUrl) => {
    const settings = { chatModel: 'openai:any', chatUrl, chatUrlFile, key };
    const failure = {
      code: 'chat-failed',
      sentence: `VERSE_CHAT_KEY is not sent to ${chatUrl}, which only ${chatUrlFile} names. If that is where it belongs, set VERSE_CHAT_URL to the address; else take it out of the file.`,
    };
    const reply = createChatModel(settings).reply(asked, signal)[Symbol.asyncIterator]();
    await expect(reply.next()).rejects.toMatchObject(failure);
    await expect(probeChat(settings)).rejects.toMatchObject(failure);
  });

  it.each([
    ['an address of this machine', { chatUrl: 'http://localhost:11434/v1', chatUrlFile, key }],
    ["the provider's own", { chatUrl: 'https://api.openai.com/v1', chatUrlFile, key }],
    ['one that somebody named', { chatUrl: 'https://models.example/v1', key }],
    [
      'one from a file where there is no key',
      { chatUrl: 'https://models.example/v1', chatUrlFile, key: noKey },
    ],
  ])('does not stand in the way of %s', (_, settings) => {
    expect(() => toParameters({ chatModel: 'openai:any', ...settings }, signal)).not.toThrow();
  });
});
