/** The audit of an index in a database: a row for each change, in the transaction that makes it. */
import type { AuditEntry, DocumentEvent, Noting } from '../audit.ts';
import type { Query } from './connect.ts';
import { readTablesVersion } from './migrate.ts';
import { time } from './queue-sql.ts';

/** The version of the tables that brought it. */
const sinceVersion = 4;

/** Notes what became of documents; nothing where nobody is named. */
export async function noteEvents(
  query: Query,
  { by }: Noting,
  events: readonly DocumentEvent[],
): Promise<void> {
  if (by === undefined) return;
  for (const { event, document, sha256, collection } of events) {
    await query(
      'insert into audit (event, actor, document, sha256, collection) values ($1, $2, $3, $4, $5)',
      [event, by, document, sha256, collection ?? null],
    );
  }
}

/** All entries, oldest first; none in tables of an earlier version. */
export async function readAuditTable(query: Query): Promise<AuditEntry[]> {
  if ((await readTablesVersion({ query })) < sinceVersion) return [];
  const rows = await query<Omit<AuditEntry, 'collection'> & { collection: string | null }>(
    `select ${time('at')} as at, event, actor as by, document, sha256, collection from audit order by number`,
  );
  return rows.map(({ collection, ...entry }) => ({ ...entry, ...(collection !== null && { collection }) }));
}
