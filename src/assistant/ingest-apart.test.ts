import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import type { Progress } from '../core/types.ts';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import { canFindIngest, findIngestProcess } from '../testing/cli/find-ingest-process.ts';
import { makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import type { ingestApart as IngestApart } from './ingest-apart.ts';
import { listKnown } from './own-reports.ts';

let built: BuiltPackage;
/** As compiled, since nothing else starts a process. */
let ingestApart: typeof IngestApart;
beforeAll(async () => {
  built = buildPackage();
  const path = join(built.folder, 'dist', 'assistant', 'ingest-apart.js');
  ({ ingestApart } = await import(pathToFileURL(path).href));
});
afterAll(() => built.remove());

let config: Config;
let root = '';
let report = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verse-apart-'));
  const indexDir = join(root, 'library');
  config = loadConfig({ indexDir, corpusDir: join(indexDir, 'reports') }, {}, root);
  report = join(root, 'etnc.pdf');
  writeFileSync(report, makeReport([sweden, poland]));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const known = async () => (await listKnown(config)).map(({ id, collection }) => [id, collection]);

/** Ends the process of the ingest under way. */
function killIngest(): void {
  const own = findIngestProcess(process.pid);
  if (own === undefined) throw new Error('No ingest is under way.');
  process.kill(own, 'SIGKILL');
}

describe('an ingest in a process of its own', () => {
  it('reads into the index, tells how far it is, and ends', async () => {
    const told: Progress[] = [];
    const made = await ingestApart(config, [report], {
      collection: 'press',
      onProgress: (progress) => told.push(progress),
    });
    expect(made).toMatchObject({ changed: true, passages: { total: 3, encoded: 3 } });
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['read etnc', 'encode', 'write']));
    expect(await known()).toEqual([['etnc', 'press']]);
    if (canFindIngest) expect(findIngestProcess(process.pid)).toBeUndefined();
  });

  it('refuses what is refused, by its sentence', async () => {
    writeFileSync(report, readFileSync(report).subarray(0, 800));
    await expect(ingestApart(config, [report])).rejects.toMatchObject({
      name: 'VerseError',
      code: 'damaged-pdf',
      sentence: `${report}: the file breaks off before the PDF's end mark (800 bytes). Copy or download it again.`,
    });
    const byName = expect.stringMatching(/^etnc\.pdf: the file breaks off/);
    await expect(ingestApart(config, [report], { byName: true })).rejects.toMatchObject({ sentence: byName });
    expect(await known()).toEqual([]);
  });

  it('stops for its signal, throws the reason, and leaves the index free for the next', async () => {
    const stopping = new AbortController();
    const reason = new Error('It was cancelled.');
    const { signal } = stopping;
    const stopped = ingestApart(config, [report], { signal, onProgress: () => stopping.abort(reason) });
    await expect(stopped).rejects.toBe(reason);
    await expect(ingestApart(config, [report], { signal })).rejects.toBe(reason);
    expect(await known()).toEqual([]);
    expect(await ingestApart(config, [report])).toMatchObject({ changed: true });
  });

  it('takes documents out', async () => {
    const other = join(root, 'other.pdf');
    writeFileSync(other, makeReport([poland]));
    await ingestApart(config, [report, other]);
    expect(await ingestApart(config, [], { remove: ['etnc'] })).toMatchObject({ changed: true });
    expect(await known()).toEqual([['other', undefined]]);
  });

  it.skipIf(!canFindIngest)('says so where the process is ended, which ends nothing else', async () => {
    let isKilled = false;
    const onProgress = () => {
      if (!isKilled) killIngest();
      isKilled = true;
    };
    await expect(ingestApart(config, [report], { onProgress })).rejects.toMatchObject({
      code: 'over-limit',
      sentence:
        `${report}: the process that reads it into the index ended (SIGKILL), so the index stays as it was. ` +
        'Read it where more memory is free, or split it into several files.',
    });
    expect(await ingestApart(config, [report])).toMatchObject({ changed: true });
  });

  it.skipIf(!canFindIngest)('says so where it was to take documents out', async () => {
    await ingestApart(config, [report]);
    const removed = expect(ingestApart(config, [], { remove: ['etnc'] })).rejects.toMatchObject({
      code: 'over-limit',
      sentence:
        'etnc: the process that takes it out of the index ended (SIGKILL), so the index stays as it was. ' +
        'Do it again where more memory is free.',
    });
    await expect.poll(() => findIngestProcess(process.pid), { interval: 2 }).toBeDefined();
    killIngest();
    await removed;
  });
});
