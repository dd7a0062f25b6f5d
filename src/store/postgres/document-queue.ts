/** The queue of a database: who has taken a document holds an advisory lock of its number, on a connection of its own. */
import type { ReportDocument } from '../../core/types.ts';
import { findReadings } from '../audit.ts';
import type {
  DocumentQueue,
  OtherDocuments,
  QueueEntry,
  TakenDocument,
  WorkerIndex,
  WriteOptions,
  Written,
} from '../document-queue.ts';
import type { EncodedDocument } from '../index-home.ts';
import { noteEvents } from './audit-table.ts';
import { deleteUnread, describeIndex, ensureGraph, inTransaction, raiseRevision } from './change-index.ts';
import type { Database, Query, Readers, Session } from './connect.ts';
import { isOfEarlierTables, mayNotWrite } from './database-errors.ts';
import { checkState, cleaningLock, readState, writerLock } from './index-state.ts';
import { migrate } from './migrate.ts';
import {
  deleteOld,
  type EntryRow,
  insertHeld,
  listAll,
  listUnderWay,
  lockOf,
  selectNext,
  toEntry,
  updateHeld,
} from './queue-sql.ts';
import { readEncodings } from './read-encodings.ts';
import { readPassages } from './read-records.ts';
import type { StoredFiles } from './stored-files.ts';
import { writeEdition } from './write-edition.ts';

/** How often a document is taken without an end before it is kept as failed: it may be what ends its workers. */
const mostAttempts = 5;

const endedWorkers = `The workers that had it ended before it was done, ${mostAttempts} times.`;

interface Working {
  session: Session;
  /** Of the index's advisory locks. */
  key: number;
}

async function readCurrent(
  query: Query,
  id: string,
): Promise<{ edition: number; document: ReportDocument } | undefined> {
  const [row] = await query<{ edition: number; record: string }>(
    'select edition, record::text as record from documents where id = $1 and removed is null',
    [id],
  );
  return row && { edition: row.edition, document: JSON.parse(row.record) };
}

/** The documents that are there beside `id`, by their sketches alone. */
async function readOthers(name: string, query: Query, id: string): Promise<OtherDocuments> {
  // As text: the operators of JSON refuse a record with U+0000 in it, and whole records would be much to read.
  const rows = await query<{ edition: number; id: string; sketch: string | null }>(
    `select edition, id, substring(record::text from '"sketch":({[^}]*})') as sketch
     from documents where removed is null and id <> $1`,
    [id],
  );
  return {
    documents: rows.map(({ id, sketch }) => ({ id, ...(sketch !== null && { sketch: JSON.parse(sketch) }) })),
    passages: async (wanted) => {
      const edition = rows.find((row) => row.id === wanted)?.edition;
      return edition === undefined ? [] : readPassages(name, query, edition);
    },
  };
}

/** Locks the next document and counts the attempt; undefined where there is none. */
async function takeNext({ session, key }: Working): Promise<QueueEntry | undefined> {
  const { query } = session;
  for (;;) {
    let taken: QueueEntry | undefined;
    let isOver = false;
    await inTransaction(session, async () => {
      const [row] = await query<EntryRow>(selectNext, [key]);
      isOver = row === undefined;
      if (row === undefined) return;
      const [lock] = await query<{ isMine: boolean }>('select pg_try_advisory_lock($1, $2) as "isMine"', [
        key,
        lockOf(row.number),
      ]);
      // Somebody took it between the look at the locks and the lock of the row.
      if (!lock?.isMine) return;
      if (row.attempts >= mostAttempts) {
        await query(`update queue set state = 'failed', problem = $2, changed_at = now() where number = $1`, [
          row.number,
          endedWorkers,
        ]);
        await query('select pg_advisory_unlock($1, $2)', [key, lockOf(row.number)]);
        return;
      }
      await query('update queue set attempts = attempts + 1, changed_at = now() where number = $1', [
        row.number,
      ]);
      taken = { ...toEntry(row), state: 'working', attempts: row.attempts + 1 };
    });
    if (taken !== undefined || isOver) return taken;
  }
}

/** Takes a document off the queue; false where it is no longer there, or was put there anew with other tags, say. */
async function takeOff(query: Query, { number, file, tags, year, collection }: QueueEntry): Promise<boolean> {
  const rows = await query(
    `update queue set state = 'done', attempts = 0, problem = null, changed_at = now()
     where number = $1 and state = 'waiting' and file = $2 and tags::text = $3
       and year is not distinct from $4 and collection is not distinct from $5 returning number`,
    [number, file, JSON.stringify(tags), year ?? null, collection ?? null],
  );
  return rows.length === 1;
}

