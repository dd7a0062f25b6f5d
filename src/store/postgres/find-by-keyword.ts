/**
 * The passages with the words of a question, ranked as the store on disk ranks them: MiniSearch's BM25+ over headings and
 * texts, with its typos.
 */
import type { PassageFilter, ScoredPassage } from '../../core/passage-store.ts';
import { countAll } from '../../core/summary.ts';
import { splitWords } from '../../search/normalize-words.ts';
import { shortestTypo, toKeyword, typoShare } from '../keyword-terms.ts';
import type { Query } from './connect.ts';
import { alsoAllowed, editionsOf, startValues } from './filter-sql.ts';
import { countPassages, type ListedDocument } from './list-documents.ts';
import { type CandidateRow, candidateColumns, toScoredPassages } from './scored-rows.ts';

/** MiniSearch's numbers: saturation and length of BM25, the lower bound of BM25+, and what a typo's term weighs. */
const saturation = 1.2;
const lengthShare = 0.7;
const lowerBound = 0.5;
const typoWeight = 0.45;
const farthestTypo = 6;
/** PostgreSQL compares texts of at most 255 letters. */
const longestTypo = 200;

interface KeywordSearch {
  query: Query;
  /** In reading order. */
  listed: readonly ListedDocument[];
}

/** A term to look for, for a term of the question: the same, or one that it may be a typo of. */
interface SoughtTerm {
  term: string;
  asked: string;
  /** 1, less for a typo. */
  weight: number;
}

/** A term that some passage has, with what it counts for in a heading and in a text. */
interface WeighedTerm extends SoughtTerm {
  inHeading: number;
  inText: number;
}

/** In how many headings and texts a term is. */
interface Holders {
  term: string;
  inHeadings: number;
  inTexts: number;
}

async function countHolders(
  { query, listed }: KeywordSearch,
  terms: readonly string[],
): Promise<Map<string, Holders>> {
  const rows = await query<Holders>(
    `select term, sum(in_headings)::integer as "inHeadings", sum(in_texts)::integer as "inTexts"
     from document_terms where term = any($1::text[]) and edition = any($2::integer[]) group by term`,
    [terms, listed.map(({ edition }) => edition)],
  );
  return new Map(rows.map((row) => [row.term, row]));
}

/** The terms of all editions that differ from a word in a fifth of its letters. */
async function findTypos(query: Query, asked: string): Promise<SoughtTerm[]> {
  const most = Math.min(farthestTypo, Math.round(asked.length * typoShare));
  const rows = await query<{ term: string; distance: number }>(
    `select term, levenshtein_less_equal($1::text, term, $2::integer) as distance from vocabulary
     where length(term) between length($1) - $2 and length($1) + $2
       and levenshtein_less_equal($1::text, term, $2::integer) between 1 and $2`,
    [asked, most],
  );
  return rows.map(({ term, distance }) => ({
    term,
    asked,
    weight: (typoWeight * term.length) / (term.length + distance),
  }));
}

/** Inverse document frequency. */
function weighRarity(total: number, holders: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}

/** The terms of a question that some passage has; for a word that none has, those that it may be a typo of. */
async function weighTerms(search: KeywordSearch, text: string): Promise<WeighedTerm[]> {
  const counts = countAll(splitWords(text).flatMap((word) => toKeyword(word) || []));
  const asked = [...counts.keys()];
  if (asked.length === 0) return [];
  const holders = await countHolders(search, asked);
  const unknown = asked.filter(
    (term) => !holders.has(term) && term.length >= shortestTypo && term.length <= longestTypo,
  );
  const typos = (await Promise.all(unknown.map((term) => findTypos(search.query, term)))).flat();
  const others = typos.map(({ term }) => term).filter((term) => !holders.has(term));
  if (others.length > 0) for (const [term, row] of await countHolders(search, others)) holders.set(term, row);
  const total = countPassages(search.listed);
  const sought = [...asked.map((term): SoughtTerm => ({ term, asked: term, weight: 1 })), ...typos];
  return sought.flatMap((one) => {
    const found = holders.get(one.term);
    if (found === undefined) return [];
    // A word that is asked for twice counts twice.
    const times = one.weight * (counts.get(one.asked) ?? 1);
    const inHeading = times * weighRarity(total, found.inHeadings);
    return [{ ...one, inHeading, inText: times * weighRarity(total, found.inTexts) }];
  });
}

/** What a field of a passage `t` gains by a term of the weight `weight`; 0 where the field is without it. */
function gainOf(frequency: string, words: string, meanWords: string, weight: string): string {
  const norm = `(${1 - lengthShare}::float8 + ${lengthShare}::float8 * t.${words} / ${meanWords}::float8)`;
  const gain = `t.${frequency} * ${saturation + 1}::float8 / (t.${frequency} + ${saturation}::float8 * ${norm})`;
  return `case when t.${frequency} = 0 then 0 else ${weight} * (${lowerBound}::float8 + ${gain}) end`;
}

/**
 * The `count` best of the passages that a filter lets through. Scores are rounded to nine places, so that passages of the same
 * words tie, whichever way their sums were added up.
 */
export async function findByKeyword(
  search: KeywordSearch,
  text: string,
  count: number,
  filter: PassageFilter,
): Promise<ScoredPassage[]> {
  const { query, listed } = search;
  const terms = await weighTerms(search, text);
  if (terms.length === 0) return [];
  const values = startValues();
  const sought = [
    `${values.add(terms.map(({ term }) => term))}::text[]`,
    `${values.add(terms.map(({ asked }) => asked))}::text[]`,
    `${values.add(terms.map(({ inHeading }) => inHeading))}::float8[]`,
    `${values.add(terms.map(({ inText }) => inText))}::float8[]`,
  ];
  const among = values.add(editionsOf(listed, filter).map(({ edition }) => edition));
  const most = values.add(count);
  const total = countPassages(listed);
  const meanOf = (field: 'headingWords' | 'textWords') =>
    values.add(listed.reduce((sum, one) => sum + one[field], 0) / total);
  const gains = [
    gainOf('in_heading', 'heading_words', meanOf('headingWords'), 'sought.in_heading'),
    gainOf('in_text', 'text_words', meanOf('textWords'), 'sought.in_text'),
  ];
  const found = await query<CandidateRow>(
    `with scored as (
       select t.edition, t.ordinal,
         round((sum(${gains.join(' + ')}) * count(distinct sought.asked))::numeric, 9)::float8 as score
       from unnest(${sought.join(', ')}) as sought(term, asked, in_heading, in_text)
       join passage_terms t on t.term = sought.term
       where t.edition = any(${among}::integer[]) ${alsoAllowed('t', filter, listed, values)}
       group by t.edition, t.ordinal
     ),
     best as (
       select edition, ordinal, place, score
       from scored join unnest(${among}::integer[]) with ordinality as live(edition, place) using (edition)
       order by score desc, place, ordinal limit ${most}
     )
     select ${candidateColumns} from best join passages p using (edition, ordinal)
     order by score desc, place, ordinal`,
    values.list,
  );
  return toScoredPassages(found);
}
