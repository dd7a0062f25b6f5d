import { tmpdir } from 'node:os';
import { marked } from 'marked';
import OpenAI, { APIError } from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { announceSentences } from '../../answer/announce.ts';
import type { Assistant } from '../../assistant/assistant.ts';
import { loadConfig } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import {
  answeredElsewhere,
  comparison,
  notFound,
  writtenAnswer,
} from '../../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post } from '../../testing/http/test-app.ts';
import { askRequestSchema } from '../../wire/ask-request.ts';
import type { Answer } from '../../wire/types.ts';
import { type RunningServer, serve } from '../serve.ts';
import { withoutFootnotes } from './chat-text.ts';

let running: RunningServer | undefined;
afterEach(async () => {
  await running?.close();
});

const model = 'chapter-and-verse';
const question = 'How many jobs will Bosch cut?';
const messages = [{ role: 'user' as const, content: question }];

/** Announces the sentences that are verified, as the assistant does, and gives the answer. */
function answering(answer: Answer): Assistant['ask'] {
  return async (_, { onSentence } = {}) => {
    await announceSentences(answer, onSentence);
    return answer;
  };
}

/** OpenAI's own client, over a real socket. */
async function connect(
  ask: Assistant['ask'],
  options: Parameters<typeof appWith>[1] = {},
  { apiKey = 'none', chatModel = null }: { apiKey?: string; chatModel?: string | null } = {},
) {
  const { app, assistant } = appWith({ ask, chatModel }, options);
  running = await serve(app, { host: '127.0.0.1', port: 0 });
  const { url } = running;
  return { url, assistant, client: new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 }) };
}

/** What a call is refused with. */
async function refusal(call: PromiseLike<unknown>) {
  const error = await Promise.resolve(call).catch((failure: unknown) => failure);
  if (!(error instanceof APIError)) throw new Error('It was not refused.');
  const { status, code, type, param, message } = error;
  return { status, code, type, param, message };
}

/** The pieces of a stream, and the message that they make. */
async function collect(stream: AsyncIterable<OpenAI.ChatCompletionChunk>) {
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const pieces = chunks.flatMap(({ choices }) => choices[0]?.delta.content ?? []);
  return { chunks, pieces, content: pieces.join('') };
}

