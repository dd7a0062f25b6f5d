import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdQuotaContract } from '../../testing/store/quota-counts-contract.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import { createDatabaseHome } from './database-home.ts';

describe.skipIf(findPostgres() === undefined)('over PostgreSQL', () => {
  let server: TemporaryPostgres;
  let database = '';
  let url = '';
  let count = 0;
  const homes: ReturnType<typeof createDatabaseHome>[] = [];
  const openCounts = (address = url) => {
    const home = createDatabaseHome(address, { storeConnections: 2, storeTimeoutMs: 5000 });
    homes.push(home);
    return home.quotas;
  };
  const ask = (sql: string) => server.run(sql, database);
  /** Makes the tables, as an ingest does. */
  const makeTables = async () => void (await homes[0]?.queue.list());
  beforeAll(() => {
    server = startPostgres();
  });
  afterAll(() => server.remove());
  beforeEach(() => {
    count += 1;
    database = `quotas_${count}`;
    url = server.createDatabase(database);
  });
  afterEach(() => Promise.all(homes.splice(0).map((home) => home.close())));

  holdQuotaContract('PostgreSQL', async () => {
    const [one, other] = [openCounts(), openCounts()];
    await makeTables();
    return {
      one,
      other,
      elapse: (seconds) =>
        void ask(`update quota_uses set ends_at = ends_at - interval '${seconds} seconds'`),
    };
  });

  const use = { name: 'press-desk', limit: 3, seconds: 86_400, calls: 1 };

  it('are there still when all servers were started anew', async () => {
    const first = openCounts();
    await makeTables();
    await first.take({ ...use, calls: 2 });
    await Promise.all(homes.splice(0).map((home) => home.close()));
    expect(await openCounts().take(use)).toMatchObject({ remaining: 0 });
  });

  it('take one row a token and length of time, however often it asks', async () => {
    const counts = openCounts();
    await makeTables();
    for (const seconds of [60, 86_400, 60, 86_400]) await counts.take({ ...use, seconds });
    expect(ask('select token, seconds, used from quota_uses order by seconds')).toBe(
      'press-desk|60|2\npress-desk|86400|2',
    );
  });

  it('count nothing without tables, and for a user who may not write them', async () => {
    const counts = openCounts();
    expect(await counts.take(use)).toBeUndefined();
    await makeTables();
    expect(await counts.take(use)).toMatchObject({ remaining: 2 });
    ask(`create role reader_${count} login; grant select on all tables in schema public to reader_${count}`);
    const reader = openCounts(url.replace(/\/\/[^@/]*@?/, `//reader_${count}@`));
    expect(await reader.take(use)).toBeUndefined();
    ask(`grant insert, update on quota_uses to reader_${count}`);
    expect(await reader.take(use)).toMatchObject({ remaining: 1 });
  });

  it('refuse with a sentence while the database is away', async () => {
    const counts = openCounts();
    await makeTables();
    await counts.take(use);
    server.stop();
    try {
      await expect(counts.take(use)).rejects.toMatchObject({
        code: 'database-away',
        sentence: expect.stringMatching(
          /^The database .+ cannot be reached\. Check that it runs, and VERSE_STORE\.$/,
        ),
      });
    } finally {
      server.start();
    }
    expect(await counts.take(use)).toMatchObject({ remaining: 1 });
  });
});
