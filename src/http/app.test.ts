import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { damagedIndex } from '../store/disk/index-errors.ts';
import { refusedByDatabase } from '../store/postgres/database-errors.ts';
import {
  sampleAnswer,
  sampleCitation,
  sampleDocument,
  sampleListing,
} from '../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../testing/http/test-app.ts';
import type { PassageDetail, SearchResponse } from '../wire/types.ts';
import { openLog } from './operate/open-log.ts';

const question = 'How many jobs will Bosch cut?';

describe('POST /v1/ask', () => {
  it('passes the question to the assistant and returns its answer', async () => {
    const { app, assistant } = appWith({ ask: async () => sampleAnswer });
    const response = await app.request(
      '/v1/ask',
      post({ question: `  ${question} `, chapters: ['Germany'] }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(sampleAnswer);
    const signal = expect.any(AbortSignal);
    expect(assistant.calls).toEqual([['ask', { question, chapters: ['Germany'] }, { signal }]]);
  });

  it.each([
    ['application/x-bibtex', /^@incollection\{.*\n.*\{\{Germany\}\}[\s\S]*#page=84\}/],
    [
      'application/x-research-info-systems',
      /^TY {2}- CHAP\r\n[\s\S]*UR {2}- http:\/\/localhost\/v1\/documents\//,
    ],
    ['application/vnd.citationstyles.csl+json', /^\[\n[\s\S]*"container-title": "Fragmented Europe/],
    ['text/markdown', /^## How many jobs[\s\S]*<http:\/\/localhost\/v1\/documents\/.*#page=84>$/],
    ['text/csv', /^"Row","Sentence","Report"/],
    ['application/rtf', /^\{\\rtf1/],
  ])('gives the answer as %s where that is accepted', async (type, shape) => {
    const { app } = appWith({ ask: async () => sampleAnswer });
    const request = post({ question });
    const headers = { ...request.headers, Accept: type };
    const response = await app.request('/v1/ask', { ...request, headers });
    expect(response.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`);
    expect(await response.text()).toMatch(shape);
  });

  it('leads to the PDF by the address that a proxy with TLS was asked under', async () => {
    const { app } = appWith(
      { ask: async () => sampleAnswer },
      { config: { allowedHosts: ['reports.example'] } },
    );
    const headers = { Accept: 'text/csv', Host: 'reports.example', 'X-Forwarded-Proto': 'https' };
    const response = await app.request('http://reports.example/v1/ask', post({ question }, headers));
    expect(await response.text()).toContain('"https://reports.example/v1/documents/');
  });

  it.each(['*/*', 'application/json, text/plain, */*'])('gives JSON where %s is accepted', async (accept) => {
    const { app } = appWith({ ask: async () => sampleAnswer });
    const request = post({ question });
    const headers = { ...request.headers, Accept: accept };
    expect(await (await app.request('/v1/ask', { ...request, headers })).json()).toEqual(sampleAnswer);
  });

  it('passes on the earlier turns, latest last, and shows the question in full', async () => {
    const resolvedQuestion = 'How many jobs will Bosch cut in Poland?';
    const { app, assistant } = appWith({ ask: async () => ({ ...sampleAnswer, resolvedQuestion }) });
    const history = [{ question, answer: sampleAnswer.answer }];
    const response = await app.request('/v1/ask', post({ question: 'and in Poland?', history }));
    expect(await response.json()).toMatchObject({ resolvedQuestion });
    expect(assistant.calls[0]?.[1]).toEqual({ question: 'and in Poland?', history });
  });

  it.each([
    [Array.from({ length: 11 }, () => ({ question, answer: '' })), 'history: Needs at most 10 values.'],
    [[{ question }], 'history.0.answer: Missing; expected string.'],
    [[{ question, answer: '', status: 'answered' }], 'history.0.status: Unknown field.'],
  ])('refuses the earlier turns %#', async (history, detail) => {
    const { app } = appWith({}, { config: { maxBodyBytes: 10_000 } });
    const response = await app.request('/v1/ask', post({ question: 'and in Poland?', history }));
    expect(await problemOf(response)).toMatchObject({ status: 400, detail });
  });

  it('passes on that the answer is to be written, and says how to configure a model if there is none', async () => {
    const refusal = new VerseError(
      'chat-not-configured',
      'No chat model is configured.',
      'Set VERSE_CHAT_MODEL.',
    );
    const { app, assistant } = appWith({ ask: () => Promise.reject(refusal) });
    const response = await app.request('/v1/ask', post({ question: 'Who?', mode: 'generate' }));
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({
      code: 'chat-not-configured',
      detail: 'No chat model is configured. Set VERSE_CHAT_MODEL.',
    });
    expect(assistant.calls[0]?.[1]).toEqual({ question: 'Who?', mode: 'generate' });
  });

  it('refuses a body that is not JSON', async () => {
    const response = await appWith().app.request('/v1/ask', post('{"question": '));
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'The body is not valid JSON.',
      code: 'bad-json',
    });
  });

  it('names every field that is wrong, and every one it does not know', async () => {
    const body = { question: 3, documents: [true], stream: 'yes', model: 'gpt' };
    const response = await appWith().app.request('/v1/ask', post(body));
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail:
        'question: Expected string, received number. documents.0: Expected string, received boolean. ' +
        'stream: Expected boolean, received string. model: Unknown field.',
      code: 'bad-fields',
      errors: [
        { path: 'question', message: 'Expected string, received number.' },
        { path: 'documents.0', message: 'Expected string, received boolean.' },
        { path: 'stream', message: 'Expected boolean, received string.' },
        { path: 'model', message: 'Unknown field.' },
      ],
    });
  });

  it.each([
    [{}, 'question: Missing; expected string.'],
    [{ question: '   ' }, 'question: Needs at least 1 character.'],
    [[], 'body: Expected object, received array.'],
  ])('refuses %j', async (body, detail) => {
    const response = await appWith().app.request('/v1/ask', post(body));
    expect(await problemOf(response)).toMatchObject({ status: 400, detail });
  });

  it('refuses a question of more than 2,000 characters', async () => {
    const { app } = appWith({}, { config: { maxBodyBytes: 10_000 } });
    const response = await app.request('/v1/ask', post({ question: 'x'.repeat(2001) }));
    expect(await problemOf(response)).toMatchObject({
      status: 400,
      detail: 'question: Needs at most 2,000 characters.',
    });
  });

  it('refuses a body larger than the limit', async () => {
    const response = await appWith().app.request('/v1/ask', post({ question: 'x'.repeat(500) }));
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Content Too Large',
      status: 413,
      detail: 'The body is larger than 500 bytes. Send less of it, or set VERSE_MAX_BODY_BYTES higher.',
      code: 'body-too-large',
    });
  });

  it('accepts a larger one only where it may carry the turns of a conversation', async () => {
    const config = { maxBodyBytes: 1000, maxChatBodyBytes: 5000 };
    const { app } = appWith({ ask: async () => sampleAnswer }, { config });
    const turns = (count: number) => [{ question: 'Why?', answer: 'x'.repeat(count) }];
    const ask = (history: unknown) => app.request('/v1/ask', post({ question: 'Why?', history }));
    expect((await ask(turns(4000))).status).toBe(200);
    expect(await problemOf(await ask(turns(5000)))).toMatchObject({
      status: 413,
      detail: 'The body is larger than 5000 bytes. Send less of it, or set VERSE_MAX_CHAT_BODY_BYTES higher.',
    });
    const search = await app.request('/v1/search', post({ query: 'x'.repeat(1000) }));
    expect(await problemOf(search)).toMatchObject({
      status: 413,
      detail: expect.stringContaining('VERSE_MAX_BODY_BYTES'),
    });
  });

  it.each([{ 'Content-Type': 'text/plain' }, {}])('refuses a body sent as %j', async (headers) => {
    const body = new TextEncoder().encode('{"question": "Why?"}');
    const response = await appWith().app.request('/v1/ask', {
      method: 'POST',
      headers: { ...headers },
      body,
    });
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Unsupported Media Type',
      status: 415,
      detail: 'The body must be sent as Content-Type: application/json.',
      code: 'not-json',
    });
  });

  it('accepts JSON with a charset', async () => {
    const { app } = appWith({ ask: async () => sampleAnswer });
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    expect((await app.request('/v1/ask', post({ question }, headers))).status).toBe(200);
  });

  it('refuses a chapter that does not exist with the message that names near ones', async () => {
    const { app } = appWith({
      ask: async () => {
        throw new VerseError('unknown-chapter', 'There is no chapter "Germny".', 'Near names: Germany.');
      },
    });
    const response = await app.request('/v1/ask', post({ question, chapters: ['Germny'] }));
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Content',
      status: 422,
      detail: 'There is no chapter "Germny". Near names: Germany.',
      code: 'unknown-chapter',
    });
  });

  it('gives up after the time limit and says when to ask again', async () => {
    const { app } = appWith(
      { ask: () => new Promise(() => undefined) },
      { config: { requestTimeoutMs: 10 } },
    );
    const response = await app.request('/v1/ask', post({ question }));
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'No answer within 0.01 s. Ask again, or set VERSE_REQUEST_TIMEOUT_MS higher.',
      code: 'timeout',
    });
  });

  it('reveals nothing when the server fails', async () => {
    const { app } = appWith({
      ask: async () => {
        throw new TypeError('cannot read /home/reader/secret of undefined');
      },
    });
    const response = await app.request('/v1/ask', post({ question }));
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong inside the server. Its log says more.',
      code: 'internal',
    });
  });
});

describe('POST /v1/search', () => {
  const found: SearchResponse = { hits: [], timings: { totalMs: 6, encodeMs: 3, searchMs: 3 } };

  it('returns ten hits by default', async () => {
    const { app, assistant } = appWith({ search: async () => found });
    const response = await app.request('/v1/search', post({ query: 'chip subsidies', kinds: ['body'] }));
    expect(await response.json()).toEqual(found);
    expect(assistant.calls).toEqual([
      [
        'search',
        { query: 'chip subsidies', kinds: ['body'], limit: 10 },
        { signal: expect.any(AbortSignal) },
      ],
    ]);
  });

  it('refuses a limit and a kind out of range', async () => {
    const response = await appWith().app.request(
      '/v1/search',
      post({ query: 'x', kinds: ['chunk'], limit: 101 }),
    );
    expect((await problemOf(response)).errors).toEqual([
      { path: 'kinds.0', message: 'Must be one of body, note, table.' },
      { path: 'limit', message: 'Must be at most 100.' },
    ]);
  });
});

describe('GET /v1/documents and /v1/passages', () => {
  it('lists the documents', async () => {
    const { app } = appWith({ documents: () => [sampleListing] });
    const { structure: _, ...lean } = sampleListing;
    expect(await (await app.request('/v1/documents')).json()).toEqual([lean]);
    expect(await (await app.request('/v1/documents?structure=false')).json()).toEqual([lean]);
    expect(await (await app.request('/v1/documents?structure=true')).json()).toEqual([sampleListing]);
    expect(await problemOf(await app.request('/v1/documents?structure=yes'))).toMatchObject({
      status: 400,
      detail: 'structure: Must be one of true, false.',
    });
  });

  it('describes one document whole', async () => {
    const { app } = appWith({
      documents: () => [{ ...sampleListing, id: 'other' }, sampleListing],
      document: (id) => {
        if (id.toLowerCase() === sampleDocument.id) return sampleDocument;
        throw new VerseError('unknown-document', `No document is called “${id}”.`);
      },
    });
    const whole = await app.request(`/v1/documents/${sampleListing.id.toUpperCase()}`);
    expect(await whole.json()).toEqual(sampleListing);
    expect(await problemOf(await app.request('/v1/documents/nothing'))).toMatchObject({
      status: 404,
      code: 'unknown-document',
    });
  });

  const { passageId, document, chapter, section, page, pages, quote, boxes, notes, markers } = sampleCitation;
  const sentences = [{ text: quote, pages, boxes, notes, markers }];
  const passage: PassageDetail = {
    passageId,
    document,
    chapter,
    section,
    kind: 'body',
    page,
    pages,
    text: quote,
    sentences,
    previous: null,
    next: null,
  };

  it.each([passageId, encodeURIComponent(passageId)])('finds a passage by its id written %s', async (id) => {
    const { app, assistant } = appWith({ passage: () => passage });
    const response = await app.request(`/v1/passages/${id}`);
    expect(await response.json()).toEqual(passage);
    expect(assistant.calls).toEqual([['passage', passageId]]);
  });

  it('answers 404 for a passage that does not exist', async () => {
    const { app } = appWith({
      passage: (id) => {
        throw new VerseError('unknown-passage', `There is no passage "${id}".`);
      },
    });
    const response = await app.request('/v1/passages/a/1/99');
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is no passage "a/1/99".',
      code: 'unknown-passage',
    });
  });
});

describe('house-keeping', () => {
  it('lives without an index, and is not ready', async () => {
    const { app } = appWith({}, { assistant: () => undefined });
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = await app.request('/readyz');
    expect(ready.headers.get('Retry-After')).toBe('5');
    expect(await problemOf(ready)).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'No index is open. Run `verse ingest`, then start the server again.',
      code: 'no-index',
    });
  });

  it('names the repair of an index that cannot be opened', async () => {
    const { app } = appWith(
      {},
      {
        assistant: () => {
          throw new VerseError('index-locked', 'Another ingest is writing the index.', 'Wait until it ends.');
        },
      },
    );
    const response = await app.request('/v1/documents');
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(await problemOf(response)).toMatchObject({
      status: 503,
      detail: 'Another ingest is writing the index. Wait until it ends.',
      code: 'index-locked',
    });
  });

  it.each([
    [
      'a damaged file',
      damagedIndex('/srv/index/build-1/manifest.json', 'not JSON'),
      'A file of the index is missing, or not as it was written. Run `verse ingest` to build it again.',
    ],
    [
      'a database',
      refusedByDatabase(
        'verse on db.internal',
        Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      ),
      'The database cannot be reached. Check that it runs, and VERSE_STORE.',
    ],
  ])('tells the log, and no client, where the index is: %s', async (_, error, detail) => {
    const lines: string[] = [];
    const log = openLog({ level: 'warn', readable: false, write: (line) => void lines.push(line) });
    const assistant = () => {
      throw error;
    };
    const { app } = appWith({}, { assistant, log });
    const told = [await app.request('/readyz'), await app.request('/v1/documents')];
    expect((await Promise.all(told.map(problemOf))).map((problem) => problem.detail)).toEqual([
      detail,
      detail,
    ]);
    expect(lines.map((line) => JSON.parse(line).problem)).toEqual([error.sentence, error.sentence]);
  });

  it('is ready with one', async () => {
    expect(await (await appWith().app.request('/readyz')).json()).toEqual({
      status: 'ready',
      writes: false,
    });
  });

  it('answers 404 for an address that does not exist', async () => {
    expect(await problemOf(await appWith().app.request('/v1/nothing?q=1'))).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing at /v1/nothing. /openapi.json says what there is.',
      code: 'not-found',
    });
  });

  it.each([
    ['DELETE', '/v1/ask', 'POST'],
    ['POST', '/v1/passages/a/1/2', 'GET, HEAD'],
    ['OPTIONS', '/v1/documents', 'GET, HEAD, POST'],
    ['PUT', '/', 'GET, HEAD'],
  ])('refuses %s %s and says what is allowed', async (method, path, allow) => {
    const response = await appWith().app.request(path, { method });
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Method Not Allowed',
      status: 405,
      detail: `${path} takes ${allow}, not ${method}.`,
      code: 'method-not-allowed',
    });
  });
});
