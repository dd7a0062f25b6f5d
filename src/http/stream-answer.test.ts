import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { AskOptions, Assistant } from '../assistant/assistant.ts';
import { VerseError } from '../core/errors.ts';
import {
  type FakeAssistant,
  fakeAssistant,
  sampleAnswer,
  sampleCitation,
} from '../testing/assistant/fake-assistant.ts';
import { collectEvents, readEvents } from '../testing/http/read-events.ts';
import type { Answer, HitsEvent, SentenceEvent } from '../wire/types.ts';
import { createApp } from './app.ts';
import { type RunningServer, type ServeOptions, serve } from './serve.ts';

let running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});

async function start(ask: Assistant['ask'], options: Partial<ServeOptions> = {}) {
  const assistant = fakeAssistant({ ask });
  const app = createApp({
    assistant: () => assistant,
    config: { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 },
    renderPage: async () => new Uint8Array(),
    version: '0.0.0',
  });
  const server = await serve(app, { host: '127.0.0.1', port: 0, graceMs: 0, ...options });
  running.push(server);
  return { assistant, ask: `${server.url}/v1/ask` };
}

const question = 'How many jobs will Bosch cut?';
const headers = { 'Content-Type': 'application/json' };
const asking = { method: 'POST', headers, body: JSON.stringify({ question, stream: true }) };

const hits: HitsEvent = {
  hits: [
    {
      passageId: sampleCitation.passageId,
      document: sampleCitation.document,
      chapter: 'Germany',
      section: null,
      page: 84,
      pages: [84],
      kind: 'body',
      text: sampleCitation.quote,
      score: 0.9,
      scores: { keyword: 1, vector: 0.8, maxsim: null },
    },
  ],
};
const sentenceOf = (text: string): SentenceEvent => ({
  sentence: { text, citations: [1], origin: 'quoted', verified: true, problems: [] },
  citations: [sampleCitation],
});

/** Answers as the assistant does: what it found, its sentences, the whole. */
function answering(texts: readonly string[], answer: Answer = sampleAnswer) {
  return async (_: unknown, { onHits, onSentence }: AskOptions = {}) => {
    await onHits?.(hits);
    for (const text of texts) await onSentence?.(sentenceOf(text));
    return answer;
  };
}

/** A client that has the response's head and reads when it is told to. */
async function open(url: string): Promise<IncomingMessage> {
  const sending = request(url, { method: 'POST', headers });
  sending.end(asking.body);
  const [response] = await once(sending, 'response');
  return response;
}