/** Takes back that somebody took a document, as if nobody had. */
async function uncount(query: Query, { number }: QueueEntry): Promise<void> {
  await query(
    `update queue set attempts = attempts - 1, changed_at = now() where number = $1 and state = 'waiting'`,
    [number],
  );
}

/** Writes one document beside what the index has, in the transaction that takes it off the queue. */
async function writeOne(
  name: string,
  { session, key }: Working,
  files: StoredFiles,
  entry: QueueEntry,
  index: WorkerIndex,
  make: (known: ReportDocument | undefined) => EncodedDocument,
  { signal, notice }: WriteOptions,
): Promise<Written> {
  const { query } = session;
  let isWritten = false;
  let edition: Written['edition'] = null;
  await inTransaction(session, async () => {
    await query('select pg_advisory_xact_lock($1, $2)', [key, writerLock]);
    const state = await readState(name, query);
    if (state !== undefined) checkState(name, state, index);
    isWritten = await takeOff(query, entry);
    if (!isWritten) return;
    signal?.throwIfAborted();
    await ensureGraph(query, index.dimensions);
    const revision = await raiseRevision(query);
    if (state === undefined) await describeIndex(query, index);
    const current = await readCurrent(query, entry.id);
    if (current !== undefined) {
      await query('update documents set removed = $1 where edition = $2', [revision, current.edition]);
    }
    const document = make(current?.document);
    await writeEdition(query, document, index.summarizer, revision);
    await files.keep(query, key, document.document);
    const before = current === undefined ? [] : [current.document];
    await noteEvents(query, entry, findReadings(before, [document.document]));
    if (notice !== undefined) edition = await notice(document, await readOthers(name, query, entry.id));
    if (edition !== null) {
      await query('update queue set edition = $2 where number = $1', [entry.number, JSON.stringify(edition)]);
    }
    signal?.throwIfAborted();
  });
  if (isWritten) {
    // What cannot be deleted now is left for the next time.
    await deleteUnread({ session, key, files }).catch(() => {});
  } else await uncount(query, entry);
  return { isWritten, edition };
}

/** @param letGo is called when the document is done with. */
function createTaken(
  name: string,
  working: Working,
  files: StoredFiles,
  entry: QueueEntry,
  known: ReportDocument | undefined,
  letGo: () => Promise<void>,
): TakenDocument {
  const { session } = working;
  const end = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    await letGo();
    return result;
  };
  return {
    entry,
    known,
    encodings: (hashes) => readEncodings(session.query, hashes),
    openFile: () => files.fetch(session.query, entry),
    write: (index, make, options = {}) => end(writeOne(name, working, files, entry, index, make, options)),
    finish: () =>
      end(takeOff(session.query, entry).then((isOff) => (isOff ? undefined : uncount(session.query, entry)))),
    refuse: (problem) =>
      end(
        session
          .query(
            `update queue set state = 'failed', problem = $2, changed_at = now() where number = $1 and state = 'waiting'`,
            [entry.number, problem],
          )
          .then(() => {}),
      ),
    giveBack: async () => {
      try {
        await uncount(session.query, entry);
        await letGo();
      } catch {
        // The lock goes with the connection.
        await session.close();
      }
    },
  };
}

/**
 * The queue of `database`, and what closes the connection that it keeps between two documents.
 * @param readers for what only reads, and makes no tables.
 */
