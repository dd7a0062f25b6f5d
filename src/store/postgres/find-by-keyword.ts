/** The passages with the words of a question: their postings are read from the database, and scored as every store does. */
import type { PassageFilter, ScoredPassage } from '../../core/passage-store.ts';
import { countAll } from '../../core/summary.ts';
import type { PositionedScore } from '../best-scores.ts';
import {
  type AskedWord,
  createKeywordScores,
  type HeldTerm,
  mostChanges,
  weighTypo,
} from '../keywords/bm25.ts';
import { fieldCount, termsOf, visitPostings } from '../keywords/postings.ts';
import { readVarints } from '../keywords/varints.ts';
import type { Query } from './connect.ts';
import { editionsOf, looksAtPassages, passageCondition, startValues } from './filter-sql.ts';
import { countPassages, type ListedDocument } from './list-documents.ts';
import type { ByEdition } from './remember-editions.ts';
import { type CandidateRow, candidateColumns, toScoredPassages } from './scored-rows.ts';

/** PostgreSQL compares texts of at most 255 letters. */
const longestTypo = 200;

export interface KeywordSearch {
  query: Query;
  /** In reading order. */
  listed: readonly ListedDocument[];
  /** The lengths of the fields of editions' passages: passages x fields. */
  lengthsOf(editions: readonly number[]): Promise<ByEdition<Uint32Array>>;
}

/** The editions that are searched, one after the other: a passage is known by its position among all of theirs. */
interface Searched {
  editions: readonly number[];
  /** The position of the first passage of each. */
  starts: readonly number[];
  passages: number;
}

function layOutEditions(listed: readonly ListedDocument[]): Searched {
  let passages = 0;
  const starts = listed.map((one) => {
    const start = passages;
    passages += one.passages;
    return start;
  });
  return { editions: listed.map(({ edition }) => edition), starts, passages };
}

/** A term, with the editions among those searched that have it, ascending, and their postings end to end. */
interface TermRow {
  term: string;
  inHeadings: number;
  inTexts: number;
  editions: number[] | null;
  postings: Buffer | null;
}

async function readTerms(
  { query, listed }: KeywordSearch,
  terms: readonly string[],
  { editions }: Searched,
): Promise<TermRow[]> {
  if (terms.length === 0) return [];
  const values = startValues();
  const sought = values.add(terms);
  const live = values.add(listed.map(({ edition }) => edition));
  const among =
    editions.length === listed.length
      ? ''
      : `filter (where edition = any(${values.add(editions)}::integer[]))`;
  return query<TermRow>(
    `select term, sum(in_headings)::integer as "inHeadings", sum(in_texts)::integer as "inTexts",
       array_agg(edition order by edition) ${among} as editions,
       string_agg(postings, ''::bytea order by edition) ${among} as postings
     from document_terms where term = any(${sought}::text[]) and edition = any(${live}::integer[]) group by term`,
    values.list,
  );
}

/** The terms of all editions that a word may be meant for, with their distances. */
async function findTypos(query: Query, word: string): Promise<{ term: string; distance: number }[]> {
  const most = mostChanges(word);
  if (most === 0 || word.length > longestTypo) return [];
  return query<{ term: string; distance: number }>(
    `select term, levenshtein_less_equal($1::text, term, $2::integer) as distance from vocabulary
     where length(term) between length($1) - $2 and length($1) + $2
       and levenshtein_less_equal($1::text, term, $2::integer) between 1 and $2`,
    [word, most],
  );
}

/** A term's postings, to be read with the lengths of their passages. */
function toHeldTerm(
  { inHeadings, inTexts, editions, postings }: TermRow,
  weight: number,
  startOf: ByEdition<number>,
  lengths: ByEdition<Uint32Array>,
): HeldTerm {
  return {
    weight,
    holders: [inHeadings, inTexts],
    visit: (visit) => {
      const reader = readVarints(postings ?? new Uint8Array(), 0);
      for (const edition of editions ?? []) {
        const start = startOf.get(edition) ?? 0;
        const own = lengths.get(edition);
        visitPostings(reader, (place, field, frequency) =>
          visit(start + place, field, frequency, own?.[place * fieldCount + field] ?? 0),
        );
      }
    },
  };
}