describe('POST /v1/ask as a stream', () => {
  it('sends the passages found, each sentence with its citations, then the whole answer', async () => {
    const { ask, assistant } = await start(answering(['Bosch cuts jobs.\nMany.', 'So does ZF.']));
    const response = await fetch(ask, asking);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await collectEvents(response.body)).toEqual([
      { event: 'hits', data: hits },
      { event: 'sentence', data: sentenceOf('Bosch cuts jobs.\nMany.') },
      { event: 'sentence', data: sentenceOf('So does ZF.') },
      { event: 'done', data: sampleAnswer },
    ]);
    expect(assistant.calls[0]?.slice(0, 2)).toEqual(['ask', { question }]);
  });

  it('sends each event when there is one, not when all are made', async () => {
    let goOn: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { ask } = await start(async (_, { onHits } = {}) => {
      await onHits?.(hits);
      await wait;
      return sampleAnswer;
    });
    const events = readEvents(await open(ask));
    expect((await events.next()).value).toMatchObject({ event: 'hits' });
    goOn();
    expect((await events.next()).value).toMatchObject({ event: 'done' });
  });

  it.each([
    ['text/event-stream', undefined, true],
    ['text/event-stream', false, false],
    ['application/json, text/event-stream;q=0.5', undefined, false],
    ['*/*', undefined, false],
    ['application/json', true, true],
  ])('asked with Accept: %s and stream: %s, streams: %s', async (accept, stream, streams) => {
    const { ask } = await start(answering([]));
    const body = JSON.stringify({ question, stream });
    const response = await fetch(ask, { method: 'POST', headers: { ...headers, Accept: accept }, body });
    expect(response.headers.get('Content-Type')?.startsWith('text/event-stream')).toBe(streams);
    await response.body?.cancel();
  });

  it('sends "not found" as an answer: the passages, no sentence, the whole', async () => {
    const notFound: Answer = {
      ...sampleAnswer,
      status: 'not-found',
      reason: 'not-stated',
      sentences: [],
      citations: [],
    };
    const { ask } = await start(answering([], notFound));
    expect(await collectEvents((await fetch(ask, asking)).body)).toEqual([
      { event: 'hits', data: hits },
      { event: 'done', data: notFound },
    ]);
  });

  it('answers what fails before the first event as any other request', async () => {
    const { ask } = await start(async () => {
      throw new VerseError('unknown-chapter', 'No chapter is called “Germny”.', 'Did you mean Germany?');
    });
    const response = await fetch(ask, asking);
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'unknown-chapter' });
  });

  it.each([
    [
      new VerseError('damaged-index', 'The index is damaged.', 'Run `verse ingest`.'),
      { status: 503, code: 'damaged-index', detail: 'The index is damaged. Run `verse ingest`.' },
    ],
    [
      new Error(`No idea: ${question}`),
      { status: 500, code: 'internal', detail: 'Something went wrong inside the server. Its log says more.' },
    ],
  ])('ends with an error event where it fails later: %s', async (failure, problem) => {
    const { ask } = await start(async (_, { onHits } = {}) => {
      await onHits?.(hits);
      throw failure;
    });
    const events = await collectEvents((await fetch(ask, asking)).body);
    expect(events.map(({ event }) => event)).toEqual(['hits', 'error']);
    expect(events[1]?.data).toMatchObject({ type: 'about:blank', ...problem });
  });

  it('stops the work when the client goes', async () => {
    let heard: (reason: unknown) => void = () => undefined;
    const stopped = new Promise((resolve) => {
      heard = resolve;
    });
    const { ask } = await start(async (_, { signal, onHits } = {}) => {
      signal?.addEventListener('abort', () => heard(signal.reason));
      await onHits?.(hits);
      return new Promise(() => undefined);
    });
    const response = await open(ask);
    await once(response, 'readable');
    response.destroy();
    expect(await stopped).toBeDefined();
  });

  describe('to a slow reader', () => {
    // Far more than the sockets' own buffers hold.
    const large = 'x'.repeat(1_000_000);
    const count = 30;

    /** Makes large sentences and counts those that were taken; `ended` holds what ended it. */
    function makeMany() {
      const made = { taken: 0, ended: undefined as Promise<unknown> | undefined };
      const ask: FakeAssistant['ask'] = async (_, { onHits, onSentence } = {}) => {
        const work = async () => {
          await onHits?.(hits);
          for (; made.taken < count; made.taken++) await onSentence?.(sentenceOf(large));
        };
        made.ended = work().catch((error: unknown) => error);
        await made.ended;
        return sampleAnswer;
      };
      return { ask, made };
    }

    async function untilStill(value: () => number) {
      for (let before = -1; before !== value(); ) {
        before = value();
        await delay(200);
      }
    }

    it('makes no events ahead of the reader, and continues when it reads on', async () => {
      const { ask, made } = makeMany();
      const response = await open((await start(ask)).ask);
      await untilStill(() => made.taken);
      expect(made.taken).toBeLessThan(count / 2);
      const events = await collectEvents(response);
      expect(events.map(({ event }) => event)).toEqual(['hits', ...Array(count).fill('sentence'), 'done']);
    });

    it('cuts the connection of one who stops reading, and ends the work', async () => {
      const { ask, made } = makeMany();
      const response = await open((await start(ask, { idleMs: 1000 })).ask);
      const cut = once(response, 'error');
      await untilStill(() => made.taken);
      expect(await made.ended).toBeDefined();
      response.resume();
      expect(await cut).toMatchObject([{ code: 'ECONNRESET' }]);
    });
  });
});
