/** The page in a real browser: Debian's Chromium or another that is installed, driven by playwright-core. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { packageRoot } from '../../config/settings.ts';
import { findChromium, noChromiumNotice } from './find-chromium.ts';

/** Folder for pictures of every state, to look at: none are taken where it is not there. Not in git. */
const pictures = join(packageRoot, 'screenshots');
const takesPictures = existsSync(pictures);

/** Milliseconds that anything may take, on a busy machine too. */
const busyMs = 60_000;

export interface PageOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  isMotionReduced?: boolean;
}

/** Whether the page of the report is a sheet over the answer, and none is opened by itself. */
export const isNarrow = ({ width = 1440 }: PageOptions) => width < 900;

/** A page in a browser context of its own, with its requests and its errors. */
export interface Visit {
  page: Page;
  /** Addresses that it requested. */
  requests: string[];
  /** Errors on its console, policy violations among them. */
  complaints: string[];
  close(): Promise<void>;
}

/** Declares tests that need a browser; they are skipped with a notice where none is installed. */
export const inBrowser = describe.skipIf(findChromium() === undefined);

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(noChromiumNotice);
  // Chromium refuses its sandbox to root, as in a container.
  return chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    timeout: busyMs,
  });
}

function listen(page: Page, context: BrowserContext): Visit {
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, requests, complaints, close: () => context.close() };
}

/** Opens an address in a window of that size; nothing is shared with other visits. */
export async function visit(browser: Browser, url: string, options: PageOptions = {}): Promise<Visit> {
  const { width = 1440, height = 900, colorScheme = 'light', isMotionReduced = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: isMotionReduced ? 'reduce' : 'no-preference',
    hasTouch: isNarrow(options),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(busyMs);
  const page = await context.newPage();
  const opened = listen(page, context);
  await page.goto(url);
  return opened;
}

/** Types a question and asks it. */
export async function askOn(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ask the report a question' }).fill(question);
  await page.keyboard.press('Enter');
}

/** Waits until the report's page is drawn, if one is shown. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('.leaf:not(.loading) img').waitFor();
}

/** Waits until a question is answered and, in a wide window, the page of its first place is drawn. */
export async function untilAnswered(page: Page, options: PageOptions = {}): Promise<void> {
  await page.getByText('Why these passages').waitFor();
  if (!isNarrow(options)) await untilDrawn(page);
}

/** Saves a picture of the window under `screenshots/`, if that folder is there. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (takesPictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Brings axe-core into a page that has not got it: through the debugger, as the page's own policy allows no foreign script. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  // Without a value, which would be sent back.
  await page.evaluate(`${axeSource}; undefined`);
}

/** The violations of WCAG 2.2 AA and good practice that axe-core finds: the rule and the elements, one a line. */
export async function findBarriers(page: Page): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, rules);
}
