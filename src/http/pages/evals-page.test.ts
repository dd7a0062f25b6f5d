import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRun } from '../../testing/evals/sample-run.ts';
import { appWith } from '../../testing/http/test-app.ts';
import { keepRun } from '../../workshop/evaluate/report/keep-run.ts';
import { formatChange } from './evals-page.ts';

let runsDir = '';
beforeAll(async () => {
  runsDir = mkdtempSync(join(tmpdir(), 'verse-evals-'));
  await keepRun(runsDir, makeRun('answered'), new Date('2026-07-01T09:30:00Z'));
  await keepRun(runsDir, makeRun('not-found'), new Date('2026-07-02T09:30:00Z'));
  writeFileSync(join(runsDir, 'half.json'), '{"name": "half"');
  writeFileSync(join(runsDir, 'secret.txt'), 'not a report');
});
afterAll(() => rmSync(runsDir, { recursive: true }));

const get = (path: string, options = { runsDir }) => appWith({}, options).app.request(path);
const latest = '2026-07-02T09-30-00Z-dev';

describe('GET /evals', () => {
  it('lists the kept runs, the latest first, with what changed since the one before', async () => {
    const page = await (await get('/evals')).text();
    expect([...page.matchAll(/href="\/evals\/([^"]+)"/g)].map(([, name]) => name)).toEqual([
      latest,
      '2026-07-01T09-30-00Z-dev',
    ]);
    expect(page).toContain('2 July 2026, 09:30 UTC');
    expect(page).toContain('<h2>2 questions of sweden.jsonl, split dev</h2>');
    expect(page).toContain('<td>1.000<small>+1.000</small></td>');
    expect(page).not.toContain('half');
  });

  it('shows the figures of the version that ships where none is kept, and says how to keep the first', async () => {
    const response = await appWith().app.request('/evals');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<code>verse eval --keep</code>');
    expect(page).toMatch(/<h2>\d+ questions of fragmented-europe\.jsonl, split test<\/h2>/);
    expect(page).toContain('<th scope="col">a right page cited</th>');
    expect(page).not.toContain('href="/evals/');
    expect(await (await get('/evals')).text()).not.toContain('split test');
  });

  it('holds nothing that its own policy would block', async () => {
    expect(await (await get('/evals')).text()).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script/i);
  });
});

describe('GET /evals/<run>', () => {
  it('sends the report in a sandbox, from which it reaches nothing', async () => {
    const response = await get(`/evals/${latest}`);
    expect(await response.text()).toContain('What did Geely pay for Volvo?');
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toMatch(/sandbox allow-scripts$/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src|allow-same-origin/);
  });

  it('sends nothing else from the folder, and nothing outside it', async () => {
    for (const name of ['none', 'secret.txt', 'secret', '..%2Fsecret', `${latest}.json`]) {
      expect([name, (await get(`/evals/${name}`)).status]).toEqual([name, 404]);
    }
  });
});

describe('formatChange', () => {
  it('shows the difference to three decimals, and nothing if there is none', () => {
    expect(formatChange(0.872, 0.86)).toBe('+.012');
    expect(formatChange(0.8, 0.81)).toBe('−.010');
    expect(formatChange(0.8004, 0.8)).toBe('');
    expect(formatChange(0.8, undefined)).toBe('');
    expect(formatChange(null, 0.8)).toBe('');
  });
});
