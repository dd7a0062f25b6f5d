import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/settings.ts';
import { fakeAssistant } from '../../testing/assistant/fake-assistant.ts';
import { createApp } from '../app.ts';

const folder = join(packageRoot, 'dist', 'page');
const names = readdirSync(folder);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const app = createApp({
  assistant: () => fakeAssistant(),
  config: { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 },
  renderPage: async () => new Uint8Array(),
  version: '0.0.0',
});

describe('the page', () => {
  it('is served at / and sent once only', async () => {
    const response = await app.request('/?q=Bosch');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe(read('index.html'));
    const held = { 'If-None-Match': response.headers.get('ETag') ?? '' };
    expect((await app.request('/', { headers: held })).status).toBe(304);
  });

  it.each(names.filter((name) => name !== 'index.html'))('finds its file %s', async (name) => {
    const response = await app.request(`/page/${name}`);
    const types = {
      css: 'text/css; charset=utf-8',
      js: 'text/javascript; charset=utf-8',
      svg: 'image/svg+xml',
      woff2: 'font/woff2',
    };
    expect(response.headers.get('Content-Type')).toBe(
      Object.entries(types).find(([end]) => name.endsWith(`.${end}`))?.[1],
    );
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(folder, name)))).toBe(true);
  });

  it('is sent packed to a client that takes it so, and not again to one that has it in either form', async () => {
    const ask = (accepted: string, known = '') =>
      app.request('/page/main.js', { headers: { 'Accept-Encoding': accepted, 'If-None-Match': known } });
    const [plain, packed] = [await ask('br, gzip;q=0'), await ask('br, gzip;q=0.8')];
    expect([plain, packed].map(({ headers }) => headers.get('Content-Encoding'))).toEqual([null, 'gzip']);
    expect(await plain.text()).toBe(read('main.js'));
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(read('main.js').length / 2);
    expect(gunzipSync(bytes).toString('utf8')).toBe(read('main.js'));
    expect([plain, packed].map(({ headers }) => headers.get('Vary'))).toEqual([
      'Accept-Encoding',
      'Accept-Encoding',
    ]);
    // The tag of the packed form is weak: it names the contents, which are the same.
    const known = packed.headers.get('ETag') ?? '';
    expect(known).toBe(`W/${plain.headers.get('ETag')}`);
    for (const accepted of ['gzip', '']) expect((await ask(accepted, known)).status).toBe(304);
  });

  it.each([
    '/page/index.html',
    '/page/..%2Fapp.ts',
    '/page/%2e%2e/app.ts',
    '/page/nothing.js',
    '/page/',
  ])('has nothing at %s', async (path) => {
    expect((await app.request(path)).status).toBe(404);
  });

  it('holds nothing that its own policy would block: no inline script or style, nothing from elsewhere', () => {
    const html = read('index.html');
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/i);
    for (const name of names.filter((one) => !one.endsWith('.woff2'))) {
      // Names of XML namespaces, which nothing fetches.
      const outside = read(name)
        .replaceAll(/http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1998\/Math\/MathML)/g, '')
        .match(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/gi);
      expect([name, outside]).toEqual([name, null]);
    }
  });

  it('weighs less than 200 kB with its font; rarer letters, fetched where they are used, less than 20 kB more', () => {
    const weigh = (some: readonly string[]) =>
      some.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const rare = names.filter((name) => name.endsWith('-ext.woff2'));
    expect(weigh(names) - weigh(rare)).toBeLessThan(200_000);
    expect(weigh(rare)).toBeLessThan(20_000);
  });

  it('puts text on the page as text only', () => {
    const source = join(packageRoot, 'src', 'page');
    const written = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    expect(written).toContain(join('answer', 'sentence.tsx'));
    for (const name of written) {
      const code = readFileSync(join(source, name), 'utf8');
      expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML/i);
    }
  });
});
