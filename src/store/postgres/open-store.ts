/** Opens the index of a database for reading: one revision, whatever is ingested meanwhile. */
import type { PassageFilter, PassageStore, PassageVectors } from '../../core/passage-store.ts';
import { addSummaries, type Summary } from '../../core/summary.ts';
import type { Note, Passage } from '../../core/types.ts';
import type { ExpectedIndex, OpenedIndex, OpenOptions } from '../index-home.ts';
import { parseSummary } from '../summary-json.ts';
import type { TokenLevels } from '../token-codes.ts';
import { type Database, fromVectorSql, type Query } from './connect.ts';
import { editionsOf, passageCondition, startValues } from './filter-sql.ts';
import { findByKeyword, type KeywordSearch } from './find-by-keyword.ts';
import { countAllowed, findByVector } from './find-by-vector.ts';
import type { IndexState } from './index-state.ts';
import { countPassages, type ListedDocument } from './list-documents.ts';
import { pinRevision } from './pin-revision.ts';
import { type EncodingRow, encodingColumns, readLevels, toTokens } from './read-encodings.ts';
import { readFromReplica } from './read-from-replica.ts';
import { readLengths } from './read-lengths.ts';
import { parseRecords, type RecordRow, readNotes, readPassages, readTrace } from './read-records.ts';
import { type ByEdition, rememberEditions } from './remember-editions.ts';
import type { StoredFiles } from './stored-files.ts';

/** The most passages that are compared one by one: 45 ms on two cores, and none is missed. */
const exactUpTo = 20_000;

export interface DatabaseOpenOptions extends OpenOptions {
  /** Replaced by tests of the graph. */
  exactUpTo?: number;
}

/** The revision that a store reads. */
interface Revision {
  /** Of the database. */
  name: string;
  state: IndexState;
  /** In reading order. */
  listed: readonly ListedDocument[];
  /** Their editions, in the same order. */
  editions: readonly number[];
  query: Query;
  lengthsOf: KeywordSearch['lengthsOf'];
  levelsOf: (editions: readonly number[]) => Promise<ByEdition<TokenLevels>>;
}

/** Rows by id, each once, in the order in which the ids are asked for. */
function byId<Row extends { id: string }, Value>(
  ids: readonly string[],
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): Map<string, Value> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, Value>();
  for (const id of ids) {
    const row = known.get(id);
    if (row !== undefined) found.set(id, toValue(row));
  }
  return found;
}

const same = <Value>(value: Value): Value => value;

