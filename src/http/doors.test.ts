/**
 * Every door of the server, tried by who sees one collection only. A library with others' documents must answer, word for word
 * and score for score, as one that holds this collection alone: then nothing tells of the others, in no result and no refusal.
 * How long an answer takes is not looked at.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everybody } from '../config/grants.ts';
import { makeToken, writeTokenFile } from '../config/token-file.ts';
import { type Library, openLibrary } from '../testing/assistant/library.ts';
import { italy, makeReport, poland, type SmallChapter, sweden } from '../testing/documents/small-report.ts';
import { post } from '../testing/http/test-app.ts';
import { createApp } from './app.ts';
import type { App } from './app-options.ts';
import { notOffered } from './openai/openai-error.ts';

/** Of others' documents too, so that each would be told from the other. */
const title = 'Fragmented Europe, in short';
const swedenBefore: SmallChapter = { ...sweden, paragraphs: sweden.paragraphs.slice(0, 1) };
const own = {
  'quay.pdf': makeReport([sweden]),
  'quay-2025.pdf': makeReport([swedenBefore]),
};
const others = {
  'harbour-audit.pdf': makeReport([poland]),
  'harbour-plan.pdf': makeReport([italy], 'Harbour plan'),
  // For which questions to start with are written.
  'fragmented-europe-2026.pdf': makeReport([poland, italy], 'Fragmented Europe'),
};

interface Place {
  library: Library;
  app: App;
}

let folder: string;
/** With documents of others, and without. */
let whole: Place;
let alone: Place;
let desk: Record<string, string>;
let owner: Record<string, string>;
let reader: Record<string, string>;
/** The id of an upload into another collection. */
let otherUpload = '';

async function openPlace(files: Record<string, Uint8Array>): Promise<Place> {
  const library = await openLibrary(files);
  for (const name of ['quay', 'quay-2025'])
    await library.changes.change(name, { title, collection: 'press' }, everybody);
  const app = createApp({
    assistant: library.live.current,
    config: { host: '127.0.0.1', maxBodyBytes: 10_000, requestTimeoutMs: 60_000 },
    renderPage: async ({ sha256, page }) => new TextEncoder().encode(`${sha256} ${page}`),
    version: '0.0.0',
    namedTokens: { path: join(folder, 'tokens.json'), wereThere: true },
    runsDir: join(folder, 'runs'),
    uploads: library.uploads,
    changes: library.changes,
  });
  return { library, app };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verse-doors-'));
  const rights = ['ask', 'add', 'administer'] as const;
  const ofDesk = makeToken({ name: 'desk', rights, collections: ['press'] }, new Date());
  const ofOwner = makeToken({ name: 'owner', rights }, new Date());
  const ofReader = makeToken({ name: 'reader', rights: ['ask'], collections: ['press'] }, new Date());
  await writeTokenFile(join(folder, 'tokens.json'), [ofDesk.kept, ofOwner.kept, ofReader.kept]);
  reader = { Authorization: `Bearer ${ofReader.token}` };
  desk = { Authorization: `Bearer ${ofDesk.token}` };
  owner = { Authorization: `Bearer ${ofOwner.token}` };
  mkdirSync(join(folder, 'runs'));
  writeFileSync(join(folder, 'runs', 'harbour.html'), '<p>When did the SHENG programme begin?</p>');
  whole = await openPlace({ ...own, ...others });
  alone = await openPlace(own);
  const change = { title, collection: 'ministry', tags: ['Classified'], year: 1987 };
  await whole.library.changes.change('harbour-audit', change, everybody);
  const sent = await whole.app.request('/v1/documents?name=cargo.pdf&collection=ministry', {
    method: 'POST',
    headers: { ...owner, 'Content-Type': 'application/pdf' },
    body: new Uint8Array(makeReport([italy], 'Cargo')),
  });
  expect(sent.status).toBe(202);
  await whole.library.uploads.settled();
  const { uploads } = await sent.json();
  otherUpload = uploads[0].id;
}, 300_000);
afterAll(async () => {
  await Promise.all([whole?.library.close(), alone?.library.close()]);
  rmSync(folder, { recursive: true });
});

/** What a client gets, without what differs from one call to the next: ids, times, and the entity tag of a file's time. */
async function read(app: App, path: string, init: RequestInit, headers: Record<string, string>) {
  const response = await app.request(path, { ...init, headers: { ...headers, ...init.headers } });
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const plain = (text: string) =>
    text
      .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'ID')
      .replace(/"(\w+Ms|created)":\s?[\d.]+/g, '"$1":0')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replace(/^"[0-9a-f]+-[0-9a-f]+"$/, 'TAG');
  return {
    status: response.status,
    headers: [...response.headers].map(([name, value]) => `${name}: ${plain(value)}`),
    body: plain(body),
  };
}

