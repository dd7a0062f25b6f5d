/**
 * Holds a revision while somebody reads it. Each connection of a reader holds an advisory lock of the revision's number, and
 * editions are not deleted as long as one does; a reader that dies lets go of it with its connections.
 */
import { VerseError } from '../../core/errors.ts';
import type { ExpectedIndex } from '../index-home.ts';
import type { Database, Query, Readers } from './connect.ts';
import { checkState, cleaningLock, type IndexState, readState } from './index-state.ts';
import { type ListedDocument, listEditions } from './list-documents.ts';

export interface PinnedRevision extends Readers {
  readonly state: IndexState;
  /** Its documents, in reading order. */
  readonly listed: readonly ListedDocument[];
}

/**
 * Locks the current revision. One that was replaced between the reading and the locking of it may be deleted already, so the
 * next one is taken.
 * @throws VerseError `no-index`, `stale-index`.
 */
async function takeCurrent(name: string, query: Query, expected: ExpectedIndex): Promise<IndexState> {
  for (;;) {
    const state = await readState(name, query);
    checkState(name, state, expected);
    await query('select pg_advisory_lock_shared($1, $2)', [state.key, state.revision]);
    const now = await readState(name, query);
    if (now?.revision === state.revision) return state;
    await query('select pg_advisory_unlock_shared($1, $2)', [state.key, state.revision]);
  }
}

/**
 * Locks a revision on another connection, which may be the first after a restart of the database.
 * @throws VerseError `stale-index` where an ingest has deleted any of it since.
 */
async function takeAgain(
  name: string,
  query: Query,
  { key, revision }: IndexState,
  listed: readonly ListedDocument[],
): Promise<void> {
  await query('select pg_advisory_lock_shared($1, $2)', [key, revision]);
  // Whoever deletes now saw the revision without a reader; whoever begins later sees this one.
  await query('select pg_advisory_lock_shared($1, $2)', [key, cleaningLock]);
  const [found] = await query<{ count: number }>(
    'select count(*)::integer as count from documents where edition = any($1::integer[])',
    [listed.map(({ edition }) => edition)],
  );
  await query('select pg_advisory_unlock_shared($1, $2)', [key, cleaningLock]);
  if (found?.count === listed.length) return;
  const problem = 'was away, and an ingest has replaced the index meanwhile.';
  throw new VerseError('stale-index', `The database ${name} ${problem}`, 'Ask again.', {
    afar: `The database ${problem}`,
  });
}

/** Pins the current revision. @throws VerseError `no-index`, `stale-index`, `cannot-read`. */
export async function pinRevision(database: Database, expected: ExpectedIndex): Promise<PinnedRevision> {
  const { name } = database;
  const session = await database.openSession();
  try {
    const state = await takeCurrent(name, session.query, expected);
    const listed = await listEditions(session.query, state.revision);
    const readers = database.openReaders((query) => takeAgain(name, query, state, listed));
    // From here on a connection of theirs holds the revision.
    await readers.query('select 1').catch(async (error: unknown) => {
      await readers.close();
      throw error;
    });
    return { ...readers, state, listed };
  } finally {
    await session.close();
  }
}