describe('POST /v1/chat/completions', () => {
  it('answers the last question with cited sentences and links to their pages', async () => {
    const { client, url, assistant } = await connect(answering(sampleAnswer));
    const completion = await client.chat.completions.create({ model, messages });
    const [choice] = completion.choices;
    const cited = `${sampleCitation.quote} [1]`;
    expect(completion).toMatchObject({ object: 'chat.completion', model, id: expect.any(String) });
    expect(choice?.finish_reason).toBe('stop');
    expect(choice?.message).toEqual({
      role: 'assistant',
      refusal: null,
      content: `${cited}\n\n[1] Germany, p. 84`,
      annotations: [
        {
          type: 'url_citation',
          url_citation: {
            url: `${url}/v1/documents/fragmented-europe-2026/file#page=84`,
            title: `Germany, p. 84 — ${sampleCitation.documentTitle}`,
            start_index: 0,
            end_index: cited.length,
          },
        },
      ],
    });
    const options = { signal: expect.any(AbortSignal), onSentence: expect.any(Function) };
    expect(assistant.calls).toEqual([['ask', { question }, options]]);
  });

  it('has no link, image or HTML of a report, and takes its own message back as it was said', async () => {
    const hostile =
      '# ![a](http://attacker.example) [b](javascript:alert(1)) <img src=x> me@attacker.example';
    const answer: Answer = {
      ...sampleAnswer,
      sentences: sampleAnswer.sentences.map((sentence) => ({ ...sentence, text: hostile })),
      citations: [{ ...sampleCitation, chapter: hostile }],
      resolvedQuestion: hostile,
      warnings: [{ code: 'premise', message: hostile }],
    };
    const { client, assistant } = await connect(answering(answer), { config: { maxBodyBytes: 5000 } });
    const [choice] = (await client.chat.completions.create({ model, messages })).choices;
    const content = choice?.message.content ?? '';
    expect(marked.parse(content, { async: false })).not.toMatch(/<(?:a|img|h1)\b/);
    const [annotation] = choice?.message.annotations ?? [];
    const { start_index: start, end_index: end } = annotation?.url_citation ?? {};
    expect(content.slice(start, end)).toBe(content.split('\n')[0]);
    const next = [
      ...messages,
      { role: 'assistant' as const, content },
      { role: 'user' as const, content: 'Why?' },
    ];
    await client.chat.completions.create({ model, messages: next });
    expect(assistant.calls[1]?.[1]).toMatchObject({ history: [{ answer: `${hostile} [1]` }] });
  });

  it('streams the same message, a piece for each sentence', async () => {
    const { client } = await connect(answering(writtenAnswer));
    const whole = await client.chat.completions.create({ model, messages });
    const stream = await client.chat.completions.create({
      model,
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    const { chunks, pieces, content } = await collect(stream);
    const [first, second] = writtenAnswer.sentences;
    expect(pieces).toEqual([
      `${first?.text} [1]`,
      ` ${second?.text} [2]`,
      '\n\n[1] Germany, p. 88  \n[2] Germany, p. 88',
    ]);
    expect(content).toBe(whole.choices[0]?.message.content);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant');
    expect(chunks.at(-2)?.choices[0]).toMatchObject({
      delta: { annotations: whole.choices[0]?.message.annotations },
      finish_reason: 'stop',
    });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
  });

  it('marks each sentence of the message that an annotation is for', async () => {
    const { client } = await connect(answering(writtenAnswer));
    const completion = await client.chat.completions.create({ model, messages });
    const { content, annotations = [] } = completion.choices[0]?.message ?? {};
    const marked = annotations.map(({ url_citation: { start_index: start, end_index: end } }) =>
      content?.slice(start, end),
    );
    expect(marked).toEqual(
      writtenAnswer.sentences.slice(0, 2).map(({ text }, index) => `${text} [${index + 1}]`),
    );
  });

  it('counts what the language model used that wrote, all its calls together', async () => {
    const usage = { inputTokens: 1800, outputTokens: 130, estimated: false };
    const { client } = await connect(answering({ ...writtenAnswer, usage }));
    const counted = { prompt_tokens: 1800, completion_tokens: 130, total_tokens: 1930 };
    expect((await client.chat.completions.create({ model, messages })).usage).toEqual(counted);
    const options = { model, messages, stream: true as const };
    const told = await client.chat.completions.create({
      ...options,
      stream_options: { include_usage: true },
    });
    expect((await collect(told)).chunks.map((chunk) => chunk.usage)).toEqual([
      null,
      null,
      null,
      null,
      counted,
    ]);
    const untold = await client.chat.completions.create(options);
    expect((await collect(untold)).chunks.some((chunk) => 'usage' in chunk)).toBe(false);
  });

  it('estimates from its letters what no language model wrote', async () => {
    const { client } = await connect(answering(sampleAnswer));
    const system = { role: 'system' as const, content: 'Answer in rhyme.' };
    const { usage, choices } = await client.chat.completions.create({
      model,
      messages: [system, ...messages],
    });
    const said = choices[0]?.message.content?.length ?? 0;
    const prompt = Math.ceil(`Answer in rhyme.\n${question}`.length / 4.5);
    const completion = Math.ceil(said / 4.5);
    expect(usage).toEqual({
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
    });
  });

  it('names the countries of a comparison, those that the report is silent on too', async () => {
    const { client } = await connect(answering(comparison));
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message.content).toBe(
      [
        `Germany: ${sampleCitation.quote} [1]`,
        'Belgium: Not stated.',
        '2 of 2 chapters looked at, 1 speaks of it.',
        '[1] Germany, p. 84',
      ].join('\n\n'),
    );
    const { content } = completion.choices[0]?.message ?? {};
    expect(withoutFootnotes(content ?? '')).toBe(
      `Germany: ${sampleCitation.quote} [1]\n\nBelgium: Not stated.`,
    );
  });

  it('has a paragraph for what stands around those that answer', async () => {
    const { coverage: _, groups: _groups, ...plain } = sampleAnswer;
    const [sentence] = sampleAnswer.sentences;
    if (sentence === undefined) throw new Error('The sample has a sentence.');
    const sentences = ['One.', 'Two.', 'Three.'].map((text) => ({ ...sentence, text, citations: [1] }));
    const { client } = await connect(answering({ ...plain, sentences, lead: [0] }));
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message.content).toMatch(/^One\. \[1\]\n\nTwo\. \[1\] Three\. \[1\]\n\n/);
  });

  it('says that the report does not answer, with the nearest as nearest', async () => {
    const { client } = await connect(answering(notFound));
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message).toMatchObject({
      content: [
        notFound.answer,
        '',
        'The nearest passages, which do not answer it:  ',
        `- “${sampleCitation.quote}” (names jobs, gives no amount)  `,
        '  Germany, p. 84',
      ].join('\n'),
      annotations: [],
    });
    const stream = await client.chat.completions.create({ model, messages, stream: true });
    expect((await collect(stream)).content).toBe(completion.choices[0]?.message.content);
  });

  it('quotes what answers elsewhere', async () => {
    const { client } = await connect(answering(answeredElsewhere));
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message.content).toBe(
      [
        answeredElsewhere.answer,
        '',
        'Elsewhere:  ',
        `- “${sampleCitation.quote}”  `,
        '  Germany, p. 84',
      ].join('\n'),
    );
  });

  it('brings the turns before the question, without what stood below their answers', async () => {
    const { client, assistant } = await connect(answering(sampleAnswer), { config: { maxBodyBytes: 5000 } });
    const first = await client.chat.completions.create({ model, messages });
    const { content = '' } = first.choices[0]?.message ?? {};
    const more = [
      ...messages,
      { role: 'assistant' as const, content },
      { role: 'user' as const, content: 'Why?' },
      { role: 'user' as const, content: 'Since when?' },
    ];
    await client.chat.completions.create({ model, messages: more });
    expect(assistant.calls[1]?.[1]).toEqual({
      question: 'Since when?',
      history: [
        { question, answer: `${sampleCitation.quote} [1]` },
        { question: 'Why?', answer: '' },
      ],
    });
    const long = Array.from({ length: 14 }, (_, index) => [
      { role: 'user' as const, content: `Question ${index}` },
      { role: 'assistant' as const, content: 'Yes.' },
    ]).flat();
    await client.chat.completions.create({ model, messages: [...long, ...messages] });
    const { history } = askRequestSchema.parse(assistant.calls[2]?.[1]);
    expect(history?.map((turn) => turn.question).at(0)).toBe('Question 4');
  });

  it('accepts a long chat as clients send it, and reads only what a follow-up needs', async () => {
    const { maxBodyBytes, maxChatBodyBytes } = loadConfig({}, {}, tmpdir());
    const { client, assistant } = await connect(answering(sampleAnswer), {
      config: { maxBodyBytes, maxChatBodyBytes },
    });
    const long = Array.from({ length: 150 }, (_, index) => [
      { role: 'user' as const, content: `Question ${index} ${'x'.repeat(3000)}` },
      { role: 'assistant' as const, content: index === 149 ? 'y'.repeat(30_000) : 'y'.repeat(3000) },
    ]).flat();
    expect(JSON.stringify(long).length).toBeGreaterThan(900_000);
    const { usage } = await client.chat.completions.create({ model, messages: [...long, ...messages] });
    expect(usage?.prompt_tokens).toBeGreaterThan(200_000);
    const { history = [] } = askRequestSchema.parse(assistant.calls[0]?.[1]);
    expect(history.map((turn) => turn.question.slice(0, 12))).toEqual(
      Array.from({ length: 10 }, (_, index) => `Question ${140 + index}`),
    );
    expect(history.at(-1)?.question).toHaveLength(2000);
    expect(history.at(-1)?.answer).toHaveLength(20_000);
    const tooLong = [...long, ...long, ...messages];
    expect(await refusal(client.chat.completions.create({ model, messages: tooLong }))).toMatchObject({
      status: 413,
      code: 'body_too_large',
      message: expect.stringContaining('VERSE_MAX_CHAT_BODY_BYTES'),
    });
  });

  it('says how a follow-up was understood', async () => {
    const resolvedQuestion = 'How many jobs will Bosch cut in Germany?';
    const { client } = await connect(answering({ ...sampleAnswer, resolvedQuestion }));
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message.content).toContain(
      `[1]\n\nUnderstood as: ${resolvedQuestion}\n\n[1]`,
    );
  });

  it('passes warnings on', async () => {
    const warnings = [{ code: 'premise', message: 'The report denies it.' }];
    const { client } = await connect(answering({ ...sampleAnswer, warnings }));
    const completion = await client.chat.completions.create({ model, messages });
    expect(completion.choices[0]?.message.content).toContain('[1]\n\nWarning: The report denies it.\n\n[1]');
  });

  it('leads to its pages by the address that the client has', async () => {
    const { app } = appWith(
      { ask: answering(sampleAnswer) },
      { config: { allowedHosts: ['reports.example'] } },
    );
    const headers = { Host: 'reports.example', 'X-Forwarded-Proto': 'https' };
    const address = 'http://reports.example/v1/chat/completions';
    const response = await app.request(address, post({ model, messages }, headers));
    expect(JSON.stringify(await response.json())).toContain('https://reports.example/v1/documents/');
  });

  it('names the report in each place where the index holds several', async () => {
    const citation = { ...sampleCitation, documentLabel: 'Fragmented Europe (2026)' };
    const { app } = appWith({ ask: answering({ ...sampleAnswer, citations: [citation] }) });
    const response = await app.request('/v1/chat/completions', post({ model, messages }));
    const { message } = (await response.json()).choices[0];
    expect(message.content).toContain('\n\n[1] Fragmented Europe (2026): Germany, p. 84');
    expect(message.annotations[0].url_citation.title).toBe('Germany, p. 84 — Fragmented Europe (2026)');
  });

  it('accepts what clients send: instructions, parts, other parameters; and a scope', async () => {
    const { app, assistant } = appWith({ ask: answering(sampleAnswer) });
    const sent = {
      model,
      temperature: 0.7,
      max_tokens: 100,
      tools: [],
      chapters: ['Germany'],
      tags: ['ETNC'],
      years: [2025, 2026],
      stream: null,
      messages: [
        { role: 'system', content: 'Answer in rhyme.' },
        { role: 'user', content: 'Who wrote it?' },
        { role: 'assistant', content: null },
        {
          role: 'user',
          name: 'reader',
          content: [
            { type: 'text', text: ` ${question} ` },
            { type: 'image_url', image_url: { url: 'x' } },
          ],
        },
      ],
    };
    expect((await app.request('/v1/chat/completions', post(sent))).status).toBe(200);
    expect(assistant.calls[0]?.[1]).toMatchObject({
      question,
      chapters: ['Germany'],
      tags: ['ETNC'],
      years: [2025, 2026],
    });
  });
});

