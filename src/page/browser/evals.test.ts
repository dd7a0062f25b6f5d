/** The page of the eval runs, in a real browser: from the history to a report that works in its sandbox. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBarriers, inBrowser, shoot } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';
import { makeRun } from '../../testing/evals/sample-run.ts';
import { keepRun } from '../../workshop/evaluate/report/keep-run.ts';

inBrowser('the eval runs', () => {
  const stage = setStage();
  let runsDir = '';
  beforeAll(async () => {
    runsDir = mkdtempSync(join(tmpdir(), 'verse-evals-'));
    await keepRun(runsDir, makeRun('answered'), new Date('2026-07-01T09:30:00Z'));
    await keepRun(runsDir, makeRun('not-found'), new Date('2026-07-02T09:30:00Z'));
  });
  afterAll(() => rmSync(runsDir, { recursive: true }));

  it.each([
    { look: 'light', width: 1440 },
    { look: 'dark', width: 1440, colorScheme: 'dark' },
    { look: 'narrow', width: 390 },
  ] as const)('have no barrier in $look', async ({ look, ...options }) => {
    const { page, complaints } = await stage.enter({ runsDir, path: '/evals', ...options });
    await page.getByRole('link', { name: '2 July 2026, 09:30 UTC' }).waitFor();
    await shoot(page, `evals-${look}`);
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('are reached from the questions, and lead to a report whose filters work', async () => {
    const { page, requests, complaints } = await stage.enter({ runsDir });
    await page.getByRole('link', { name: 'How good are the answers' }).click();
    await page.getByRole('link', { name: '2 July 2026, 09:30 UTC' }).click();
    const count = page.locator('#count');
    await count.getByText('2 of 2 questions').waitFor();
    await page.getByLabel('Words').fill('did Geely pay');
    await count.getByText('1 of 2 questions').waitFor();
    expect(await page.evaluate(() => globalThis.origin)).toBe('null');
    expect(requests.filter((url) => !url.startsWith('http://127.0.0.1:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
