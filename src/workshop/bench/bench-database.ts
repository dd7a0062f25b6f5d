/** A database for a bench, beside the one that is named: nothing of the user's index is read or written. */
import { randomUUID } from 'node:crypto';
import { connectDatabase, type DatabaseSettings, type Query } from '../../store/postgres/connect.ts';

async function withSession<Result>(
  storeUrl: string,
  settings: DatabaseSettings,
  use: (query: Query) => Promise<Result>,
): Promise<Result> {
  const session = await connectDatabase(storeUrl, settings).openSession('cannot-write');
  return use(session.query).finally(session.close);
}

/**
 * Makes a database for as long as `use` works with it.
 * @param use is given its address.
 * @throws VerseError `cannot-write` where the user may not create one.
 */
export async function withBenchDatabase<Result>(
  storeUrl: string,
  settings: DatabaseSettings,
  use: (storeUrl: string) => Promise<Result>,
): Promise<Result> {
  const name = `verse_bench_${randomUUID().slice(0, 8)}`;
  await withSession(storeUrl, settings, (query) => query(`create database ${name}`));
  const own = new URL(storeUrl);
  own.pathname = `/${name}`;
  try {
    return await use(own.href);
  } finally {
    await withSession(storeUrl, settings, (query) => query(`drop database ${name} with (force)`));
  }
}

/** Bytes of a database on its disk. */
export async function databaseSize(storeUrl: string, settings: DatabaseSettings): Promise<number> {
  const [row] = await withSession(storeUrl, settings, (query) =>
    query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes'),
  );
  return row?.bytes ?? 0;
}
