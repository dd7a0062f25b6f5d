/**
 * Brings the tables of a database up to date: the numbered SQL files of `migrations`, each once, in one transaction. A
 * runner of our own: postgres-migrations takes any table called "migrations", in whichever schema, for its own, and
 * node-pg-migrate brings glob, jiti and yargs for what these lines do.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Session } from './connect.ts';
import { oldVectors, staleDatabaseIndex } from './database-errors.ts';

const folder = new URL('./migrations/', import.meta.url);

/** In their order: the first is version 1. */
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort();

/** The version of the tables that this program reads and writes. */
export const tablesVersion = files.length;

/** Held while tables are made: of a number that nothing else takes. */
const migrationLock = 70_836_529;

/** The version of the tables that are there; 0 for none. */
export async function readTablesVersion({ query }: Pick<Session, 'query'>): Promise<number> {
  const [found] = await query<{ isThere: boolean }>(
    `select to_regclass('verse_schema') is not null as "isThere"`,
  );
  if (!found?.isThere) return 0;
  const [latest] = await query<{ version: number }>(
    'select coalesce(max(version), 0) as version from verse_schema',
  );
  return latest?.version ?? 0;
}

/** @throws VerseError `stale-index` for tables of a later version of the program. */
export function checkTables(name: string, version: number): void {
  if (version <= tablesVersion) return;
  const hint = 'Bring the program up to date.';
  throw staleDatabaseIndex(name, 'tables of version', String(version), String(tablesVersion), hint);
}

/** Iterative scans came with 0.8. @throws VerseError `bad-installation`. */
async function checkVectors(name: string, { query }: Pick<Session, 'query'>): Promise<void> {
  const [found] = await query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'vector'`,
  );
  const [major = 0, minor = 0] = (found?.version ?? '').split('.').map(Number);
  if (major === 0 && minor < 8) throw oldVectors(name, found?.version ?? 'none');
}

/**
 * @throws VerseError `cannot-write`; `bad-installation` for an old pgvector; `stale-index` for tables of a later version of the
 * program.
 */
export async function migrate(name: string, { query }: Pick<Session, 'query'>): Promise<void> {
  const before = await readTablesVersion({ query });
  checkTables(name, before);
  if (before === tablesVersion) return;
  await query('begin');
  try {
    await query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await query(
      'create table if not exists verse_schema (version integer primary key, applied_at timestamptz not null default now())',
    );
    const now = await readTablesVersion({ query });
    for (const [at, file] of files.entries()) {
      if (at < now) continue;
      await query(readFileSync(new URL(file, folder), 'utf8'));
      await checkVectors(name, { query });
      await query('insert into verse_schema (version) values ($1)', [at + 1]);
    }
    await query('commit');
  } catch (error) {
    await query('rollback').catch(() => {});
    throw error;
  }
}
