/** examples/serving: what is named in them is there, and systemd takes the unit. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { describeSettings, loadConfig, packageRoot } from '../config/settings.ts';
import { fakeSession } from '../testing/cli/fake-session.ts';
import { createProgram } from './create-program.ts';

const read = (name: string) => readFileSync(join(packageRoot, 'examples', 'serving', name), 'utf8');
const compose = read('compose.yaml');
const image = read('Containerfile');
const unit = read('verse.service');

it.each([
  ['compose.yaml', compose],
  ['Containerfile', image],
  ['verse.service', unit],
])('%s sets only settings that there are', (_, text) => {
  const known = [...Object.values(describeSettings().variables), 'VERSE_TOKENS'];
  const named = [...text.matchAll(/\bVERSE_\w+/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

it.each([
  ['Containerfile', /CMD \["serve", "(--\w+)"/.exec(image)?.[1]],
  ['verse.service', /^ExecStart=\/usr\/local\/bin\/verse serve$/m.test(unit) ? '--port' : undefined],
])('%s starts the server with options that it has', (_, option) => {
  const serve = createProgram(fakeSession()).commands.find((command) => command.name() === 'serve');
  expect(serve?.options.map(({ long }) => long)).toContain(option);
});

it('compose.yaml builds what is there, keeps the index in a volume, and is reached from this machine alone', () => {
  const [, context = '', dockerfile = ''] = /context: (\S+)\n\s+dockerfile: (\S+)/.exec(compose) ?? [];
  expect(resolve(packageRoot, 'examples', 'serving', context)).toBe(packageRoot);
  expect(existsSync(join(packageRoot, dockerfile))).toBe(true);
  const { port } = loadConfig({}, {}, packageRoot);
  expect(compose).toContain(`- "127.0.0.1:${port}:${port}"`);
  const [, folder = ''] = /VERSE_INDEX=(\S+)/.exec(image) ?? [];
  expect(compose).toContain(`- index:${folder}\n`);
  expect(image).toContain(`VOLUME ${folder}\n`);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
it.skipIf(!hasSystemd)('verse.service is a unit that systemd takes, and shuts in what it starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verse-unit-'));
  try {
    const path = join(folder, 'verse.service');
    // The program need not be installed here.
    writeFileSync(path, unit.replace('/usr/local/bin/verse', process.execPath));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', path], {
      encoding: 'utf8',
    });
    expect(Number(/exposure level for verse\.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(2.5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
