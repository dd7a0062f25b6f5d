/**
 * Reads a revision from a replica, and from the primary where the replica is gone or does not have the revision yet. Who ingests does
 * not see the locks on a replica, so that the revision is held on the primary, which is looked at once a second of use: what was
 * deleted while nobody held it must not be missing from an answer.
 */
import { VerseError } from '../../core/errors.ts';
import type { Database, Query, Readers } from './connect.ts';
import type { IndexState } from './index-state.ts';

/** How long a look at the primary counts, and how long a replica that failed is left alone. */
const lookMs = 1000;
const restMs = 30_000;

/** @throws VerseError `stale-index` where the replica has an earlier revision. Nobody hears of it: the primary is read instead. */
async function requireRevision(query: Query, { revision }: IndexState): Promise<void> {
  const [found] = await query<{ revision: number }>('select revision from index_state');
  if ((found?.revision ?? 0) < revision) throw new VerseError('stale-index', 'The replica is behind.');
}

/**
 * @param primary holds the revision with its connections.
 * @param now milliseconds, replaced by tests.
 */
export function readFromReplica(
  primary: Readers,
  replica: Database,
  state: IndexState,
  now: () => number = () => performance.now(),
): Readers {
  const readers = replica.openReaders((query) => requireRevision(query, state));
  let lookedAt = Number.NEGATIVE_INFINITY;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    query: async (statement, values) => {
      if (now() < restsUntil) return primary.query(statement, values);
      if (now() - lookedAt >= lookMs) {
        await primary.query('select 1');
        lookedAt = now();
      }
      try {
        return await readers.query(statement, values);
      } catch {
        // Whatever it is: what is wrong with the statement itself, the primary says.
        restsUntil = now() + restMs;
        return primary.query(statement, values);
      }
    },
    close: async () => {
      await Promise.all([primary.close(), readers.close()]);
    },
  };
}
