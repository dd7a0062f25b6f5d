/** Passages and notes as they were written, held against their sums. */
import { createPauses, mapInPieces, type Pause } from '../../core/pauses.ts';
import type { Note, Passage, ReadingTrace } from '../../core/types.ts';
import { sumOf } from '../sum-of.ts';
import type { Query } from './connect.ts';
import { changedInDatabase } from './database-errors.ts';

/** A row with the JSON of a passage or a note, and the sum that it had when it was written, `ownSum`. */
export interface RecordRow {
  id: string;
  record: string;
  sum: string;
}

/**
 * In pieces: those of a whole document take longer than others may wait.
 * @param name of the database.
 * @throws VerseError `damaged-index` naming the first that is not as it was ingested.
 */
export function parseRecords<Entry extends Passage | Note>(
  name: string,
  rows: readonly RecordRow[],
  pause: Pause = createPauses(),
): Promise<Entry[]> {
  return mapInPieces(rows, pause, ({ id, record, sum }): Entry => {
    if (sumOf(Buffer.from(record)).slice(0, sum.length) !== sum) throw changedInDatabase(name, id);
    return JSON.parse(record);
  });
}

async function readAll<Entry extends Passage | Note>(
  name: string,
  query: Query,
  from: string,
  edition: number,
): Promise<Entry[]> {
  const rows = await query<RecordRow>(`select id, record::text as record, sum from ${from}`, [edition]);
  return parseRecords(name, rows);
}

/** The passages of an edition in reading order. */
export function readPassages(name: string, query: Query, edition: number): Promise<Passage[]> {
  return readAll(name, query, 'passages where edition = $1 order by ordinal', edition);
}

/** The notes of an edition. */
export function readNotes(name: string, query: Query, edition: number): Promise<Note[]> {
  return readAll(name, query, 'notes where edition = $1', edition);
}

/** How the document of an edition was read; undefined where that was not traced. */
export async function readTrace(query: Query, edition: number): Promise<ReadingTrace | undefined> {
  const rows = await query<{ trace: string | null }>(
    'select trace::text as trace from documents where edition = $1',
    [edition],
  );
  const [trace] = rows.flatMap((row) => (row.trace === null ? [] : [row.trace]));
  return trace === undefined ? undefined : JSON.parse(trace);
}
