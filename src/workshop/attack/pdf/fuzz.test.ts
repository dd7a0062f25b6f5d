import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPackage, buildPackage } from '../../../testing/build-package.ts';
import { hostileFiles, quickFiles } from './hostile-files.ts';
import { showTrials } from './show-trials.ts';
import { foreignFiles, type Trial } from './try-files.ts';

const trial: Trial = {
  family: 'bombs',
  name: 'a picture of 500 MB',
  passages: 1,
  refusal: null,
  picture: null,
  ms: 4200,
  peakBytes: 851_000_000,
  fault: null,
};

describe('the hostile files', () => {
  it('are at least 200, each under a name of its own, and sixty of them quick', () => {
    const names = hostileFiles(1).map(({ family, name }) => `${family}, ${name}`);
    expect(names.length).toBeGreaterThan(200);
    expect(new Set(names).size).toBe(names.length);
    expect(quickFiles(1)).toHaveLength(60);
  });

  it('are the same for a seed, and damaged otherwise for another', () => {
    const made = (seed: number) => quickFiles(seed).map(({ make }) => Buffer.from(make()).toString('latin1'));
    expect(made(7)).toEqual(made(7));
    expect(made(7)[0]).not.toBe(made(8)[0]);
  });

  it('are those of a folder that is there', async () => {
    await expect(foreignFiles('no-such-folder')).rejects.toMatchObject({
      code: 'cannot-read',
      sentence: 'no-such-folder: no folder that can be read. Check the path.',
    });
  });

  it('are counted by family, and those that were not held are named', () => {
    const trials = [
      trial,
      { ...trial, name: 'a text of 200 MB', refusal: 'x.pdf: it is too large.', fault: 'it took 1200 MB' },
    ];
    expect(showTrials(trials)).toMatchInlineSnapshot(`
      "files  tried  held
      bombs      2     1  a text of 200 MB: it took 1200 MB
      not held: bombs, a text of 200 MB: it took 1200 MB
      "
    `);
  });
});

describe('verse fuzz', () => {
  let built: BuiltPackage;
  beforeAll(() => {
    built = buildPackage();
    // By which it is a clone; what is built is not built again.
    mkdirSync(join(built.folder, 'src'));
  });
  afterAll(() => built.remove());

  it('finds that each of sixty hostile files is read, or refused by a sentence with its cause', () => {
    const main = pathToFileURL(join(built.folder, 'dist', 'cli', 'main.js')).href;
    const start = ['--input-type=module', '--eval', `await (await import('${main}')).main();`];
    const output = execFileSync(process.execPath, [...start, 'verse', 'fuzz', '--quick', '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { trials }: { trials: Trial[] } = JSON.parse(output);
    expect(trials).toHaveLength(60);
    expect(trials.filter(({ fault }) => fault !== null)).toEqual([]);
    const read = trials.filter(({ refusal }) => refusal === null);
    expect(read.length).toBeGreaterThan(20);
    expect(read.length).toBeLessThan(60);
  });
});
