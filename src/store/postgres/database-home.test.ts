import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { IngestedDocument, ReportDocument } from '../../core/types.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { encodeDocuments } from '../../testing/store/encode-documents.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { IndexHome, KeptDocument } from '../index-home.ts';
import { createDatabaseHome } from './database-home.ts';

const encoder = createFakeEncoder();
const expected = { encoderId: encoder.id, passageRules: 1, summaryRules: summarizer.rules };

/** The sample report under another name, and of its passages some. */
function makeReport(id: string, from = 0, to = Number.POSITIVE_INFINITY): IngestedDocument {
  const rename = (one: string) => one.replace(sampleReport.document.id, id);
  return {
    document: { ...sampleReport.document, id },
    passages: sampleReport.passages
      .slice(from, to)
      .map((passage) => ({ ...passage, id: rename(passage.id), documentId: id })),
    notes: sampleReport.notes.map((note) => ({ ...note, id: rename(note.id) })),
  };
}

describe.skipIf(findPostgres() === undefined)('an index in PostgreSQL', () => {
  let server: TemporaryPostgres;
  let database = '';
  let url = '';
  let count = 0;
  let home: IndexHome;
  const opened: IndexHome[] = [];
  const openHome = (address = url, storeTimeoutMs = 10_000) => {
    const one = createDatabaseHome(address, { storeConnections: 2, storeTimeoutMs });
    opened.push(one);
    return one;
  };
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server.remove());
  beforeEach(() => {
    count += 1;
    database = `reports_${count}`;
    url = server.createDatabase(database);
    home = openHome();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });

  /** Makes an index of reports that are read anew and of documents that stay. */
  async function write(
    reports: readonly IngestedDocument[],
    kept: readonly ReportDocument[] = [],
    into = home,
    signal?: AbortSignal,
  ): Promise<void> {
    const documents = [
      ...(await encodeDocuments(reports, encoder)),
      ...kept.map((document): KeptDocument => ({ document })),
    ].sort((left, right) => (left.document.id < right.document.id ? -1 : 1));
    const { id: encoderId, dimensions } = encoder;
    await into.change(encoderId, (change) =>
      change.write({ encoderId, dimensions, passageRules: 1, summarizer, documents }, { signal }),
    );
  }
  const ask = (sql: string) => server.run(sql, database);
  const idsOf = (report: IngestedDocument) => report.passages.map(({ id }) => id);

  it('is not there before the first ingest, and asking for it makes no table', async () => {
    expect(await home.revision()).toBe('');
    expect(await home.list()).toEqual([]);
    await expect(home.open(expected)).rejects.toMatchObject({
      code: 'no-index',
      sentence: expect.stringMatching(
        /^The database .*\/reports_\d+ has no index yet\. Run `verse ingest`\.$/,
      ),
    });
    expect(ask('select count(*) from pg_tables where schemaname = current_schema()')).toBe('0');
  });

  it('is answered as it was opened, whatever is ingested meanwhile, and then forgotten', async () => {
    const [before, after] = [makeReport('a', 0, 5), makeReport('a', 5)];
    await write([before, makeReport('b')]);
    const first = await home.revision();
    const old = await home.open(expected);
    const found = await old.findCandidates({ text: 'Huawei security', count: 20 });
    await write([after]);
    expect(await home.revision()).not.toBe(first);
    expect((await old.documents()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect([...(await old.passages(idsOf(before))).keys()]).toEqual(idsOf(before));
    expect(await old.findCandidates({ text: 'Huawei security', count: 20 })).toEqual(found);
    const next = await home.open(expected);
    expect((await next.documents()).map(({ id }) => id)).toEqual(['a']);
    expect([...(await next.passages([...idsOf(before), ...idsOf(after)])).keys()]).toEqual(idsOf(after));
    expect(next.made).toMatchObject({ documents: 1, passages: after.passages.length });

    await old.close();
    await home.change(encoder.id, ({ leave }) => leave());
    expect(ask('select id from documents')).toBe('a');
    expect(ask('select count(distinct edition) from passages')).toBe('1');
    const strangers =
      'select count(*) from vocabulary left join document_terms using (term) where edition is null';
    expect(ask(strangers)).toBe('0');
    expect([...(await next.passages(idsOf(after))).keys()]).toEqual(idsOf(after));
    await next.close();
  });

  it('notes each change in the transaction that makes it, by whom it is told', async () => {
    expect(await home.audit()).toEqual([]);
    const { id: encoderId, dimensions } = encoder;
    const put = async (reports: IngestedDocument[], by?: string) => {
      const documents = await encodeDocuments(reports, encoder);
      await home.change(
        encoderId,
        ({ write }) => write({ encoderId, dimensions, passageRules: 1, summarizer, documents }),
        { by },
      );
    };
    await put([makeReport('a'), makeReport('b')], 'anna');
    const broken = makeReport('c');
    const [first] = broken.passages;
    if (first !== undefined) first.chapter = 'Aus\0tria';
    await expect(put([broken], 'anna')).rejects.toMatchObject({ code: 'cannot-write' });
    await home.changeDocuments(
      (documents) => documents.map((one) => ({ ...one, title: `${one.title}!`, collection: 'press' })),
      { by: 'local:bob' },
    );
    await home.changeDocuments((documents) => [...documents].map((one) => ({ ...one, tags: ['x'] })));
    // Nobody is named, and the titles are those of the files again.
    await put([makeReport('a'), makeReport('b')]);
    await put([makeReport('b')], 'desk');
    const entries = await home.audit();
    expect(entries.map(({ by, event, document }) => `${by} ${event} ${document}`)).toEqual([
      'anna added a',
      'anna added b',
      'local:bob moved a',
      'local:bob renamed a',
      'local:bob moved b',
      'local:bob renamed b',
      'desk removed a',
    ]);
    const { sha256 } = sampleReport.document;
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(entries[0]).toEqual({ at, event: 'added', by: 'anna', document: 'a', sha256 });
    expect(entries[2]).toMatchObject({ collection: 'press' });
  });

  it('is as it was where an ingest fails in the middle, or is stopped', async () => {
    await write([makeReport('a')]);
    const before = await home.revision();
    const broken = makeReport('c');
    const [first] = broken.passages;
    // No text of PostgreSQL holds this sign.
    if (first !== undefined) first.chapter = 'Aus\0tria';
    await expect(write([makeReport('b'), broken])).rejects.toMatchObject({ code: 'cannot-write' });
    const stopping = AbortSignal.abort(new Error('Nobody waits for it.'));
    await expect(write([makeReport('b')], [], home, stopping)).rejects.toThrow('Nobody waits for it.');
    expect(await home.revision()).toBe(before);
    expect(ask('select id from documents')).toBe('a');
  });

  it('keeps documents as they are, but for what is said of them', async () => {
    const [a, b] = [makeReport('a'), makeReport('b', 0, 3)];
    await write([a, b]);
    const editions = ask('select edition from documents order by id');
    await write([], [{ ...a.document, file: '/elsewhere/a.pdf' }, b.document]);
    expect(ask('select edition from documents order by id')).toBe(editions);
    const known = await home.change(encoder.id, async ({ previous }) => ({
      files: previous?.documents.map(({ file }) => file),
      counts: previous?.passageCounts,
      taken: await previous?.takeDocument('b'),
    }));
    expect(known.files).toEqual(['/elsewhere/a.pdf', b.document.file]);
    expect(known.counts).toEqual(
      new Map([
        ['a', a.passages.length],
        ['b', 3],
      ]),
    );
    expect(known.taken?.passages).toEqual(b.passages);
  });

  it('gives back what the encoder made of passages', async () => {
    const [encoded] = await encodeDocuments([makeReport('a')], encoder);
    await write([makeReport('a')]);
    const hashes = encoded?.encodings.map(({ hash }) => hash) ?? [];
    const known = await home.change(encoder.id, async ({ previous }) =>
      previous?.encodings([...hashes, 'unknown']),
    );
    expect([...(known ?? [])].sort()).toEqual(
      (encoded?.encodings ?? []).map((one) => [one.hash, one] as const).sort(),
    );
  });

  it('has titles that are set by hand, not in what is open already', async () => {
    await write([makeReport('a'), makeReport('b')]);
    const open = await home.open(expected);
    const rename = (documents: readonly ReportDocument[]) =>
      documents.map((one) => (one.id === 'a' ? { ...one, title: 'Europe and China' } : one));
    const before = await home.revision();
    await home.changeDocuments((documents) => documents);
    expect(await home.revision()).toBe(before);
    await home.changeDocuments(rename);
    const titles = (documents: readonly { title?: string }[]) => documents.map(({ title }) => title);
    const { title } = sampleReport.document;
    expect(titles(await home.list())).toEqual(['Europe and China', title]);
    expect(titles(await open.documents())).toEqual([title, title]);
    await open.close();
  });

  it('is changed by one at a time', async () => {
    await write([makeReport('a')]);
    const second = openHome(url, 500);
    await home.change(encoder.id, async () => {
      await expect(write([makeReport('b')], [], second)).rejects.toMatchObject({
        code: 'index-locked',
        sentence: expect.stringMatching(/another ingest is running\. Wait for it to end\.$/),
      });
    });
    await write([makeReport('b')], [], second);
    expect(ask('select id from documents where removed is null')).toBe('b');
  });

  it('answers on after a restart of the database', async () => {
    const report = makeReport('a');
    await write([report]);
    const store = await home.open(expected);
    expect(await store.countPassages({})).toBe(report.passages.length);
    server.restart();
    expect([...(await store.passages(idsOf(report))).keys()]).toEqual(idsOf(report));
    // It holds its revision again.
    await write([makeReport('b')]);
    expect([...(await store.passages(idsOf(report))).keys()]).toEqual(idsOf(report));
    await store.close();
  });

  it('is not answered with half of it where it was replaced while the reader was away', async () => {
    await write([makeReport('a')]);
    const store = await home.open(expected);
    server.restart();
    await write([makeReport('b')], [], openHome());
    await expect(store.passages(['a/2/1'])).rejects.toMatchObject({
      code: 'stale-index',
      sentence: expect.stringMatching(
        /was away, and an ingest has replaced the index meanwhile\. Ask again\.$/,
      ),
    });
    await store.close();
  });

  it('says what is wrong while the database is away, and who it is, without its password', async () => {
    await write([makeReport('a')]);
    const secret = url.replace('verse@', 'verse:geheim@');
    const store = await openHome(secret).open(expected);
    server.stop();
    try {
      const failure = await store.passages(['a/2/1']).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'database-away' });
      expect(String(failure)).toMatch(/The database .*reports_\d+ (cannot be reached|was shut down)/);
      expect(JSON.stringify(failure) + String(failure)).not.toContain('geheim');
    } finally {
      server.start();
    }
    expect((await store.passages(['a/2/1'])).size).toBe(1);
    await store.close();
  });

  it('is refused where another encoder, other rules or a later version made it', async () => {
    await write([makeReport('a')]);
    for (const [other, what] of [
      [{ ...expected, encoderId: 'other' }, `the encoder ${encoder.id}; this program uses other`],
      [{ ...expected, passageRules: 2 }, 'passage rules 1; this program uses 2'],
      [{ ...expected, summaryRules: 0 }, `summary rules ${summarizer.rules}; this program uses 0`],
    ] as const) {
      await expect(home.open(other)).rejects.toMatchObject({
        code: 'stale-index',
        message: expect.stringContaining(`was built with ${what}`),
      });
    }
    expect(await home.change('other', async ({ previous, known }) => [previous, known.length])).toEqual([
      undefined,
      1,
    ]);
    ask('insert into verse_schema (version) values (99)');
    const later = expect.objectContaining({
      code: 'stale-index',
      sentence: expect.stringMatching(
        /was built with tables of version 99; this program uses \d+\. Bring the program up to date\.$/,
      ),
    });
    await expect(home.open(expected)).rejects.toThrow(later);
    await expect(write([makeReport('b')])).rejects.toThrow(later);
  });

  it('is asked by a user who may only read, and who cannot ingest', async () => {
    await write([makeReport('a')]);
    const role = `reader_${count}`;
    ask(`create role ${role} login; grant select on all tables in schema public to ${role}`);
    const asReader = openHome(url.replace('verse@', `${role}@`));
    const store = await asReader.open(expected);
    const { vector } = await encoder.encodeQuery('Huawei');
    const { byVector, byKeyword } = await store.findCandidates({ vector, text: 'Huaweii', count: 3 });
    expect([byVector.length, byKeyword.length]).toEqual([3, expect.any(Number)]);
    await store.close();
    await expect(write([makeReport('b')], [], asReader)).rejects.toMatchObject({
      code: 'cannot-write',
      sentence: expect.stringMatching(
        /does not give this user the rights that are needed\. docs\/guides\/scale\.md lists/,
      ),
    });
  });

  it('gives no passage or note that is not as it was ingested', async () => {
    const report = makeReport('a');
    await write([report]);
    const [passage = ''] = idsOf(report);
    const [note] = report.notes;
    ask(
      `update passages set record = replace(record::text, 'Chinese', 'Danish')::json where id = '${passage}'`,
    );
    ask(`update notes set record = '{}'`);
    const store = await home.open(expected);
    const damaged = {
      code: 'damaged-index',
      message: expect.stringContaining(`: ${passage} is not as it was`),
    };
    await expect(store.passages([passage])).rejects.toMatchObject(damaged);
    await expect(store.readStretch({ documents: ['a'] })).rejects.toMatchObject(damaged);
    await expect(store.notes([note?.id ?? ''])).rejects.toMatchObject({ code: 'damaged-index' });
    await store.close();
    await expect(home.open(expected, { everySum: true })).rejects.toMatchObject(damaged);
  });
});
