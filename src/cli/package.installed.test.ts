/** The package made, installed into an empty folder without network or compiler, and used. See .ci/installed.config.ts. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processEnvironment } from '../config/environment.ts';
import { packageRoot } from '../config/settings.ts';
import { makeReport, poland, sweden } from '../testing/documents/small-report.ts';

/** Holds `bin` with Node alone, `home`, `project`, and `reports` with the PDF. */
let root = '';
let home = '';
let installed = '';
/** As it is already, so that the release changes nothing of the sources. */
const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-installed-')));
  home = join(root, 'home');
  for (const name of ['bin', 'home', 'project', 'reports']) mkdirSync(join(root, name));
  symlinkSync(process.execPath, join(root, 'bin', 'node'));
  writeFileSync(join(root, 'reports', 'etnc.pdf'), makeReport([sweden, poland]));
  execFileSync(process.execPath, [join(packageRoot, 'bin', 'release.mjs'), version, root]);
  const [tarball = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  const options = ['--prefix', join(root, 'project'), '--offline', '--ignore-scripts=false'];
  run(findNpm(), ['install', ...options, join(root, tarball)]);
  installed = join(root, 'project', 'node_modules', 'chapter-and-verse');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function findNpm(): string {
  const folders = (processEnvironment.PATH ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, 'npm')).find((path) => existsSync(path));
  if (found === undefined) throw new Error('There is no npm here.');
  return realpathSync(found);
}

/** Runs a program of Node's as on a machine that has nothing else: no shell, no compiler. */
function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: join(root, 'reports'),
    env: { HOME: home, PATH: join(root, 'bin') },
    encoding: 'utf8',
  });
  return { exit: status, out: stdout, err: stderr };
}

const verse = (...args: string[]) => run(join(installed, 'bin', 'verse.mjs'), args);

const question = 'Which companies did Sweden ban from 5G networks in 2020?';
const answer = /Huawei and ZTE[\s\S]+\[Sweden, p\. 1\]/;

const paths = () =>
  readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((path) => join(installed, path));

describe('the package, installed', () => {
  it('takes less than 350 MB', () => {
    const bytes = paths().map((path) => lstatSync(path).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350e6);
  });

  it('brings nothing for npm to run, compile or fetch', () => {
    const files = paths();
    expect(files.filter((path) => path.endsWith('binding.gyp'))).toEqual([]);
    const manifests = files.filter((path) => /node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/.test(path));
    expect(manifests.length).toBeGreaterThan(50);
    const scripted = manifests.filter((path) => 'scripts' in JSON.parse(readFileSync(path, 'utf8')));
    expect(scripted).toEqual([]);
  });

  it('is released with the list of its packages, what is new, and sums that hold', () => {
    const sums = readFileSync(join(root, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const names = sums.map((line) => line.split('  ')[1] ?? '');
    expect(names.map((name) => name.replace(/-(?:linux|darwin|win32)-.*/, ''))).toEqual([
      `chapter-and-verse-${version}`,
      `chapter-and-verse-${version}.cdx.json`,
      `chapter-and-verse-${version}.md`,
    ]);
    for (const [index, name] of names.entries()) {
      const sum = createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex');
      expect(sums[index]).toBe(`${sum}  ${name}`);
    }
    expect(JSON.parse(readFileSync(join(root, names[1] ?? ''), 'utf8'))).toMatchObject({
      bomFormat: 'CycloneDX',
    });
  });

  it('says its version, and that it is whole', () => {
    expect(verse('--version')).toEqual({ exit: 0, out: `${version}\n`, err: '' });
    const { exit, out } = verse('doctor');
    expect(out).toContain('ok   vector search: HNSW (hnswlib-node');
    expect(out).toContain('ok   scans: read by OCR');
    expect(out.replace(/\s+/g, ' ')).toContain(
      `none yet, it will be in ${home}/.local/share/chapter-and-verse`,
    );
    expect(exit).toBe(0);
  });

  it('says that there is no report yet', () => {
    expect(verse('ask', question)).toEqual({
      exit: 1,
      out: '',
      err: 'No report yet. Add one: verse add your.pdf\n',
    });
  });

  it('says of what only a clone can do that it is of a clone', () => {
    for (const name of ['eval', 'bench', 'tune', 'soak', 'attack', 'fuzz']) {
      const { exit, err } = verse(name);
      expect({ exit, err }).toEqual({
        exit: 2,
        err: expect.stringMatching(/^verse \w+ works on .* In a clone/),
      });
    }
    expect(verse('--help').out).not.toContain('Workshop');
  });

  it('reads a report once, and answers with a citation', () => {
    const first = verse('etnc.pdf', question);
    expect(first.out).toMatch(answer);
    expect(first.err).toBe('');
    expect(verse('etnc.pdf', question)).toEqual({ exit: 0, out: first.out, err: '' });
    expect(existsSync(join(home, '.local', 'share', 'chapter-and-verse', 'current'))).toBe(true);
    expect(readdirSync(installed)).not.toContain('index');
  });

  it('searches exactly where the addon does not load, and says so', () => {
    writeFileSync(
      join(installed, 'node_modules', 'hnswlib-node', 'build', 'Release', 'addon.node'),
      'no addon',
    );
    expect(verse('doctor').out.replace(/\s+/g, ' ')).toMatch(
      /vector search: exact; hnswlib-node could not be loaded/,
    );
    expect(verse('etnc.pdf', question).out).toMatch(answer);
    expect(verse('--index', join(root, 'exact'), 'etnc.pdf', question).out).toMatch(answer);
  });
});
