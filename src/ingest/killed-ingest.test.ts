/** An ingest that is killed at every stage, as by a power cut. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import { statuses, useIngestFolder } from '../testing/documents/ingest-folder.ts';
import type { IngestUntilKilled, Moment } from '../testing/documents/killed-ingest.ts';
import { italy, makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { readWhole } from '../testing/store/index-contents.ts';

const folder = useIngestFolder();
const { run, put, openIt, bestPassage, listIndex } = folder;

describe('an ingest that is killed', () => {
  let built: BuiltPackage;
  beforeAll(() => {
    built = buildPackage();
  });
  afterAll(() => built.remove());

  function ingestUntilKilled(moment: Moment): void {
    const program = join(built.folder, 'dist', 'testing', 'documents', 'killed-ingest.js');
    const task: IngestUntilKilled = { corpusDir: folder.corpusDir, indexDir: folder.indexDir, moment };
    const { signal, stderr } = spawnSync(process.execPath, [program, JSON.stringify(task)], {
      encoding: 'utf8',
    });
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    expect(existsSync(join(folder.indexDir, 'lock'))).toBe(true);
  }

  const question = 'revenue and employees of the Italian biopharma sector';
  const moments: [string, Moment][] = [
    ['while it reads', { stage: 'read', done: 1 }],
    ['while it encodes', { stage: 'encode', done: 1 }],
    ['when everything is encoded', { stage: 'encode', done: 2 }],
    ['when the first file is written', { stage: 'write', done: 1 }],
    ['in the middle of a file', 'in the middle of a file'],
    ['between two files', { stage: 'write', done: 2 }],
    ['when all files are written', { stage: 'write', done: 3 }],
    ['before its folder has its name', 'before the folder is named'],
    ['right before the pointer is replaced', 'before the rename'],
  ];

  it.each(
    moments,
  )('%s leaves the old index answering, and the next one succeeds and tidies up', async (_, moment) => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([sweden, italy]));
    ingestUntilKilled(moment);
    expect((await readWhole(await openIt())).passages.map(({ chapter }) => chapter)).toEqual([
      'Sweden',
      'Poland',
      'Poland',
    ]);
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
    const report = await run();
    expect(statuses(report)).toEqual({ etnc: 'changed' });
    expect(await bestPassage(question)).toBe(italy.paragraphs[0]);
    expect(listIndex()).toEqual(['build', 'current']);
  });

  it('right after the pointer is replaced has the new index answering, and the next one only tidies up', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([sweden, italy]));
    ingestUntilKilled('after the rename');
    expect(listIndex()).toEqual(['build', 'build', 'current', 'lock']);
    expect(await bestPassage(question)).toBe(italy.paragraphs[0]);
    expect(await run()).toMatchObject({ changed: false });
    expect(listIndex()).toEqual(['build', 'current']);
    expect(await bestPassage(question)).toBe(italy.paragraphs[0]);
  });

  it('leaves no trace either where the change is taken back', async () => {
    put('etnc.pdf', makeReport([sweden, poland]));
    await run();
    put('etnc.pdf', makeReport([sweden, italy]));
    ingestUntilKilled('before the rename');
    expect(listIndex()).toEqual(['build', 'build', 'current', 'current.new', 'lock']);
    put('etnc.pdf', makeReport([sweden, poland]));
    expect(await run()).toMatchObject({ changed: false });
    expect(listIndex()).toEqual(['build', 'current']);
  });

  it('before there was any index leaves none, and the next one makes it', async () => {
    put('etnc.pdf', makeReport([sweden]));
    ingestUntilKilled({ stage: 'write', done: 2 });
    await expect(openIt()).rejects.toMatchObject({ code: 'no-index' });
    expect(statuses(await run())).toEqual({ etnc: 'new' });
    expect(listIndex()).toEqual(['build', 'current']);
  });
});