/** The store of a revision, whose statements run on any connection. */
function createRevisionStore(revision: Revision, mostExact: number): PassageStore {
  const { name, state, listed, editions, query, lengthsOf, levelsOf } = revision;
  const search = { query, listed, dimensions: state.dimensions, exactUpTo: mostExact, lengthsOf };
  const total = countPassages(listed);
  let summary: Promise<Summary> | undefined;

  /** Rows of a table by the ids of its entries; the table is joined to `passages` where it has none. */
  const select = <Row>(columns: string, table: string, ids: readonly string[]): Promise<Row[]> =>
    query<Row>(
      `select ${columns} from ${table} where edition = any($1::integer[]) and id = any($2::text[])`,
      [editions, ids],
    );

  async function readSummary(wanted: readonly number[]): Promise<Summary> {
    const rows = await query<{ summary: string }>(
      `select summary::text as summary
       from documents join unnest($1::integer[]) with ordinality as live(edition, place) using (edition)
       order by place`,
      [wanted],
    );
    return addSummaries(rows.map((row) => parseSummary(row.summary)));
  }

  return {
    encoderId: state.encoder,
    findCandidates: async ({ vector, text, count, filter = {} }) => {
      const [byVector, byKeyword] = await Promise.all([
        vector === undefined ? [] : findByVector(search, vector, count, filter),
        text === undefined ? [] : findByKeyword(search, text, count, filter),
      ]);
      return { byVector, byKeyword };
    },
    vectors: async (ids) => {
      const rows = await select<EncodingRow & { id: string }>(
        `id, ${encodingColumns}`,
        'passages join vectors using (edition, ordinal) join encodings using (edition, ordinal)',
        ids,
      );
      const levels = await levelsOf(rows.map(({ edition }) => edition));
      return byId(ids, rows, (row): PassageVectors => {
        return { vector: fromVectorSql(row.embedding), tokens: toTokens(row, levels) };
      });
    },
    tokenWeights: async (tokens) => {
      const rows = await query<{ piece: string; passages: number }>(
        `select piece, sum(passages)::integer as passages from document_pieces
         where piece = any($1::text[]) and edition = any($2::integer[]) group by piece`,
        [tokens, editions],
      );
      const counts = new Map(rows.map(({ piece, passages }) => [piece, passages]));
      return new Map(tokens.map((token) => [token, Math.log(1 + total / (1 + (counts.get(token) ?? 0)))]));
    },
    passages: async (ids) => {
      const rows = await select<RecordRow>('id, record::text as record, sum', 'passages', ids);
      return byId(ids, await parseRecords<Passage>(name, rows), same);
    },
    neighbours: async (ids) => {
      const beside = (distance: string) =>
        `(select other.id from passages other
          where other.edition = passages.edition and other.ordinal = passages.ordinal ${distance})`;
      const columns = `id, ${beside('- 1')} as previous, ${beside('+ 1')} as next`;
      const rows = await select<{ id: string; previous: string | null; next: string | null }>(
        columns,
        'passages',
        ids,
      );
      return byId(ids, rows, ({ previous, next }) => ({ previous, next }));
    },
    readStretch: async (stretch) => {
      const values = startValues();
      const among = values.add(editionsOf(listed, stretch).map(({ edition }) => edition));
      const condition = passageCondition(stretch, listed, values);
      const onPages =
        stretch.pages === undefined ? '' : `and p.pages && ${values.add(stretch.pages)}::integer[]`;
      const rows = await query<RecordRow>(
        `select p.id, p.record::text as record, p.sum
         from passages p join unnest(${among}::integer[]) with ordinality as live(edition, place) using (edition)
         where ${condition} ${onPages} order by live.place, p.ordinal`,
        values.list,
      );
      return parseRecords<Passage>(name, rows);
    },
    countPassages: (filter: PassageFilter) => countAllowed(search, filter),
    notes: async (ids) => {
      const rows = await select<RecordRow>('id, record::text as record, sum', 'notes', ids);
      return byId(ids, await parseRecords<Note>(name, rows), same);
    },
    summary: (ids) => {
      if (ids === undefined) {
        summary ??= readSummary(editions);
        return summary;
      }
      return readSummary(
        listed.flatMap(({ document, edition }) => (ids.includes(document.id) ? [edition] : [])),
      );
    },
    trace: async (id) => {
      const edition = listed.find(({ document }) => document.id === id)?.edition;
      return edition === undefined ? undefined : readTrace(query, edition);
    },
    documents: async (ids) =>
      listed.map(({ document }) => document).filter(({ id }) => ids?.includes(id) ?? true),
    within: async (ids) => {
      const some = listed.filter(({ document }) => ids.includes(document.id));
      const own = some.map(({ edition }) => edition);
      return createRevisionStore({ ...revision, listed: some, editions: own }, mostExact);
    },
  };
}

/** Reads all passages and notes. @throws VerseError `damaged-index` naming the first that is not as it was ingested. */
async function checkEverySum({ name, editions, query }: Revision): Promise<void> {
  for (const edition of editions) {
    await readPassages(name, query, edition);
    await readNotes(name, query, edition);
  }
}

/** @throws VerseError `no-index`, `stale-index`, `damaged-index`, `cannot-read`. */
export async function openStore(
  database: Database,
  expected: ExpectedIndex,
  { files, replica }: { files: StoredFiles; replica?: Database | undefined },
  { everySum = false, exactUpTo: mostExact = exactUpTo }: DatabaseOpenOptions = {},
): Promise<OpenedIndex> {
  const { state, listed, ...readers } = await pinRevision(database, expected);
  const { query, close } = replica === undefined ? readers : readFromReplica(readers, replica, state);
  const editions = listed.map(({ edition }) => edition);
  const revision = {
    name: database.name,
    state,
    listed,
    editions,
    query,
    lengthsOf: rememberEditions((some) => readLengths(query, some)),
    levelsOf: rememberEditions((some) => readLevels(query, some)),
  };
  if (everySum) {
    await checkEverySum(revision).catch(async (error: unknown) => {
      await close();
      throw error;
    });
  }
  return {
    ...createRevisionStore(revision, mostExact),
    made: {
      at: state.changedAt.toISOString(),
      documents: listed.length,
      passages: countPassages(listed),
      notes: listed.reduce((sum, one) => sum + one.notes, 0),
    },
    locateFile: (document) => files.fetch(query, document),
    findMissing: (documents) => files.findMissing(query, documents),
    close,
  };
}