describe('what cannot be answered', () => {
  it.each([
    [
      { model: 'gpt-5', messages },
      {
        status: 404,
        code: 'model_not_found',
        type: 'invalid_request_error',
        param: 'model',
        message: '404 There is no model “gpt-5”, only chapter-and-verse.',
      },
    ],
    [
      { model, messages: [{ role: 'system' as const, content: 'Be brief.' }] },
      {
        status: 400,
        code: 'bad_fields',
        type: 'invalid_request_error',
        param: 'messages',
        message: '400 messages: There is no question in it.',
      },
    ],
    [
      { model, messages: [{ role: 'user' as const, content: ' ' }] },
      {
        status: 400,
        code: 'bad_fields',
        type: 'invalid_request_error',
        param: 'messages.0.content',
        message: '400 messages.0.content: There is no question in it.',
      },
    ],
    [
      { model, messages: [{ role: 'user' as const, content: 'x'.repeat(2001) }] },
      {
        status: 400,
        code: 'bad_fields',
        type: 'invalid_request_error',
        param: 'messages.0.content',
        message: '400 messages.0.content: Needs at most 2,000 characters.',
      },
    ],
    [
      { model, messages: [] },
      {
        status: 400,
        code: 'bad_fields',
        type: 'invalid_request_error',
        param: 'messages',
        message: '400 messages: Needs at least 1 value.',
      },
    ],
  ])('is refused as that API refuses it: %j', async (request, refused) => {
    const { client, assistant } = await connect(answering(sampleAnswer), { config: { maxBodyBytes: 5000 } });
    expect(await refusal(client.chat.completions.create(request))).toEqual(refused);
    expect(assistant.calls).toEqual([]);
  });

  it('is reported in that format even before a route: token, rate, body, method', async () => {
    const apiKey = 'a-token-of-the-tests';
    const tokens = [apiKey];
    const open = await connect(answering(sampleAnswer), { tokens, config: { rateLimit: 1 } }, { apiKey });
    const { client, url } = open;
    expect((await client.models.list()).data).toHaveLength(1);
    await client.chat.completions.create({ model, messages });
    expect(await refusal(client.chat.completions.create({ model, messages }))).toMatchObject({
      status: 429,
      type: 'rate_limit_error',
      code: 'too_many_requests',
    });
    const stranger = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'another', maxRetries: 0 });
    expect(await refusal(stranger.models.list())).toMatchObject({
      status: 401,
      type: 'authentication_error',
      code: 'unknown_token',
    });
    const { app } = appWith();
    const refused = await app.request('/v1/chat/completions', post('{"model": '));
    expect(await refused.json()).toMatchObject({ error: { code: 'bad_json', param: null } });
    expect((await app.request('/v1/chat/completions')).headers.get('Allow')).toBe('POST');
  });

  it('is an error response before a stream begins, and after that the last event', async () => {
    const failure = new VerseError(
      'unknown-chapter',
      'No chapter is called “Germny”.',
      'Did you mean Germany?',
    );
    const refuse = async () => {
      throw failure;
    };
    const before = await connect(refuse);
    expect(
      await refusal(before.client.chat.completions.create({ model, messages, stream: true })),
    ).toMatchObject({ status: 422, code: 'unknown_chapter' });
    await running?.close();

    const after = await connect(async (request, options) => {
      await answering(sampleAnswer)(request, options);
      throw failure;
    });
    const stream = await after.client.chat.completions.create({ model, messages, stream: true });
    expect(await refusal(collect(stream))).toMatchObject({
      code: 'unknown_chapter',
      message: expect.stringContaining('Did you mean Germany?'),
    });
  });
});