interface Door {
  /** As the app names it. */
  route: string;
  /** What is asked there; each tries something else. */
  requests: readonly [path: string, init?: RequestInit][];
  /** Whether who sees all documents gets more by one of the requests at least; the others change or refuse something. */
  shows: boolean;
}

const hidden = 'When was the SHENG programme launched by the Polish National Science Centre?';
const seen = 'How much did R&D investments in Sweden grow since 2013?';
const scopes = [
  {},
  { documents: ['harbour-audit'] },
  { documents: ['harbour-audti'] },
  { documents: ['ministry'] },
  { documents: ['quay', 'harbour-plan'] },
  { tags: ['Classified'] },
  { tags: ['Clasified'] },
  { years: [1987] },
  { years: [1988] },
  { chapters: ['Poland'] },
  { chapters: ['Polnad'] },
  { chapters: ['Wake-up calls on technology'] },
];
const asking = (path: string, bodies: readonly object[], headers = {}): Door['requests'] =>
  bodies.map((body) => [path, post(body, headers)]);
const getting = (...paths: string[]): Door['requests'] => paths.map((path) => [path]);

const call = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params });
const tool = (name: string, given: object) => call('tools/call', { name, arguments: given });

const doors: readonly Door[] = [
  {
    route: 'POST /v1/ask',
    shows: true,
    requests: [
      ...asking(
        '/v1/ask',
        scopes.map((scope) => ({ question: hidden, ...scope })),
      ),
      ...asking('/v1/ask', [
        { question: seen },
        { question: seen, stream: true },
        { question: hidden, stream: true },
        { question: 'What does the report say about Poland?' },
        { question: 'How many people does the biopharma sector employ in Italy?' },
        // Words that only others' documents have are no words that a typo is mended to.
        { question: 'Which universties signed agreements with partners in Beijng?' },
        { question: 'And in Poland?', history: [{ question: seen, answer: 'By 300 %.' }] },
      ]),
    ],
  },
  {
    route: 'POST /v1/search',
    shows: true,
    requests: [
      ...asking(
        '/v1/search',
        scopes.map((scope) => ({ query: 'SHENG programme chemistry', ...scope })),
      ),
      ...asking('/v1/search', [
        { query: 'investments by Swedish companies' },
        { query: 'chemsitry' },
        { query: 'Investmets in biopharam' },
      ]),
    ],
  },
  {
    route: 'POST /v1/verify',
    shows: true,
    requests: [
      ...asking(
        '/v1/verify',
        scopes.map((scope) => ({
          sentence: 'In 2018, the Polish National Science Centre launched the SHENG programme.',
          ...scope,
        })),
      ),
      ...asking('/v1/verify', [
        { sentence: 'Poland launched the SHENG programme.', passageIds: ['harbour-audit/0/1'] },
        { sentence: 'Poland launched the SHENG programme.', passageIds: ['harbour-none/0/1'] },
        { sentence: 'Sweden banned Huawei in 2020.', passageIds: ['quay/0/1'] },
        { sentence: 'Poland launched the SHENG programme.', pages: [1] },
      ]),
    ],
  },
  {
    route: 'POST /v1/compare',
    shows: true,
    requests: asking('/v1/compare', [
      { before: 'quay-2025', after: 'quay' },
      { before: 'quay', after: 'harbour-audit' },
      { before: 'harbour-plan', after: 'harbour-audit' },
      { before: 'harbour', after: 'quay' },
      { before: 'Fragmented Europe', after: 'quay' },
      { before: 'quay-2025', after: 'quay', chapters: ['Poland'] },
    ]),
  },
  {
    route: 'GET /v1/documents',
    shows: true,
    requests: getting('/v1/documents', '/v1/documents?structure=true'),
  },
  {
    route: 'GET /v1/documents/:id',
    shows: true,
    requests: getting(
      '/v1/documents/quay',
      '/v1/documents/harbour-audit',
      '/v1/documents/Harbour-Audit',
      '/v1/documents/harbour-audti',
      '/v1/documents/harbour-plan',
    ),
  },
  {
    route: 'GET /v1/documents/:id/reading',
    shows: true,
    requests: getting(
      '/v1/documents/quay/reading',
      '/v1/documents/quay/reading?pages=1&seed=2',
      '/v1/documents/harbour-audit/reading',
      '/v1/documents/harbour-audti/reading',
      '/v1/documents/harbour-audit/reading?pages=999',
    ),
  },
  {
    route: 'GET /v1/documents/:id/file',
    shows: true,
    requests: [
      ...getting('/v1/documents/quay/file', '/v1/documents/harbour-audit/file'),
      ['/v1/documents/harbour-audit/file', { headers: { 'If-None-Match': '*' } }],
      ['/v1/documents/harbour-audit/file', { headers: { Range: 'bytes=9999999-' } }],
      ['/v1/documents/harbour-audit/file', { method: 'HEAD' }],
    ],
  },
  {
    route: 'GET /v1/documents/:id/pages/:file',
    shows: true,
    requests: [
      ...getting(
        '/v1/documents/quay/pages/1.png',
        '/v1/documents/harbour-audit/pages/1.png',
        '/v1/documents/harbour-audit/pages/99.png',
        '/v1/documents/harbour-audit/pages/1.png?width=0',
      ),
      ['/v1/documents/harbour-audit/pages/1.png', { headers: { 'If-None-Match': '*' } }],
    ],
  },
  {
    route: 'GET /v1/passages/:id{.+}',
    shows: true,
    requests: getting(
      '/v1/passages/quay/0/1',
      '/v1/passages/harbour-audit/0/1',
      '/v1/passages/harbour-audit%2F0%2F1',
      '/v1/passages/harbour-audit/0/99',
    ),
  },
  {
    route: 'POST /mcp',
    shows: true,
    requests: asking(
      '/mcp',
      [
        call('tools/list'),
        call('resources/list'),
        call('resources/templates/list'),
        call('resources/read', { uri: 'verse://harbour-audit' }),
        call('resources/read', { uri: 'verse://harbour-audit/Poland' }),
        call('resources/read', { uri: 'verse://quay/Poland' }),
        call('resources/read', { uri: 'verse://quay' }),
        call('completion/complete', {
          ref: { type: 'ref/resource', uri: 'verse://{document}' },
          argument: { name: 'document', value: 'har' },
        }),
        tool('ask', { question: hidden }),
        tool('ask', { question: hidden, documents: ['harbour-audit'] }),
        tool('search', { query: 'SHENG programme' }),
        tool('read_passage', { passageId: 'harbour-audit/0/1' }),
        tool('list_chapters', {}),
        tool('list_chapters', { document: 'harbour-audit' }),
        tool('check_sentence', { sentence: 'In 2018, Poland launched the SHENG programme.' }),
        tool('compare_editions', { before: 'quay', after: 'harbour-audit' }),
      ],
      { Accept: 'application/json, text/event-stream' },
    ),
  },
  { route: 'GET /v1/models', shows: false, requests: getting('/v1/models') },
  {
    route: 'GET /v1/models/:id',
    shows: false,
    requests: getting('/v1/models/chapter-and-verse', '/v1/models/harbour-audit'),
  },
  {
    route: 'POST /v1/chat/completions',
    shows: true,
    requests: asking(
      '/v1/chat/completions',
      [{}, { documents: ['harbour-audit'] }, { tags: ['Classified'] }, { stream: true }].map((more) => ({
        model: 'chapter-and-verse',
        messages: [{ role: 'user', content: hidden }],
        ...more,
      })),
    ),
  },
  ...Object.keys(notOffered).map((path) => ({
    route: `POST ${path}`,
    shows: false,
    requests: asking(path, [{ input: hidden }]),
  })),
  { route: 'GET /metrics', shows: true, requests: getting('/metrics') },
  { route: 'GET /evals', shows: true, requests: getting('/evals') },
  {
    route: 'GET /evals/:name{[0-9A-Za-z-]+}',
    shows: true,
    requests: getting('/evals/harbour', '/evals/none'),
  },
  { route: 'GET /v1/starters', shows: true, requests: getting('/v1/starters') },
  { route: 'GET /v1/uploads', shows: true, requests: getting('/v1/uploads') },
  {
    route: 'DELETE /v1/documents/:id',
    shows: false,
    requests: ['harbour-audit', 'harbour-audti', 'harbour-plan'].map((id) => [
      `/v1/documents/${id}`,
      { method: 'DELETE' },
    ]),
  },
  {
    route: 'PATCH /v1/documents/:id',
    shows: false,
    requests: [
      ['harbour-audit', { title: 'Mine' }],
      ['harbour-audit', { collection: 'press' }],
      ['quay', { collection: 'ministry' }],
      ['quay', { collection: 'nobodys' }],
      ['quay', { collection: null }],
    ].map(([id, change]) => [`/v1/documents/${id}`, { ...post(change), method: 'PATCH' }]),
  },
  {
    route: 'POST /v1/documents',
    shows: false,
    requests: [
      ['harbour-audit.pdf', ''],
      ['quay.pdf', '&collection=ministry'],
      ['quay.pdf', '&collection=nobodys'],
      ['quay.txt', ''],
    ].map(([name, more]) => [
      `/v1/documents?name=${name}${more}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/pdf' },
        body: new Uint8Array(makeReport([italy], 'Again')),
      },
    ]),
  },
  { route: 'GET /docs', shows: false, requests: getting('/docs') },
  { route: 'GET /openapi.json', shows: false, requests: getting('/openapi.json') },
  { route: 'GET /healthz', shows: false, requests: getting('/healthz') },
  { route: 'GET /readyz', shows: false, requests: getting('/readyz') },
];

/** Tried below in their own way, or files that are the same for everybody and open to all. */
const besides = [
  'DELETE /v1/uploads/:id',
  'DELETE /v1/uploads/:id/ingest',
  'POST /sign-in',
  'GET /',
  'GET /plain/:name{[a-z-]+\\.(?:css|js)}',
  'GET /page/:name{[a-z-]+\\.(?:css|js|svg|woff2)}',
];

describe('a token of one collection', () => {
  it('is tried at every door that the server has', () => {
    const routes = whole.app.routes.filter(({ method }) => method !== 'ALL');
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect([...doors.map(({ route }) => route), ...besides].sort()).toEqual([...known].sort());
  });

  it.each(doors)('gets at $route what it would if there were no other documents', async ({
    requests,
    shows,
  }) => {
    let ownerGetsMore = false;
    for (const [path, init = {}] of requests) {
      const given = await read(whole.app, path, init, desk);
      await whole.library.uploads.settled();
      const expected = await read(alone.app, path, init, desk);
      await alone.library.uploads.settled();
      expect([path, given]).toEqual([path, expected]);
      if (shows) ownerGetsMore ||= (await read(whole.app, path, init, owner)).body !== given.body;
    }
    // Else there would be nothing to hide, and this test could not fail.
    expect(ownerGetsMore).toBe(shows);
  });

  it('has put its upload into its own collection, under a name that is nobody else’s', async () => {
    const listed = await (await whole.app.request('/v1/documents', { headers: desk })).json();
    const found = listed.map(({ id, collection }: { id: string; collection: string }) => [id, collection]);
    expect(found).toEqual([
      ['press.harbour-audit', 'press'],
      ['quay', 'press'],
      ['quay-2025', 'press'],
    ]);
  });

  it.each([
    '',
    '/ingest',
  ])('neither cancels nor dismisses an upload of others: /v1/uploads/…%s', async (end) => {
    const remove = (app: App, id: string, headers: Record<string, string>) =>
      read(app, `/v1/uploads/${id}${end}`, { method: 'DELETE' }, headers);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const refused = await remove(whole.app, otherUpload, desk);
    expect(refused).toEqual(await remove(alone.app, unknown, desk));
    expect(refused.status).toBe(404);
    const uploads = await (await whole.app.request('/v1/uploads', { headers: owner })).json();
    expect(uploads.uploads.map(({ id }: { id: string }) => id)).toContain(otherUpload);
  });

  it('learns by which rights the page shows buttons', async () => {
    const state = async (headers: Record<string, string>) => {
      const { allowed, changes } = await (await whole.app.request('/v1/uploads', { headers })).json();
      return { allowed, changes };
    };
    expect(await state(desk)).toEqual({ allowed: true, changes: true });
    expect(await state(reader)).toEqual({ allowed: false, changes: false });
  });

  it('has changed and removed nothing of others', async () => {
    const listed = await (await whole.app.request('/v1/documents', { headers: owner })).json();
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([
      'cargo',
      'fragmented-europe-2026',
      'harbour-audit',
      'harbour-plan',
      'press.harbour-audit',
      'quay',
      'quay-2025',
    ]);
    expect(listed[2]).toMatchObject({ title, collection: 'ministry', tags: ['Classified'], year: 1987 });
    for (const name of Object.keys(others))
      expect(existsSync(join(whole.library.corpusDir, name))).toBe(true);
  });
});
