/** The site of the documentation as it is built: its links, its requests, its search. See .ci/site.config.ts. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, posix } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/settings.ts';
import { findBarriers, inBrowser, launchBrowser, visit } from '../../testing/browser/browser.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-site-'));
  execFileSync(process.execPath, [join(packageRoot, 'bin', 'docs.mjs'), '--site', folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const pages = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'));

/** What a page links to or loads. */
function addressesOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, address = '']) => address);
}

function isDead(page: string, address: string): boolean {
  if (/^(?:https?|mailto|data):/.test(address)) return false;
  const [path = '', anchor] = address.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(join(folder, target))) return true;
  return anchor !== undefined && !read(target).includes(` id="${decodeURIComponent(anchor)}"`);
}

describe('the site', () => {
  it('has a page for each page of docs', () => {
    const sources = readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.md') && !path.startsWith('site/'))
      .map((path) => (path === 'README.md' ? 'index.html' : path.replace(/\.md$/, '.html')));
    expect(pages().sort()).toEqual([...sources, 'changelog.html', 'contributing.html'].sort());
  });

  it('has no dead link, anchors included', () => {
    const dead = pages().flatMap((page) =>
      addressesOf(read(page), /(?:href|src)="([^"]*)"/g)
        .filter((address) => isDead(page, address))
        .map((address) => `${page}: ${address}`),
    );
    expect(dead).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const loaded = pages().flatMap((page) =>
      addressesOf(read(page), /<(?:link|script|img|iframe|source)\b[^>]*?(?:href|src)="([^"]*)"/g),
    );
    expect(loaded.length).toBeGreaterThan(100);
    expect(loaded.filter((address) => /^(?:\w+:)?\/\//.test(address))).toEqual([]);
    expect(read('site.css')).not.toMatch(/url\(|@import/);
  });
});

const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

inBrowser('in a browser', () => {
  let browser: Browser;
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const isThere = existsSync(join(folder, pathname));
      response.writeHead(isThere ? 200 : 404, {
        'Content-Type': types[extname(pathname)] ?? 'application/octet-stream',
      });
      response.end(isThere ? readFileSync(join(folder, pathname)) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('finds the page on a setting, and asks no other server', async () => {
    const { page, requests, complaints, close } = await visit(browser, `${origin}/guides/installing.html`);
    await page.getByRole('textbox').fill('concurrent questions');
    const found = page.getByRole('link', { name: 'Settings' });
    await expect.poll(() => found.count()).toBeGreaterThan(1);
    await found.last().click();
    await page.waitForURL('**/reference/settings.html*');
    expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['index.html', 1280, 'light'],
    ['reference/settings.html', 390, 'dark'],
  ] as const)('shows %s without barriers at %i pixels, %s', async (path, width, colorScheme) => {
    const { page, close } = await visit(browser, `${origin}/${path}`, { width, colorScheme });
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  });
});