export function createQueue(
  database: Database,
  files: StoredFiles,
  readers: Pick<Readers, 'query'>,
): DocumentQueue & { close(): Promise<void> } {
  const { name } = database;
  let idle: Working | undefined;

  /** A connection to tables that are up to date. @throws VerseError `cannot-write`. */
  async function connect(): Promise<Working> {
    const session = await database.openSession('cannot-write');
    try {
      await migrate(name, session);
      const [own] = await session.query<{ key: number; mayWrite: boolean }>(
        `select key, has_table_privilege('queue', 'insert') as "mayWrite" from index_state`,
      );
      if (!own?.mayWrite) throw mayNotWrite(name);
      return { session, key: own.key };
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  function takeKept(): Working | undefined {
    const kept = idle;
    idle = undefined;
    return kept;
  }

  /** Keeps a connection for the next call, or closes it where one is kept already. */
  async function keep(working: Working): Promise<void> {
    if (idle === undefined) idle = working;
    else await working.session.close();
  }

  /** Does `work` on the connection that is kept, or on a new one; after a failure it is not kept. */
  async function use<Result>(work: (working: Working) => Promise<Result>): Promise<Result> {
    const working = takeKept() ?? (await connect());
    try {
      const result = await work(working);
      await keep(working);
      return result;
    } catch (error) {
      await working.session.close();
      throw error;
    }
  }

  /** Deletes entries and the files that are in no other; gives how many. */
  async function takeOut({ session, key }: Working, where: string, values: number[] = []): Promise<number> {
    const { query } = session;
    let gone = 0;
    await inTransaction(session, async () => {
      await query('select pg_advisory_xact_lock($1, $2)', [key, cleaningLock]);
      gone = (await query(`delete from queue where ${where} returning number`, values)).length;
      await files.removeUnused(query);
    });
    return gone;
  }

  const list = async ({ session, key }: Working) =>
    (await session.query<EntryRow>(listAll, [key])).map(toEntry);

  return {
    put: (given) =>
      use(async (working) => {
        const { session, key } = working;
        const { query } = session;
        const numbers: number[] = [];
        await inTransaction(session, async () => {
          await query(deleteOld);
          for (const file of given) {
            await query(`delete from queue where state = 'failed' and document = $1 and sha256 = $2`, [
              file.id,
              file.sha256,
            ]);
            await files.keep(query, key, file);
            const [row] = await query<{ number: number }>(
              `insert into queue (document, file, sha256, tags, year, collection, actor, upload)
               values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::uuid, gen_random_uuid()))
               on conflict (document, sha256) where state = 'waiting'
               do update set file = excluded.file, tags = excluded.tags, year = excluded.year,
                 collection = excluded.collection, actor = excluded.actor, upload = coalesce($8::uuid, queue.upload)
               returning number`,
              [
                file.id,
                file.file,
                file.sha256,
                JSON.stringify(file.tags),
                file.year ?? null,
                file.collection ?? null,
                file.by,
                file.upload ?? null,
              ],
            );
            if (row !== undefined) numbers.push(row.number);
          }
        });
        return (await list(working)).filter(({ number }) => numbers.includes(number));
      }),
    list: () => use(list),
    underWay: async () => {
      try {
        const [own] = await readers.query<{ key: number }>('select key from index_state');
        return (await readers.query<EntryRow>(listUnderWay, [own?.key])).map(toEntry);
      } catch (error) {
        if (isOfEarlierTables(error)) return [];
        throw error;
      }
    },
    take: async (expected) => {
      // Its connection is its own as long as it is taken.
      const working = takeKept() ?? (await connect());
      try {
        const { query } = working.session;
        const state = await readState(name, query);
        // Said before anything is read and encoded.
        if (state !== undefined) checkState(name, state, expected);
        const entry = await takeNext(working);
        if (entry === undefined) {
          await keep(working);
          return undefined;
        }
        const known = (await readCurrent(query, entry.id))?.document;
        return createTaken(name, working, files, entry, known, async () => {
          await query('select pg_advisory_unlock($1, $2)', [working.key, lockOf(entry.number)]);
          await keep(working);
        });
      } catch (error) {
        await working.session.close();
        throw error;
      }
    },
    hold: (held) =>
      use(async ({ session }) => {
        await session.query(deleteOld);
        await session.query(insertHeld, [JSON.stringify(held)]);
      }),
    tell: (told) =>
      use(async ({ session }) => {
        const rows = await session.query<{ upload: string }>(updateHeld, [JSON.stringify(told)]);
        return rows.map(({ upload }) => upload);
      }),
    letGo: (uploads) =>
      use(async ({ session }) => {
        await session.query(`delete from queue where state = 'held' and upload = any($1::uuid[])`, [uploads]);
      }),
    retry: () =>
      use(async ({ session }) => {
        const rows = await session.query(
          `update queue set state = 'waiting', attempts = 0, problem = null, changed_at = now()
           where state = 'failed' returning number`,
        );
        return rows.length;
      }),
    remove: (number) =>
      use(
        async (working) =>
          (await takeOut(working, `number = $1 and state in ('waiting', 'held', 'failed')`, [number])) === 1,
      ),
    clear: () => use((working) => takeOut(working, `state in ('failed', 'done')`)),
    close: async () => {
      await idle?.session.close();
    },
  };
}