/** The words of a question that some passage has; one that none has by the terms that it may be meant for. */
async function findWords(search: KeywordSearch, text: string, searched: Searched): Promise<AskedWord[]> {
  const times = countAll(termsOf(text));
  const asked = [...times.keys()];
  const rows = new Map((await readTerms(search, asked, searched)).map((row) => [row.term, row]));
  const unknown = asked.filter((word) => !rows.has(word));
  const typos = new Map(
    await Promise.all(unknown.map(async (word) => [word, await findTypos(search.query, word)] as const)),
  );
  const others = new Set([...typos.values()].flat().map(({ term }) => term));
  const further = [...others].filter((term) => !rows.has(term));
  for (const row of await readTerms(search, further, searched)) rows.set(row.term, row);
  const startOf = new Map(searched.editions.map((edition, at) => [edition, searched.starts[at] ?? 0]));
  const lengths = await search.lengthsOf(searched.editions);
  return asked.map((word) => {
    const sought = typos.get(word) ?? [{ term: word, distance: 0 }];
    const terms = sought.flatMap(({ term, distance }) => {
      const row = rows.get(term);
      const weight = distance === 0 ? 1 : weighTypo(term, distance);
      return row === undefined ? [] : [toHeldTerm(row, weight, startOf, lengths)];
    });
    return { times: times.get(word) ?? 1, terms };
  });
}

/** The passage at a position: its edition and its place there. */
function placeOf(position: number, { editions, starts }: Searched): { edition: number; ordinal: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return { edition: editions[low] ?? 0, ordinal: position - (starts[low] ?? 0) };
}

/** Those of some passages that a filter lets through, as candidates. */
async function readCandidates(
  { query, listed }: KeywordSearch,
  found: readonly PositionedScore[],
  searched: Searched,
  filter: PassageFilter,
): Promise<ScoredPassage[]> {
  const places = found.map(({ position }) => placeOf(position, searched));
  const values = startValues();
  const lists = [
    `${values.add(places.map(({ edition }) => edition))}::integer[]`,
    `${values.add(places.map(({ ordinal }) => ordinal))}::integer[]`,
    `${values.add(found.map(({ score }) => score))}::float8[]`,
  ];
  const rows = await query<CandidateRow>(
    `select ${candidateColumns}
     from unnest(${lists.join(', ')}) with ordinality as found(edition, ordinal, score, place)
     join passages p using (edition, ordinal)
     where ${passageCondition(filter, listed, values)} order by place`,
    values.list,
  );
  return toScoredPassages(rows);
}

/** The `count` best of the passages that a filter lets through. */
export async function findByKeyword(
  search: KeywordSearch,
  text: string,
  count: number,
  filter: PassageFilter,
): Promise<ScoredPassage[]> {
  const { listed } = search;
  const searched = layOutEditions(editionsOf(listed, filter));
  const words = await findWords(search, text, searched);
  const total = countPassages(listed);
  const meanOf = (field: 'headingWords' | 'textWords') =>
    listed.reduce((sum, one) => sum + one[field], 0) / total;
  const scores = createKeywordScores(searched.passages);
  scores.score(words, { passages: total, means: [meanOf('headingWords'), meanOf('textWords')] });
  // Whether a passage fits a filter that looks at passages is known when it is read: more are, until enough fit.
  for (let most = looksAtPassages(filter) ? 10 * count : count; ; most *= 8) {
    const found = scores.best(most);
    if (found.length === 0) return [];
    const candidates = await readCandidates(search, found, searched, filter);
    if (candidates.length >= count || found.length < most) return candidates.slice(0, count);
  }
}
