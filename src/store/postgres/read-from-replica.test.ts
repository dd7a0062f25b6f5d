import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { encodeDocuments } from '../../testing/store/encode-documents.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { IndexHome } from '../index-home.ts';
import { createDatabaseHome } from './database-home.ts';

const encoder = createFakeEncoder();
const expected = { encoderId: encoder.id };

describe.skipIf(findPostgres() === undefined)('an index that is read from a replica', () => {
  let primary: TemporaryPostgres;
  let replica: TemporaryPostgres;
  const homes: IndexHome[] = [];
  beforeAll(() => {
    primary = startPostgres();
    replica = primary.startReplica();
  });
  afterAll(async () => {
    await Promise.all(homes.map((home) => home.close()));
    replica.remove();
    primary.remove();
  });
  /** A home of its own: one that found the replica wanting leaves it alone for a while. */
  function openHome(): IndexHome {
    const settings = { storeConnections: 2, storeTimeoutMs: 10_000, storeReplicaUrl: replica.storeUrl };
    const home = createDatabaseHome(primary.storeUrl, settings);
    homes.push(home);
    return home;
  }
  async function write(...ids: string[]): Promise<void> {
    const { document, passages } = sampleReport;
    const reports = ids.map((id) => ({
      document: { ...document, id },
      passages: passages.map((one) => ({ ...one, id: one.id.replace(document.id, id), documentId: id })),
      notes: [],
    }));
    const documents = await encodeDocuments(reports, encoder);
    const { id: encoderId, dimensions } = encoder;
    await openHome().change(encoderId, (change) =>
      change.write({ encoderId, dimensions, passageRules: 1, summarizer, documents }),
    );
  }
  const replicaHas = (id: string) =>
    expect.poll(() => replica.run(`select count(*) from documents where id = '${id}'`)).toBe('1');
  /** Connections of this program that have read documents' passages there. */
  const readers = ({ run }: TemporaryPostgres) =>
    Number(
      run(
        `select count(*) from pg_stat_activity where application_name = 'chapter-and-verse' and query like '%from passages%'`,
      ),
    );
  const firstOf = (id: string) => `${id}/2/1`;

  it('is read there, and from the primary where the replica is behind or gone', async () => {
    await write('a');
    await replicaHas('a');
    const store = await openHome().open(expected);
    expect((await store.passages([firstOf('a')])).size).toBe(1);
    expect([readers(replica), readers(primary)]).toEqual([1, 0]);

    replica.run('select pg_wal_replay_pause()');
    await write('a', 'b');
    const next = await openHome().open(expected);
    expect((await next.passages([firstOf('a'), firstOf('b')])).size).toBe(2);
    expect(readers(primary)).toBe(1);
    await next.close();
    replica.run('select pg_wal_replay_resume()');
    await replicaHas('b');

    replica.stop();
    expect((await store.passages([firstOf('a')])).size).toBe(1);
    replica.start();
    await store.close();
  });

  it('is not answered with half of it where it was replaced while the primary did not know the reader', async () => {
    await write('c');
    await replicaHas('c');
    const store = await openHome().open(expected);
    expect((await store.passages([firstOf('c')])).size).toBe(1);
    primary.restart();
    await write('d');
    await replicaHas('d');
    await expect.poll(() => replica.run(`select count(*) from documents where id = 'c'`)).toBe('0');
    await expect
      .poll(() => store.passages([firstOf('c')]).catch((error: unknown) => error))
      .toMatchObject({ code: 'stale-index' });
    await store.close();
  });
});
