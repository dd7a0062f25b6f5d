/** An index kept in PostgreSQL. */
import { VerseError } from '../../core/errors.ts';
import type { QuotaCounts } from '../../core/quota-counts.ts';
import type { ReportDocument } from '../../core/types.ts';
import { findChanges, type Noting } from '../audit.ts';
import type { DocumentQueue } from '../document-queue.ts';
import type { IndexHome, KnownDocument, PreviousIndex } from '../index-home.ts';
import { noteEvents, readAuditTable } from './audit-table.ts';
import { deleteUnread, inTransaction, raiseRevision, writeNext } from './change-index.ts';
import {
  connectDatabase,
  type Database,
  type DatabaseSettings,
  type Query,
  type Session,
} from './connect.ts';
import { databaseLocked, isLockTimeout, mayNotWrite } from './database-errors.ts';
import { createQueue } from './document-queue.ts';
import { openStoredFiles } from './files/open-stored-files.ts';
import { checkState, type IndexState, readState, writerLock } from './index-state.ts';
import { type ListedDocument, listEditions } from './list-documents.ts';
import { migrate } from './migrate.ts';
import { type DatabaseOpenOptions, openStore } from './open-store.ts';
import { createQuotaTable } from './quota-table.ts';
import { readEncodings } from './read-encodings.ts';
import { readNotes, readPassages, readTrace } from './read-records.ts';

interface Writing {
  session: Session;
  /** Undefined before the first ingest. */
  state: IndexState | undefined;
  key: number;
  /** The documents that are there, in reading order. */
  editions: ListedDocument[];
}

/**
 * Locks the index for the only writer. It waits as long as a worker may take to write a document, not for another ingest.
 * @throws VerseError `index-locked`.
 */
async function lockWriter({ name }: Database, query: Query, key: number, patienceMs: number): Promise<void> {
  await query(`select set_config('lock_timeout', $1, false)`, [String(patienceMs)]);
  await query('select pg_advisory_lock($1, $2)', [key, writerLock]).catch((error: unknown) => {
    throw isLockTimeout(error) ? databaseLocked(name) : error;
  });
  await query(`select set_config('lock_timeout', '0', false)`);
}

/** Does `work` on the connection that alone may write. @throws VerseError `index-locked`, `cannot-write`. */
async function whileLocked<Result>(
  database: Database,
  patienceMs: number,
  work: (writing: Writing) => Promise<Result>,
): Promise<Result> {
  const session = await database.openSession('cannot-write');
  const { query } = session;
  try {
    await migrate(database.name, session);
    const [own] = await query<{ key: number; mayWrite: boolean }>(
      `select key, has_table_privilege('documents', 'insert') as "mayWrite" from index_state`,
    );
    // Said before anything is read and encoded.
    if (!own?.mayWrite) throw mayNotWrite(database.name);
    await lockWriter(database, query, own.key, patienceMs);
    const state = await readState(database.name, query);
    const editions = state === undefined ? [] : await listEditions(query, state.revision);
    return await work({ session, state, key: own.key, editions });
  } finally {
    await session.close();
  }
}

/** What the next ingest may keep; undefined where another encoder or another form of the text made it. */
function describePrevious(
  name: string,
  { session, state, editions }: Writing,
  encoderId: string,
): PreviousIndex | undefined {
  try {
    checkState(name, state, { encoderId });
  } catch (error) {
    if (error instanceof VerseError) return undefined;
    throw error;
  }
  return {
    passageRules: state.passageRules,
    summaryRules: state.summaryRules,
    documents: editions.map(({ document }) => document),
    passageCounts: new Map(editions.map(({ document, passages }) => [document.id, passages])),
    takeDocument: async (id) => {
      const found = editions.find(({ document }) => document.id === id);
      if (found === undefined) return undefined;
      const { document, edition } = found;
      const passages = await readPassages(name, session.query, edition);
      const notes = await readNotes(name, session.query, edition);
      return { document, passages, notes, trace: await readTrace(session.query, edition) };
    },
    encodings: (hashes) => readEncodings(session.query, hashes),
  };
}

/** The records of all documents, changed; those that stayed the same object are not written. */
async function changeRecords(
  { session, editions }: Writing,
  changed: readonly ReportDocument[],
  noting: Noting,
): Promise<void> {
  await inTransaction(session, async () => {
    await raiseRevision(session.query);
    for (const [at, document] of changed.entries()) {
      const before = editions[at];
      if (before === undefined || before.document === document) continue;
      await session.query('update documents set record = $2::text::json where edition = $1', [
        before.edition,
        JSON.stringify(document),
      ]);
    }
    const before = editions.map(({ document }) => document);
    await noteEvents(session.query, noting, findChanges(before, changed));
  });
}

/** @param url the address of the database, which may hold a password. */
export function createDatabaseHome(
  url: string,
  settings: DatabaseSettings,
  searching: Pick<DatabaseOpenOptions, 'exactUpTo'> = {},
): IndexHome & { readonly queue: DocumentQueue; readonly quotas: QuotaCounts } {
  const database = connectDatabase(url, settings);
  const { name } = database;
  const patienceMs = settings.storeTimeoutMs;
  const files = openStoredFiles(settings.storeFiles ?? 'paths');
  const { storeReplicaUrl } = settings;
  const replica = storeReplicaUrl === undefined ? undefined : connectDatabase(storeReplicaUrl, settings);
  const readers = database.openReaders();
  const queue = createQueue(database, files, readers);
  return {
    open: (expected, options) =>
      openStore(database, expected, { files, replica }, { ...searching, ...options }),
    list: async (): Promise<readonly KnownDocument[]> => {
      const state = await readState(name, readers.query);
      const editions = state === undefined ? [] : await listEditions(readers.query, state.revision);
      return editions.map(({ document }) => document);
    },
    revision: async () => String((await readState(name, readers.query))?.revision ?? ''),
    change: (encoderId, work, { by } = {}) =>
      whileLocked(database, patienceMs, (writing) => {
        const { session, key, editions } = writing;
        // What cannot be deleted now is left for the next time.
        const clean = () => deleteUnread({ session, key, files }).catch(() => {});
        return work({
          previous: describePrevious(name, writing, encoderId),
          known: editions.map(({ document }) => document),
          write: async (next, options) => {
            await writeNext({ session, key, files }, next, editions, { ...options, by });
            await clean();
          },
          leave: clean,
        });
      }),
    changeDocuments: async (change, noting = {}) => {
      await whileLocked(database, patienceMs, async (writing) => {
        const documents = writing.editions.map(({ document }) => document);
        const changed = change(documents);
        if (changed !== documents) await changeRecords(writing, changed, noting);
      });
    },
    audit: () => readAuditTable(readers.query),
    queue,
    quotas: createQuotaTable(readers.query),
    close: async () => {
      await Promise.all([readers.close(), queue.close()]);
    },
  };
}
