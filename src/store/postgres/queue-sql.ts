/** The rows of the queue, and the locks of those that are taken. */
import type { QueueEntry } from '../document-queue.ts';

/** The number of the lock of a queued document; those from 0 up are of revisions and the writer, -1 is of the cleaning. */
export const lockOf = (number: number): number => -1 - number;

/** The numbers of those that somebody is connected for who has taken them; `$1` is the key of the index's locks. */
const taken = `array(
  select 4294967295 - objid::bigint from pg_locks
  where locktype = 'advisory' and classid = $1::integer::oid and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())
)`;

/** A time as ISO 8601, UTC. */
export const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of an entry; `$1` is the key of the locks. */
const entryColumns = `number, document as id, file, sha256, tags, year, collection, actor as by, upload, attempts, problem, progress,
  edition, case
    when state = 'held' then case when progress is null then 'waiting' else 'working' end
    when state = 'waiting' and number = any(${taken}) then 'working'
    else state
  end as state,
  ${time('queued_at')} as "queuedAt", ${time('changed_at')} as "changedAt"`;

/**
 * The first that nobody has taken, nor an earlier version of the same document, so that the later one is written last. Its
 * row is locked until the end of the transaction: of two who ask at once the other gets the next one.
 */
export const selectNext = `select ${entryColumns} from queue
  where state = 'waiting' and number <> all(${taken}) and not exists (
    select from queue earlier
    where earlier.state = 'waiting' and earlier.document = queue.document and earlier.number < queue.number
  )
  order by number limit 1 for update of queue skip locked`;

/** Those that a server reads itself and has told of lately: it does once a second, and not any more once it is gone. */
const isHeld = `state = 'held' and changed_at > now() - interval '15 seconds'`;

/** What waits or is being read; `$1` is the key of the locks. */
export const listUnderWay = `select ${entryColumns} from queue where state = 'waiting' or ${isHeld} order by number`;

/** The same, what failed, and what was done within a day. */
export const listAll = `select ${entryColumns} from queue
  where state in ('waiting', 'failed') or ${isHeld} or (state = 'done' and changed_at > now() - interval '1 day') order by number`;

/** What nobody lists any more. */
export const deleteOld = `delete from queue where state in ('done', 'held') and changed_at < now() - interval '1 day'`;

/** `$1` is an array of held files as JSON, which keeps its order; one that is there already is not put there twice. */
export const insertHeld = `insert into queue (document, file, sha256, collection, actor, upload, state, progress)
  select given.id, given.file, '', given.collection, given.by, given.upload, 'held', given.progress
  from rows from (
    json_to_recordset($1::json) as (id text, file text, collection text, by text, upload uuid, progress json)
  ) with ordinality as given(id, file, collection, by, upload, progress, at)
  where not exists (select from queue where queue.upload = given.upload) order by at`;

/** `$1` is as of `insertHeld`; gives the uploads of those that are there. */
export const updateHeld = `update queue set progress = given.progress, changed_at = now()
  from json_to_recordset($1::json) as given(upload uuid, progress json)
  where queue.upload = given.upload and state = 'held' returning queue.upload`;

export type EntryRow = Omit<QueueEntry, 'year' | 'collection'> & {
  year: number | null;
  collection: string | null;
};

export function toEntry({ year, collection, ...row }: EntryRow): QueueEntry {
  return { ...row, ...(year !== null && { year }), ...(collection !== null && { collection }) };
}
