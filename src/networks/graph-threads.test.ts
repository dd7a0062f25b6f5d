import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processEnvironment } from '../config/environment.ts';
import { reportConfig } from '../testing/assistant/report-index.ts';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import type { Graph } from './graph.ts';
import { spreadOverThreads } from './graph-threads.ts';

const place = { modelsDir: '/models', folder: 'one', weights: '0', dimensions: 1 };
const here: Graph = { run: async (ids) => Float32Array.of(ids.length, 0) };
const loadHere = async () => here;

/** Where each of so many runs took place, as its second value tells. */
async function runMany(graph: Graph, count: number): Promise<number[]> {
  const places: number[] = [];
  for (let at = 0; at < count; at++) places.push((await graph.run(new BigInt64Array(3), 3))[1] ?? -1);
  return places;
}

describe('a graph spread over threads', () => {
  it('starts them once so much was read that they pay, and reads there', async () => {
    let opened = 0;
    const graph = await spreadOverThreads(loadHere, place, {
      open: async () => {
        opened += 1;
        return { ask: async ({ ids }) => Float32Array.of(ids.length, 1) };
      },
    });
    expect(await runMany(graph, 23)).toEqual(Array(23).fill(0));
    expect(opened).toBe(0);
    const later = await runMany(graph, 10);
    expect(later[0]).toBe(0);
    expect(later.at(-1)).toBe(1);
    expect(opened).toBe(1);
  });

  it('is never loaded on this thread where they are wanted at once', async () => {
    const graph = await spreadOverThreads(() => Promise.reject(new Error('loaded here')), place, {
      atOnce: true,
      open: async () => ({ ask: async ({ ids }) => Float32Array.of(ids.length, 1) }),
    });
    expect(await runMany(graph, 30)).toEqual(Array(30).fill(1));
  });

  it('goes on without them where they do not start, or fail', async () => {
    const failing = [
      () => Promise.reject(new Error('no room')),
      async () => ({ ask: () => Promise.reject(new Error('a thread died')) }),
    ];
    for (const open of failing) {
      for (const atOnce of [false, true]) {
        const graph = await spreadOverThreads(loadHere, place, { atOnce, open });
        expect(await runMany(graph, 30)).toEqual(Array(30).fill(0));
      }
    }
  });

  it('stays on its own thread from the sources, which threads do not run', async () => {
    expect(await runMany(await spreadOverThreads(loadHere, place), 30)).toEqual(Array(30).fill(0));
  });
});

describe('the threads of the compiled reader', () => {
  let built: BuiltPackage;
  beforeAll(() => {
    built = buildPackage();
  });
  afterAll(() => built.remove());

  it('let a process end that never asked them', () => {
    const module = pathToFileURL(join(built.folder, 'dist/networks/readers.js')).href;
    const script = `
      import { openReaders } from ${JSON.stringify(module)};
      const { answers } = openReaders(${JSON.stringify(reportConfig().modelsDir)});
      for (let at = 0; at < 24; at++) await answers.readAnswers(['Sweden ' + at, 'It did.'], 'When?');
      process.stdout.write('read');
    `;
    const options = { encoding: 'utf8', timeout: 30_000 } as const;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], options)).toBe('read');
  });

  it('are one from the beginning for a single question, which says the same, asked or not', () => {
    const module = pathToFileURL(join(built.folder, 'dist/networks/readers.js')).href;
    const answer = (loading: string, asks: boolean) => {
      const script = `
        import { openReaders } from ${JSON.stringify(module)};
        const { answers } = openReaders(${JSON.stringify(reportConfig().modelsDir)}, ${loading});
        const ask = () => answers.readAnswers(['Sweden', 'Sweden banned the equipment in 2020.'], 'When?');
        process.stdout.write(JSON.stringify(${asks} ? await ask() : null));
      `;
      const options = { encoding: 'utf8', timeout: 30_000 } as const;
      return execFileSync(process.execPath, ['--input-type=module', '-e', script], options);
    };
    expect(answer('{ readerApart: true }', true)).toBe(answer('{}', true));
    expect(answer('{ readerApart: true }', false)).toBe('null');
  });

  it('leave nothing in the user’s folder, nor in a cache that is not theirs', () => {
    const home = mkdtempSync(join(tmpdir(), 'verse-home-'));
    const module = pathToFileURL(join(built.folder, 'dist/networks/encoder-pool.js')).href;
    const script = `
      import { openEncoderPool } from ${JSON.stringify(module)};
      const pool = await openEncoderPool(${JSON.stringify(reportConfig().modelsDir)}, { size: 2 });
      await pool.encodePassage(['Sweden banned the equipment in 2020.']);
      await pool.encodeQuery('When?');
      await pool.close();
    `;
    const { ORT_DISABLE_TELEMETRY: _, XDG_CACHE_HOME: __, ...environment } = processEnvironment;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...environment, HOME: home },
    });
    expect(readdirSync(home)).toEqual([]);
    rmSync(home, { recursive: true });
  });

  /** What a process of its own prints as JSON, which must end by itself, at once and well. */
  function readThere(ending: string): { before: unknown; after: unknown[] } {
    const module = pathToFileURL(join(built.folder, 'dist/networks/readers.js')).href;
    const script = `
      import { openReaders } from ${JSON.stringify(module)};
      const { answers } = openReaders(${JSON.stringify(reportConfig().modelsDir)});
      const read = (at) => answers.readAnswers(['Sweden ' + at, 'Sweden banned the equipment in 2020.'], 'When?');
      const before = await read(0);
      for (let at = 1; at < 30; at++) await read(at);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const { answers: fresh } = openReaders(${JSON.stringify(reportConfig().modelsDir)});
      const again = () => fresh.readAnswers(['Sweden 0', 'Sweden banned the equipment in 2020.'], 'When?');
      const after = [await again(), await read(40)];
      process.stdout.write(JSON.stringify({ before, after }));
      ${ending}
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    const parsed: { before: unknown; after: unknown[] } = JSON.parse(output);
    return parsed;
  }

  it.each([
    ['by itself', ''],
    [
      'told to, while they read',
      'for (let at = 50; at < 60; at++) void read(at); setTimeout(() => process.exit(0), 30);',
    ],
  ])('say what this thread says, to the bit, and let the process end %s', (_, ending) => {
    const { before, after } = readThere(ending);
    expect(after[0]).toEqual(before);
    expect(after[1]).toMatchObject({ sentences: [expect.any(Number)] });
  });
});