describe('GET /v1/models', () => {
  it('lists a second model where a language model is configured, which writes', async () => {
    const written = 'chapter-and-verse-written';
    const { client, assistant } = await connect(
      answering(writtenAnswer),
      {},
      { chatModel: 'openai:gpt-5-mini' },
    );
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([model, written]);
    const completion = await client.chat.completions.create({ model: written, messages });
    expect(completion.model).toBe(written);
    expect(assistant.calls[0]?.[1]).toEqual({ question, mode: 'generate' });

    await running?.close();
    const without = await connect(answering(sampleAnswer));
    expect(await refusal(without.client.models.retrieve(written))).toMatchObject({
      status: 404,
      message:
        '404 There is no model “chapter-and-verse-written”, only chapter-and-verse. Set VERSE_CHAT_MODEL to have answers written.',
    });
  });

  it('lists the model, and each by its name', async () => {
    const { client } = await connect(answering(sampleAnswer));
    const { data } = await client.models.list();
    expect(data.map(({ id, object }) => [id, object])).toEqual([[model, 'model']]);
    expect(await client.models.retrieve(model)).toEqual(data[0]);
    expect(await refusal(client.models.retrieve('gpt-5'))).toMatchObject({
      status: 404,
      code: 'model_not_found',
    });
  });
});

describe('what this server does not offer', () => {
  it.each([
    [
      'responses',
      (client: OpenAI) => client.responses.create({ model, input: question }),
      /chat\.completions/,
    ],
    [
      'completions',
      (client: OpenAI) => client.completions.create({ model, prompt: question }),
      /chat\.completions/,
    ],
    [
      'embeddings',
      (client: OpenAI) => client.embeddings.create({ model, input: question }),
      /POST \/v1\/search/,
    ],
  ])('is refused with what to use instead: %s', async (_, call, message) => {
    const { client, assistant } = await connect(answering(sampleAnswer));
    expect(await refusal(call(client))).toEqual({
      status: 404,
      code: 'not_offered',
      type: 'invalid_request_error',
      param: null,
      message: expect.stringMatching(message),
    });
    expect(assistant.calls).toEqual([]);
  });
});
