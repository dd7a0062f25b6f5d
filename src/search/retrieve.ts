/** Ranks passages for a question: keyword and vector candidates, fused, then reranked token by token. */

import type { MatterRole } from '../core/matter-forms.ts';
import {
  compareIds,
  type PassageFilter,
  type PassageStore,
  type PassageVectors,
  type ScoredPassage,
} from '../core/passage-store.ts';
import type { Encoding, Hit, HitScores } from '../core/types.ts';
import { maxSim, toQueryTokens } from './maxsim.ts';
import { candidateCount, type RankingNumbers, ranking } from './ranking-numbers.ts';
import type { RankingPart } from './ranking-parts.ts';

/** A question, encoded and analysed. */
export interface EncodedQuestion {
  text: string;
  encoding: Encoding;
  /** Names of the chapters it is about: their passages get a bonus, others stay in. */
  chapters: readonly string[];
  /** It asks for a source: endnotes are as good as text. */
  asksForNotes?: boolean | undefined;
  /** The front and back matter that it asks for. */
  matter?: readonly MatterRole[] | undefined;
}

/** A passage found, with what the encoder made of it. */
export interface RetrievedHit extends Hit {
  vectors: PassageVectors;
}

export interface RetrieveOptions {
  /** Hits wanted. */
  count: number;
  filter?: PassageFilter | undefined;
  /** None by default. Without both keyword and vector there are no candidates, and no hits. */
  without?: readonly RankingPart[] | undefined;
  /** What the parts count; the fitted numbers that ship by default. */
  numbers?: RankingNumbers | undefined;
}

/** Scores by passage id, each 0..1. */
type Scores = ReadonlyMap<string, number>;

type Scored = Pick<ScoredPassage, 'id' | 'score'>;

/** Min-max: the best becomes 1, the worst 0; equal scores all become 1. */
export function normalizeScores(scored: readonly Scored[]): Map<string, number> {
  const scores = scored.map(({ score }) => score);
  const low = Math.min(...scores);
  const span = Math.max(...scores) - low;
  return new Map(scored.map(({ id, score }) => [id, span > 0 ? (score - low) / span : 1]));
}

function byScore(left: Scored, right: Scored): number {
  return right.score - left.score || compareIds(left.id, right.id);
}

/** Weighted sum of both rankings, a passage missing in one counting 0 there, and the chapter bonus. Best first. */
export function fuseScores(
  keyword: Scores,
  vector: Scores,
  isNamed: (id: string) => boolean,
  { vectorWeight, chapterBonus }: Pick<RankingNumbers, 'vectorWeight' | 'chapterBonus'> = ranking.numbers,
): Scored[] {
  const ids = [...new Set([...vector.keys(), ...keyword.keys()])];
  const fused = ids.map((id) => ({
    id,
    score:
      vectorWeight * (vector.get(id) ?? 0) +
      (1 - vectorWeight) * (keyword.get(id) ?? 0) +
      (isNamed(id) ? chapterBonus : 0),
  }));
  return fused.sort(byScore);
}

/** What is taken from the score of notes, and of front and back matter, unless the question asks for them. */
function discountOf(
  passage: Pick<ScoredPassage, 'kind' | 'matter'> | undefined,
  { asksForNotes = false, matter: asked = [] }: EncodedQuestion,
  { noteDiscount }: RankingNumbers,
): number {
  const isSource = passage?.kind === 'note' || passage?.matter === 'references';
  if (isSource && asksForNotes) return 0;
  const { matter } = passage ?? {};
  return passage?.kind === 'note' || (matter !== undefined && !asked.includes(matter)) ? noteDiscount : 0;
}

/** The passages with their vectors, in the order of the ids; what is known already is not fetched again. */
async function fetchHits(
  scored: readonly Scored[],
  known: ReadonlyMap<string, PassageVectors>,
  scoresOf: (id: string) => HitScores,
  store: PassageStore,
): Promise<RetrievedHit[]> {
  const ids = scored.map(({ id }) => id);
  const missing = ids.filter((id) => !known.has(id));
  const [passages, fetched] = await Promise.all([
    store.passages(ids),
    missing.length > 0 ? store.vectors(missing) : known,
  ]);
  return scored.flatMap(({ id, score }) => {
    const passage = passages.get(id);
    const vectors = known.get(id) ?? fetched.get(id);
    if (passage === undefined || vectors === undefined) return [];
    return [{ passage, score, scores: scoresOf(id), vectors }];
  });
}

/**
 * The best passages for a question, at most `count`, best first. The first `rerankDepth` of the fusion are scored
 * anew, a share of `maxSimShare` by MaxSim and the rest by the fusion; later ones follow in the fusion's order, never
 * above them.
 */
export async function retrieve(
  question: EncodedQuestion,
  store: PassageStore,
  { count, filter, without = [], numbers = ranking.numbers }: RetrieveOptions,
): Promise<RetrievedHit[]> {
  const { text, encoding, chapters } = question;
  const { rerankDepth, maxSimShare, tokenWeightPower } = numbers;
  const has = (part: RankingPart) => !without.includes(part);
  const [candidates, weights] = await Promise.all([
    store.findCandidates({
      vector: has('vector') ? encoding.vector : undefined,
      text: has('keyword') ? text : undefined,
      count: candidateCount,
      filter,
    }),
    store.tokenWeights(encoding.tokens),
  ]);
  const { byKeyword, byVector } = candidates;
  const keyword = normalizeScores(byKeyword);
  const vector = normalizeScores(byVector);
  const found = new Map([...byKeyword, ...byVector].map((one) => [one.id, one]));
  const named = new Set(has('routing') ? chapters : []);
  const isNamed = (id: string) => named.has(found.get(id)?.chapter ?? '');
  const fused = fuseScores(keyword, vector, isNamed, numbers);

  const head = fused.slice(0, rerankDepth).map(({ id }) => id);
  const vectors = has('maxsim') ? await store.vectors(head) : new Map<string, PassageVectors>();
  const query = toQueryTokens(encoding, weights, tokenWeightPower);
  const dimensions = encoding.vector.length;
  const maxsim = normalizeScores(
    [...vectors].map(([id, { tokens }]) => ({ id, score: maxSim(query, tokens, dimensions) })),
  );
  const share = has('maxsim') ? maxSimShare : 0;
  const fusion = normalizeScores(fused);
  const fusedShare = (id: string) => (1 - share) * (fusion.get(id) ?? 0);
  const discount = (id: string) => (has('notes-discount') ? discountOf(found.get(id), question, numbers) : 0);
  const reranked = head
    .map((id) => ({
      id,
      score: Math.max(0, fusedShare(id) + share * (maxsim.get(id) ?? 0) - discount(id)),
    }))
    .sort(byScore);
  const ceiling = reranked.at(-1)?.score ?? 0;
  const tail = fused.slice(rerankDepth).map(({ id }) => ({
    id,
    score: Math.min(ceiling, fusedShare(id)),
  }));

  const scoresOf = (id: string): HitScores => ({
    keyword: keyword.get(id) ?? null,
    vector: vector.get(id) ?? null,
    maxsim: maxsim.get(id) ?? null,
  });
  return fetchHits([...reranked, ...tail].slice(0, count), vectors, scoresOf, store);
}
