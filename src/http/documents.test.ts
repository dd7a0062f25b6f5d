import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import type { PageRequest } from '../pictures/page-request.ts';
import { fakeAssistant, sampleDocument } from '../testing/assistant/fake-assistant.ts';
import { problemOf } from '../testing/http/test-app.ts';
import type { ReadingReport } from '../wire/types.ts';
import { createApp } from './app.ts';
import { contentDisposition } from './document-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'verse-http-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'report.pdf');
const bytes = '%PDF-1.7 0123456789';
writeFileSync(file, bytes);
const document = { ...sampleDocument, file };
const { id } = document;
const address = `/v1/documents/${id}/file`;

function appWith(path = file) {
  const drawn: PageRequest[] = [];
  const assistant = fakeAssistant({
    document: (wanted) => {
      if (wanted === id) return { ...document, file: path };
      throw new VerseError('unknown-document', `There is no document "${wanted}".`, `Documents: ${id}.`);
    },
  });
  const app = createApp({
    assistant: () => assistant,
    config: { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 },
    renderPage: async (request) => {
      drawn.push(request);
      return Uint8Array.of(137, 80, 78, 71);
    },
    version: '0.0.0',
  });
  return { app, assistant, drawn };
}

describe('GET /v1/documents/{id}/file', () => {
  it('sends the whole file, under its name, for the browser to show', async () => {
    const response = await appWith().app.request(address);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '19',
      'accept-ranges': 'bytes',
      'content-disposition': `inline; filename="${id}.pdf"; filename*=UTF-8''${id}.pdf`,
      'content-security-policy': "frame-ancestors 'none'",
    });
    expect(await response.text()).toBe(bytes);
  });

  it('sends the range asked for', async () => {
    const response = await appWith().app.request(address, { headers: { Range: 'bytes=9-12' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe('bytes 9-12/19');
    expect(response.headers.get('Content-Length')).toBe('4');
    expect(await response.text()).toBe('0123');
  });

  it('refuses a range past the end', async () => {
    const response = await appWith().app.request(address, { headers: { Range: 'bytes=19-' } });
    expect(response.headers.get('Content-Range')).toBe('bytes */19');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Range Not Satisfiable',
      status: 416,
      detail: `${id}.pdf has 19 bytes; the range asked for lies behind its end.`,
      code: 'range-not-satisfiable',
    });
  });

  it('sends no body for HEAD, and none for a version the client holds', async () => {
    const { app } = appWith();
    const head = await app.request(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([200, '19', '']);
    const etag = head.headers.get('ETag') ?? '';
    const unchanged = await app.request(address, { headers: { 'If-None-Match': `"other", W/${etag}` } });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
  });

  it('sends the whole file when the range belongs to another version', async () => {
    const headers = { Range: 'bytes=9-12', 'If-Range': '"other"' };
    expect(await (await appWith().app.request(address, { headers })).text()).toBe(bytes);
  });

  it('says when the file has gone, without its path', async () => {
    const response = await appWith(join(folder, 'gone.pdf')).app.request(address);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: `${id}.pdf is not where it was when it was ingested. Put it back, or run \`verse ingest\` again.`,
      code: 'cannot-read',
    });
  });

  it.each([
    '..%2F..%2Fetc%2Fpasswd',
    '..%5C..%5Cboot.ini',
    '%2Fetc%2Fpasswd',
    'report%00',
    'other',
  ])('looks up %s as a name and never as a path', async (name) => {
    const { app, assistant } = appWith();
    const response = await app.request(`/v1/documents/${name}/file`);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: `There is no document "${decodeURIComponent(name)}". Documents: ${id}.`,
      code: 'unknown-document',
    });
    expect(assistant.calls).toEqual([['document', decodeURIComponent(name)]]);
  });
});

describe('contentDisposition', () => {
  it('lets no quote, line end or foreign letter into the plain name', () => {
    expect(contentDisposition('état "1"\r\n(2)')).toBe(
      `inline; filename="_tat__1____2_.pdf"; filename*=UTF-8''%C3%A9tat%20%221%22%0D%0A%282%29.pdf`,
    );
  });
});

describe('GET /v1/documents/{id}/pages/{n}.png', () => {
  const page = (name: string) => `/v1/documents/${id}/pages/${name}`;

  it('draws the page at the width asked for, rounded up', async () => {
    const { app, drawn } = appWith();
    const response = await app.request(page('84.png?width=1050'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(137, 80, 78, 71));
    expect(drawn).toEqual([{ file, sha256: document.sha256, page: 84, width: 1200 }]);
  });

  it('does not draw again what the client holds', async () => {
    const { app, drawn } = appWith();
    const etag = (await app.request(page('84.png'))).headers.get('ETag') ?? '';
    expect((await app.request(page('84.png'), { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect(drawn).toHaveLength(1);
  });

  it.each([
    '0.png',
    '195.png',
    '084.png',
    '1.5.png',
    'x.png',
    '84.jpg',
    '84',
  ])('has no page %s', async (name) => {
    const { app, drawn } = appWith();
    const response = await app.request(page(name));
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: `${id} has no page ${name.replace(/\.png$/, '')}. Its pages are 1 to 194.`,
      code: 'unknown-page',
    });
    expect(drawn).toEqual([]);
  });

  it.each([
    ['2001', 'width: Must be at most 2,000.'],
    ['0', 'width: Must be at least 1.'],
    ['wide', 'width: Expected number, received NaN.'],
  ])('refuses width %s', async (width, detail) => {
    const response = await appWith().app.request(page(`84.png?width=${width}`));
    expect(await response.json()).toMatchObject({ status: 400, code: 'bad-fields', detail });
  });
});

describe('GET /v1/documents/{id}/reading', () => {
  const reading: ReadingReport = {
    ...{ document: id, title: document.title, pages: 194, verdict: 'good' },
    ...{ parts: [], chapters: [], tables: [], leftOut: [], sample: [] },
  };
  function readingApp() {
    const assistant = fakeAssistant({
      document: (wanted) => {
        if (wanted === id) return document;
        throw new VerseError('unknown-document', `There is no document "${wanted}".`, `Documents: ${id}.`);
      },
      reading: async () => reading,
    });
    const config = { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 };
    const renderPage = async () => new Uint8Array();
    return {
      app: createApp({ assistant: () => assistant, config, renderPage, version: '0.0.0' }),
      assistant,
    };
  }

  it('gives the report, with as many pages as are asked for', async () => {
    const { app, assistant } = readingApp();
    const response = await app.request(`/v1/documents/${id}/reading?pages=3&seed=7`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(reading);
    await app.request(`/v1/documents/${id}/reading`);
    expect(assistant.calls.filter(([name]) => name === 'reading')).toEqual([
      ['reading', id, { pages: 3, seed: 7 }],
      ['reading', id, { pages: 6, seed: 1 }],
    ]);
  });

  it('refuses an unknown document and a sample that is too large, and says so', async () => {
    const { app } = readingApp();
    expect(await problemOf(await app.request('/v1/documents/nothing/reading'))).toMatchObject({
      status: 404,
      code: 'unknown-document',
    });
    expect(await problemOf(await app.request(`/v1/documents/${id}/reading?pages=61`))).toMatchObject({
      status: 400,
    });
  });
});
