import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../config/settings.ts';

interface Listed {
  licence: string;
  packages: string[];
}

interface NoticeModule {
  listPackages(lock: unknown): Listed[];
  writeList(notice: string, lock: unknown): string;
}

const { listPackages, writeList }: NoticeModule = await import(
  pathToFileURL(join(packageRoot, 'bin', 'notice.mjs')).href
);
const read = (name: string) => readFileSync(join(packageRoot, name), 'utf8');
const lock: unknown = JSON.parse(read('package-lock.json'));

describe('NOTICE', () => {
  it('lists the packages of the lock file (`npm run notice` writes them)', () => {
    expect(read('NOTICE')).toBe(writeList(read('NOTICE'), lock));
  });

  it('names the licences that ask for more than a mention', () => {
    const listed = new Map(listPackages(lock).map(({ licence, packages }) => [licence, packages.join(' ')]));
    expect(listed.get('LGPL-3.0-or-later')).toContain('@img/sharp-libvips-linux-x64');
    expect(listed.get('ODbL-1.0')).toMatch(/^world-countries \d/);
  });

  it('asks for a licence that is not known', () => {
    const packages = { '': {}, 'node_modules/stranger': { version: '1.0.0' } };
    expect(() => listPackages({ packages })).toThrow('stranger 1.0.0 names no licence');
  });

  it('leaves out what only development needs, and names a package once', () => {
    const packages = {
      'node_modules/zebra': { version: '1.0.0', license: 'MIT' },
      'node_modules/a/node_modules/zebra': { version: '1.0.0', license: 'MIT' },
      'node_modules/tester': { version: '1.0.0', license: 'MIT', dev: true },
      'node_modules/@own/alias': { name: 'real', version: '2.0.0', license: '0BSD' },
    };
    expect(listPackages({ packages })).toEqual([
      { licence: '0BSD', packages: ['real 2.0.0'] },
      { licence: 'MIT', packages: ['zebra 1.0.0'] },
    ]);
  });
});

describe('the bill of materials', () => {
  const bill = z.object({
    bomFormat: z.literal('CycloneDX'),
    components: z.array(z.object({ name: z.string(), version: z.string() })),
  });

  it('has the packages that are installed beside the code, by a command', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: packageRoot, encoding: 'utf8' });
    const names = bill.parse(JSON.parse(stdout)).components.map(({ name }) => name);
    expect(names).toContain('hnswlib-node');
    expect(names).not.toContain('vitest');
  });
});
