/** Answers a search request of the API. */

import { fetchNames } from '../answer/cite.ts';
import type { PassageStore } from '../core/passage-store.ts';
import { readRequest } from '../wire/read-request.ts';
import { searchRequestSchema } from '../wire/search.ts';
import type { SearchRequest, SearchResponse } from '../wire/types.ts';
import type { RankPassages } from './rank-passages.ts';
import { toFilter } from './scope.ts';
import { toWireHit } from './views.ts';

/** Milliseconds to two decimals. */
function roundMs(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

/** @throws VerseError `bad-input` that names the field, `unknown-document`, `unknown-chapter`; the reason of `signal`. */
export async function searchPassages(
  request: SearchRequest,
  rank: RankPassages,
  store: PassageStore,
  signal?: AbortSignal,
): Promise<SearchResponse> {
  const { query, limit, kinds } = readRequest(searchRequestSchema, request);
  const filter = {
    ...(await toFilter(request, store)),
    ...(kinds !== undefined && kinds.length > 0 && { kinds }),
  };
  const { hits, encodeMs, totalMs } = await rank(query, limit, filter, { signal });
  const names = await fetchNames(store);
  return {
    hits: hits.map((hit) => toWireHit(hit, names)),
    timings: {
      totalMs: roundMs(totalMs),
      encodeMs: roundMs(encodeMs),
      searchMs: roundMs(totalMs - encodeMs),
    },
  };
}
