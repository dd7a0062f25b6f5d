import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { encodeDocuments } from '../../testing/store/encode-documents.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type {
  DocumentQueue,
  QueuedFile,
  TakenDocument,
  WorkerIndex,
  WriteOptions,
} from '../document-queue.ts';
import type { EncodedDocument, IndexHome } from '../index-home.ts';
import { sumOf } from '../sum-of.ts';
import { createDatabaseHome } from './database-home.ts';

const encoder = createFakeEncoder();
const expected = { encoderId: encoder.id, passageRules: 1, summaryRules: summarizer.rules };
const index: WorkerIndex = { ...expected, dimensions: encoder.dimensions, summarizer };

describe.skipIf(findPostgres() === undefined)('the queue of a database', () => {
  let server: TemporaryPostgres;
  let database = '';
  let url = '';
  let count = 0;
  let folder = '';
  const homes: IndexHome[] = [];
  const openHome = (storeFiles = 'paths') => {
    const home = createDatabaseHome(url, { storeConnections: 2, storeTimeoutMs: 2000, storeFiles });
    homes.push(home);
    return home;
  };
  const openQueue = (storeFiles?: string): DocumentQueue => openHome(storeFiles).queue;
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server.remove());
  beforeEach(() => {
    count += 1;
    database = `queue_${count}`;
    url = server.createDatabase(database);
    folder = mkdtempSync(join(tmpdir(), 'verse-queue-'));
  });
  afterEach(async () => {
    await Promise.all(homes.splice(0).map((home) => home.close()));
    rmSync(folder, { recursive: true, force: true });
  });

  const fileOf = (id: string, bytes = `%PDF-1.7 of ${id}`): QueuedFile => {
    const file = join(folder, `${id}.pdf`);
    writeFileSync(file, bytes);
    return { id, file, sha256: sumOf(Buffer.from(bytes)), tags: [], by: 'local:anna' };
  };
  /** Of the sample report, under another name. */
  async function encode({ id, file, sha256 }: QueuedFile): Promise<EncodedDocument> {
    const passages = sampleReport.passages.map((passage) => ({
      ...passage,
      id: passage.id.replace(sampleReport.document.id, id),
      documentId: id,
    }));
    const document = { ...sampleReport.document, id, file, sha256 };
    const [encoded] = await encodeDocuments([{ document, passages, notes: [] }], encoder);
    if (encoded === undefined) throw new Error('One is given.');
    return encoded;
  }
  async function write(taken: TakenDocument): Promise<boolean> {
    const document = await encode(taken.entry);
    return (await taken.write(index, () => document)).isWritten;
  }
  const states = async (queue: DocumentQueue) =>
    (await queue.list()).map(({ id, state }) => `${id} ${state}`);
  const ask = (sql: string) => server.run(sql, database);
  async function take(queue: DocumentQueue): Promise<TakenDocument> {
    const taken = await queue.take(expected);
    if (taken === undefined) throw new Error('Nothing is left to take.');
    return taken;
  }

  it('gives each document to one worker, in the order in which they were put there', async () => {
    const [one, other] = [openQueue(), openQueue()];
    const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => fileOf(id));
    expect((await one.put(files)).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'a waiting',
      'b waiting',
      'c waiting',
      'd waiting',
      'e waiting',
      'f waiting',
    ]);
    const taken = await Promise.all([one, other, one, other, one, other].map(take));
    expect(taken.map(({ entry }) => entry.id).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(await one.take(expected)).toBeUndefined();
    expect(await states(other)).toEqual(files.map(({ id }) => `${id} working`));
    expect(await Promise.all(taken.map(write))).toEqual(taken.map(() => true));
    expect(await states(other)).toEqual(files.map(({ id }) => `${id} done`));
    expect(ask('select count(*), count(distinct id) from documents where removed is null')).toBe('6|6');
    expect(await one.take(expected)).toBeUndefined();
  });

  it('lists what waits and is read under an id for all servers, and makes no tables for that', async () => {
    const [one, other] = [openQueue(), openQueue()];
    expect(await other.underWay()).toEqual([]);
    expect(ask(`select to_regclass('queue') is null`)).toBe('t');
    const upload = '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10';
    await one.put([{ ...fileOf('a'), upload }, fileOf('b'), fileOf('c')]);
    // Whoever puts it there again without one leaves it its own.
    await one.put([fileOf('a')]);
    await (await take(one)).refuse('a.pdf: not a PDF. Give a PDF file.');
    await one.retry();
    await take(one);
    ask(`update queue set state = 'done' where document = 'c'`);
    const [first, second, ...more] = await other.underWay();
    expect([first, second].map((entry) => `${entry?.id} ${entry?.state}`)).toEqual([
      'a working',
      'b waiting',
    ]);
    expect(more).toEqual([]);
    expect(first?.upload).toBe(upload);
    expect(second?.upload).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lists what a server reads itself, as far as it told last, and gives it to no worker', async () => {
    const [reading, other] = [openQueue(), openQueue()];
    const [first, second] = ['7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10', '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a11'];
    const held = { file: '/sent/a.pdf', by: 'desk', progress: null };
    await reading.hold([
      { ...held, id: 'a', collection: 'press', upload: first },
      { ...held, id: 'b', upload: second },
    ]);
    // An answer that was lost on its way: it is asked for once more.
    await reading.hold([{ ...held, id: 'b', upload: second }]);
    expect(await states(other)).toEqual(['a waiting', 'b waiting']);
    const progress = { stages: [{ stage: 'read', done: 3, total: 194 }], secondsLeft: 12 };
    expect((await reading.tell([{ upload: first, progress }])).sort()).toEqual([first]);
    const [a] = await other.underWay();
    expect(a).toMatchObject({ id: 'a', state: 'working', collection: 'press', upload: first, progress });
    expect(await other.take(expected)).toBeUndefined();
    expect([await other.retry(), await other.clear()]).toEqual([0, 0]);
    // Cancelled at another server: whoever reads it hears of that when it tells the next time.
    expect(await other.remove(a?.number ?? 0)).toBe(true);
    const told = [first, second].map((upload) => ({ upload, progress }));
    expect(await reading.tell(told)).toEqual([second]);
    await reading.letGo([second]);
    expect(await states(other)).toEqual([]);
  });

  it('lists nothing of a server that has not told of it for a while, until it does again', async () => {
    const queue = openQueue();
    const upload = '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10';
    await queue.hold([{ id: 'a', file: '/sent/a.pdf', by: 'desk', upload, progress: null }]);
    ask(`update queue set changed_at = now() - interval '1 minute'`);
    expect([await queue.list(), await queue.underWay()]).toEqual([[], []]);
    expect(await queue.tell([{ upload, progress: null }])).toEqual([upload]);
    expect(await states(queue)).toEqual(['a waiting']);
    ask(`update queue set changed_at = now() - interval '25 hours'`);
    await queue.put([fileOf('b')]);
    expect(ask('select document from queue')).toBe('b');
  });

  it('keeps one connection, however much is asked of it at once', async () => {
    const queue = openQueue();
    await queue.list();
    await Promise.all([queue.list(), queue.list(), queue.remove(1), queue.retry(), queue.clear()]);
    const count = `select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await expect.poll(() => ask(count)).toBe('1');
  });

  it('leaves the document of a worker whose connection ends to another, and keeps what ends five of them', async () => {
    const queue = openQueue();
    await queue.put([fileOf('a')]);
    const kill = () =>
      ask(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid > 2147483647`,
      );
    const first = await take(openQueue());
    kill();
    await expect.poll(() => states(queue)).toEqual(['a waiting']);
    // It has lost the document, so what it read is not written.
    await expect(write(first)).rejects.toMatchObject({ code: 'database-away' });
    await first.giveBack();
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      const { entry } = await take(openQueue());
      expect(entry.attempts).toBe(attempt);
      kill();
      await expect.poll(() => states(queue)).toEqual(['a waiting']);
    }
    expect(await openQueue().take(expected)).toBeUndefined();
    expect(await queue.list()).toMatchObject([
      { state: 'failed', problem: 'The workers that had it ended before it was done, 5 times.' },
    ]);
    expect(await queue.retry()).toBe(1);
    expect((await take(queue)).entry.attempts).toBe(1);
  });

  it('keeps what is refused with its sentence until it is put there again or cleared', async () => {
    const queue = openQueue();
    const [a, b] = [fileOf('a'), fileOf('b')];
    await queue.put([a, b]);
    for (const id of ['a', 'b']) await (await take(queue)).refuse(`${id}.pdf: not a PDF.`);
    expect(await queue.take(expected)).toBeUndefined();
    expect((await queue.list()).map(({ problem }) => problem)).toEqual([
      'a.pdf: not a PDF.',
      'b.pdf: not a PDF.',
    ]);
    const [again] = await queue.put([a]);
    expect(again).toMatchObject({ state: 'waiting', problem: null, attempts: 0 });
    expect(await states(queue)).toEqual(['b failed', 'a waiting']);
    expect(await queue.clear()).toBe(1);
    expect(await states(queue)).toEqual(['a waiting']);
  });

  it('has a file once that is put there twice, and reads a later version after the earlier one', async () => {
    const queue = openQueue();
    const [earlier] = await queue.put([fileOf('a', '%PDF-1.7 first')]);
    const [same] = await queue.put([{ ...fileOf('a', '%PDF-1.7 first'), tags: ['10-K'], year: 2024 }]);
    expect(same).toEqual({ ...earlier, tags: ['10-K'], year: 2024 });
    const later = fileOf('a', '%PDF-1.7 second');
    await queue.put([later, fileOf('b')]);
    const first = await take(queue);
    const second = await take(queue);
    expect([first, second].map(({ entry }) => entry.id)).toEqual(['a', 'b']);
    expect(await queue.take(expected)).toBeUndefined();
    await write(first);
    const third = await take(queue);
    expect(third.known?.sha256).toBe(first.entry.sha256);
    await write(third);
    expect(ask(`select sha256 from documents where id = 'a' and removed is null`)).toBe(later.sha256);
    await second.giveBack();
    expect((await take(queue)).entry).toMatchObject({ id: 'b', attempts: 1 });
  });

  it('notes who put a document there, and keeps what is noticed of it, with the document or not at all', async () => {
    const home = openHome();
    const queue = openQueue();
    const sketch = { rules: 1, sentences: 2, hashes: [7, 9] };
    // A title may hold what looks like a sketch, and the sign that no text of PostgreSQL has.
    const title = 'A "sketch":{"rules":2}\0';
    const writeAs = async (taken: TakenDocument, notice: WriteOptions['notice']) => {
      const document = await encode(taken.entry);
      const made = { ...document, document: { ...document.document, title, sketch } };
      return taken.write(index, () => made, { ...(notice && { notice }) });
    };
    await queue.put([fileOf('a'), { ...fileOf('b'), by: 'desk' }]);
    await writeAs(await take(queue), undefined);
    const failing = await take(queue);
    await expect(
      writeAs(failing, async () => {
        throw new Error('It cannot be told.');
      }),
    ).rejects.toThrow('It cannot be told.');
    await failing.giveBack();
    expect((await home.audit()).map(({ by, document }) => `${by} ${document}`)).toEqual(['local:anna a']);
    const edition = { document: 'b', like: 'a', share: 0.75, isDuplicate: false };
    const written = await writeAs(await take(queue), async (own, { documents, passages }) => {
      expect([own.document.id, documents]).toEqual(['b', [{ id: 'a', sketch }]]);
      expect(await passages('a')).toHaveLength(own.passages.length);
      return edition;
    });
    expect(written).toEqual({ isWritten: true, edition });
    expect((await queue.list()).map(({ id, edition }) => [id, edition])).toEqual([
      ['a', null],
      ['b', edition],
    ]);
    await queue.put([{ ...fileOf('a', '%PDF-1.7 second'), by: 'desk' }]);
    await write(await take(queue));
    const entries = await home.audit();
    expect(entries.map(({ by, event, document }) => `${by} ${event} ${document}`)).toEqual([
      'local:anna added a',
      'desk added b',
      'desk replaced a',
    ]);
  });

  it('writes nothing of a document that was taken off meanwhile, and nothing in part', async () => {
    const queue = openQueue();
    await queue.put([fileOf('a'), fileOf('b')]);
    const [dropped, broken] = [await take(queue), await take(queue)];
    ask(`delete from queue where document = 'a'`);
    expect(await write(dropped)).toBe(false);
    expect(await queue.take(expected)).toBeUndefined();
    const document = await encode(broken.entry);
    const [passage] = document.passages;
    // No text of PostgreSQL holds this sign.
    if (passage !== undefined) passage.chapter = 'Aus\0tria';
    await expect(broken.write(index, () => document)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await states(queue)).toEqual(['b working']);
    expect(ask('select count(*) from documents')).toBe('0');
    await broken.giveBack();
    expect(await states(queue)).toEqual(['b waiting']);
  });

  it('leaves a document to be taken again that is put there with other tags while it is being read', async () => {
    const queue = openQueue();
    const file = fileOf('a');
    await queue.put([file]);
    const first = await take(queue);
    await openQueue().put([{ ...file, tags: ['10-K'], collection: 'press' }]);
    expect(await write(first)).toBe(false);
    const second = await take(queue);
    expect(second.entry).toMatchObject({ tags: ['10-K'], collection: 'press', attempts: 1 });
    await openQueue().put([{ ...file, tags: ['10-K'], year: 2024 }]);
    await second.finish();
    const third = await take(queue);
    expect(third.entry).toMatchObject({ tags: ['10-K'], year: 2024, attempts: 1 });
    expect(await write(third)).toBe(true);
    expect(await states(queue)).toEqual(['a done']);
  });

  it('is worked on while documents are renamed, and not by a worker of other rules', async () => {
    const home = openHome();
    const queue = openQueue();
    await queue.put([fileOf('a')]);
    await write(await take(queue));
    await queue.put([fileOf('a', '%PDF-1.7 second')]);
    const taken = await take(queue);
    await home.changeDocuments((documents) => documents.map((one) => ({ ...one, tags: ['annex'] })));
    const document = await encode(taken.entry);
    await taken.write(index, (known) => ({
      ...document,
      document: { ...document.document, ...(known?.tags && { tags: known.tags }) },
    }));
    expect(await home.list()).toMatchObject([{ id: 'a', sha256: taken.entry.sha256, tags: ['annex'] }]);
    await expect(queue.take({ ...expected, passageRules: 2 })).rejects.toMatchObject({
      code: 'stale-index',
      sentence: expect.stringMatching(
        /passage rules 1; this program uses 2\. Run `verse ingest` to build it again\.$/,
      ),
    });
  });

  it.each([
    'database',
    'folder',
  ])('keeps the files in the %s, for whoever has not the path', async (place) => {
    const kept = join(folder, 'kept');
    const storeFiles = place === 'folder' ? kept : 'database';
    const queue = openQueue(storeFiles);
    const bytes = `%PDF-1.7 ${'of more than a part of it '.repeat(90_000)}`;
    const file = fileOf('a', bytes);
    await queue.put([file]);
    rmSync(file.file);
    const taken = await take(queue);
    expect(readFileSync(await taken.openFile(), 'utf8')).toBe(bytes);
    await write(taken);
    const home = openHome(storeFiles);
    const store = await home.open(expected);
    const [document] = await store.documents();
    if (document === undefined) throw new Error('One was written.');
    expect(readFileSync(await store.locateFile(document), 'utf8')).toBe(bytes);
    const unknown = { ...document, id: 'b', sha256: '0'.repeat(64) };
    expect([...(await store.findMissing([document, unknown]))]).toEqual(['b']);
    const isKept = () =>
      place === 'folder'
        ? readdirSync(kept).length
        : Number(ask('select count(distinct sha256) from file_parts'));
    expect(isKept()).toBe(1);
    if (place === 'folder') {
      // Cut off since: taking the file in again makes it whole.
      writeFileSync(join(kept, `${file.sha256}.file`), '%PDF-1.7');
      await queue.put([fileOf('a', bytes)]);
      expect(readFileSync(await store.locateFile(document), 'utf8')).toBe(bytes);
      await (await take(queue)).finish();
    }
    await store.close();
    // The next version's file is kept in the place of the one before.
    await queue.put([fileOf('a', '%PDF-1.7 second')]);
    await write(await take(queue));
    expect(isKept()).toBe(1);
    await expect(
      openQueue(storeFiles).put([{ ...fileOf('b'), sha256: '0'.repeat(64) }]),
    ).rejects.toMatchObject({
      code: 'cannot-read',
      sentence: expect.stringMatching(/b\.pdf: the file changed while it was read\. Try again\.$/),
    });
    expect(isKept()).toBe(1);
  });
});
