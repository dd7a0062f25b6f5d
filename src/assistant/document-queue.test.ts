import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import { findPostgres } from '../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../workshop/attack/machines/temporary-postgres.ts';
import { enqueueDocuments, withQueue } from './document-queue.ts';

let folder = '';
let config: Config;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-enqueued-'));
  config = loadConfig({ indexDir: join(folder, 'index'), corpusDir: folder }, {}, folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string) => {
  const path = join(folder, name);
  writeFileSync(path, `%PDF-1.7 ${name}`);
  return path;
};

describe('a queue', () => {
  it('is not there where the index is in a folder', async () => {
    await expect(enqueueDocuments(config, [put('annex.pdf')])).rejects.toMatchObject({
      code: 'bad-input',
      sentence:
        'A queue is in a database, and VERSE_STORE names none. Set it (docs/guides/scale.md), or leave --queue out: ' +
        '`verse add` reads files at once.',
    });
  });
});

describe.skipIf(findPostgres() === undefined)('files that are put into the queue of a database', () => {
  let server: TemporaryPostgres;
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server.remove());

  it('wait there with their tags, year and collection; those that are not there are named', async () => {
    const inDatabase = { ...config, storeUrl: server.storeUrl };
    const gone = join(folder, 'gone.pdf');
    const { queued, refused } = await enqueueDocuments(inDatabase, [put('annex.pdf'), gone], {
      tags: ['10-K'],
      year: 2024,
      collection: 'filings',
    });
    expect(queued).toMatchObject([
      { id: 'annex', tags: ['10-K'], year: 2024, collection: 'filings', state: 'waiting', attempts: 0 },
    ]);
    expect(refused).toEqual([
      { file: gone, problem: expect.stringMatching(/gone\.pdf: no such file\. Check the path\.$/) },
    ]);
    expect(await withQueue(inDatabase, (queue) => queue.list())).toEqual(queued);
    await expect(enqueueDocuments(inDatabase, [gone])).rejects.toMatchObject({ code: 'cannot-read' });
    // Without names: the corpus folder.
    put('report.pdf');
    const all = await enqueueDocuments(inDatabase, []);
    expect(all.queued.map(({ id }) => id).sort()).toEqual(['annex', 'report']);
  });
});
