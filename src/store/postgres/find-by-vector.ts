/** The passages nearest to a vector: compared one by one where few are left, else by the graph, then compared. */
import type { PassageFilter, ScoredPassage } from '../../core/passage-store.ts';
import { type Query, toVectorSql } from './connect.ts';
import { alsoAllowed, editionsOf, looksAtPassages, passageCondition, startValues } from './filter-sql.ts';
import { countPassages, type ListedDocument } from './list-documents.ts';
import { type CandidateRow, candidateColumns, toScoredPassages } from './scored-rows.ts';

export interface VectorSearch {
  query: Query;
  /** In reading order. */
  listed: readonly ListedDocument[];
  dimensions: number;
  /** The most passages that are compared one by one; the graph is walked for more. */
  exactUpTo: number;
}

/** How many passages a filter lets through. */
export async function countAllowed(
  { query, listed }: Pick<VectorSearch, 'query' | 'listed'>,
  filter: PassageFilter,
): Promise<number> {
  const editions = editionsOf(listed, filter);
  if (!looksAtPassages(filter)) return countPassages(editions);
  const values = startValues();
  const among = values.add(editions.map(({ edition }) => edition));
  const [row] = await query<{ count: number }>(
    `select count(*)::integer as count from passages p
     where p.edition = any(${among}::integer[]) and ${passageCondition(filter, listed, values)}`,
    values.list,
  );
  return row?.count ?? 0;
}

/** Passages that are taken from the graph for each that is wanted: half precision mistakes the order of near ones. */
const fromGraphEach = 4;

/** The graph finds in half precision; what it found is ordered by the vectors themselves. */
type Ranking = 'exact' | 'graph';

async function rank(
  search: VectorSearch,
  ranking: Ranking,
  vector: Float32Array,
  count: number,
  filter: PassageFilter,
): Promise<ScoredPassage[]> {
  const { query, listed, dimensions } = search;
  const editions = editionsOf(listed, filter).map(({ edition }) => edition);
  const values = startValues();
  const [among, nearTo, most] = [values.add(editions), values.add(toVectorSql(vector)), values.add(count)];
  const isAllowed = alsoAllowed('v', filter, listed, values);
  const allowed = `v.edition = any(${among}::integer[]) and vector_dims(v.embedding) = ${dimensions} ${isAllowed}`;
  const half = `halfvec(${dimensions})`;
  const near = `(select v.edition, v.ordinal, v.embedding from vectors v where ${allowed}
    order by v.embedding::${half} <#> ${nearTo}::${half} limit ${fromGraphEach} * ${most}::integer) as v`;
  const rows = await query<CandidateRow>(
    `with best as (
       select v.edition, v.ordinal, place, -(v.embedding <#> ${nearTo}::vector) as score
       from ${ranking === 'graph' ? near : 'vectors v'}
       join unnest(${among}::integer[]) with ordinality as live(edition, place) using (edition)
       ${ranking === 'graph' ? '' : `where ${allowed}`}
       order by score desc, place, ordinal limit ${most}
     )
     select ${candidateColumns} from best join passages p using (edition, ordinal)
     order by score desc, place, ordinal`,
    values.list,
  );
  return toScoredPassages(rows);
}

/**
 * The `count` nearest of the passages that a filter lets through, by their cosine; never fewer than there are.
 * @throws RangeError where the vector has another length than the store's.
 */
export async function findByVector(
  search: VectorSearch,
  vector: Float32Array,
  count: number,
  filter: PassageFilter,
): Promise<ScoredPassage[]> {
  const { listed, dimensions, exactUpTo } = search;
  if (listed.length === 0) return [];
  if (vector.length !== dimensions) {
    throw new RangeError(`A vector of ${vector.length} values, ${dimensions} expected.`);
  }
  // No more than those of the documents: where that is few, nothing need be counted.
  const isFew =
    countPassages(editionsOf(listed, filter)) <= exactUpTo ||
    (await countAllowed(search, filter)) <= exactUpTo;
  if (isFew) return rank(search, 'exact', vector, count, filter);
  const found = await rank(search, 'graph', vector, count, filter);
  // A walk ends after some thousand passages, however few of them the filter let through.
  return found.length < count ? rank(search, 'exact', vector, count, filter) : found;
}
