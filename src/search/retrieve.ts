/** Ranks passages for a question: keyword and vector candidates, fused, then reranked token by token. */
import type { PassageFilter, PassageStore, ScoredPassage } from '../core/passage-store.ts';
import type { Encoding, Hit } from '../core/types.ts';
import { maxSim, toQueryTokens } from './maxsim.ts';
import { candidateCount, type RankingNumbers, ranking } from './ranking-numbers.ts';

/** A question, encoded and analysed. */
export interface EncodedQuestion {
  text: string;
  encoding: Encoding;
  /** Names of the chapters it is about: their passages get a bonus, others stay in. */
  chapters: readonly string[];
  /** It asks for a source: endnotes are as good as text. */
  asksForNotes?: boolean | undefined;
}

/** Parts of the ranking that can be left out, to see what each carries. */
export const rankingParts = ['maxsim', 'keyword', 'vector', 'routing', 'notes-discount'] as const;
export type RankingPart = (typeof rankingParts)[number];

export interface RetrieveOptions {
  /** Hits wanted. */
  count: number;
  filter?: PassageFilter | undefined;
  /** None by default. Without both keyword and vector there are no candidates, and no hits. */
  without?: readonly RankingPart[] | undefined;
  /** What the parts count; the fitted numbers that ship by default. */
  numbers?: RankingNumbers | undefined;
}

/** Scores by position, each 0..1. */
type Scores = ReadonlyMap<number, number>;

/** Min-max: the best becomes 1, the worst 0; equal scores all become 1. */
export function normalizeScores(scored: readonly ScoredPassage[]): Map<number, number> {
  const scores = scored.map(({ score }) => score);
  const low = Math.min(...scores);
  const span = Math.max(...scores) - low;
  return new Map(scored.map(({ position, score }) => [position, span > 0 ? (score - low) / span : 1]));
}

function byScore(left: ScoredPassage, right: ScoredPassage): number {
  return right.score - left.score || left.position - right.position;
}

/** Weighted sum of both rankings, a passage missing in one counting 0 there, and the chapter bonus. Best first. */
export function fuseScores(
  keyword: Scores,
  vector: Scores,
  isNamed: (position: number) => boolean,
  { vectorWeight, chapterBonus }: Pick<RankingNumbers, 'vectorWeight' | 'chapterBonus'> = ranking.numbers,
): ScoredPassage[] {
  const positions = [...new Set([...vector.keys(), ...keyword.keys()])];
  const fused = positions.map((position) => ({
    position,
    score:
      vectorWeight * (vector.get(position) ?? 0) +
      (1 - vectorWeight) * (keyword.get(position) ?? 0) +
      (isNamed(position) ? chapterBonus : 0),
  }));
  return fused.sort(byScore);
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
): Promise<Hit[]> {
  const { text, encoding, chapters, asksForNotes } = question;
  const { rerankDepth, maxSimShare, noteDiscount, tokenWeightPower } = numbers;
  const has = (part: RankingPart) => !without.includes(part);
  const keyword = normalizeScores(has('keyword') ? store.searchKeywords(text, candidateCount, filter) : []);
  const vector = normalizeScores(
    has('vector') ? await store.searchVector(encoding.vector, candidateCount, filter) : [],
  );
  const named = new Set(has('routing') ? chapters : []);
  const isNamed = (position: number) => named.has(store.passages[position]?.chapter ?? '');
  const fused = fuseScores(keyword, vector, isNamed, numbers);

  const query = toQueryTokens(encoding, (token) => store.tokenWeight(token), tokenWeightPower);
  const dimensions = encoding.vector.length;
  const head = fused.slice(0, rerankDepth).map(({ position }) => position);
  const maxsim = normalizeScores(
    has('maxsim')
      ? head.map((position) => ({ position, score: maxSim(query, store.tokens(position), dimensions) }))
      : [],
  );
  const share = has('maxsim') ? maxSimShare : 0;
  const fusion = normalizeScores(fused);
  const fusedShare = (position: number) => (1 - share) * (fusion.get(position) ?? 0);
  const discount = (position: number) =>
    has('notes-discount') && !asksForNotes && store.passages[position]?.kind === 'note' ? noteDiscount : 0;
  const reranked = head
    .map((position) => ({
      position,
      score: Math.max(0, fusedShare(position) + share * (maxsim.get(position) ?? 0) - discount(position)),
    }))
    .sort(byScore);
  const ceiling = reranked.at(-1)?.score ?? 0;
  const tail = fused.slice(rerankDepth).map(({ position }) => ({
    position,
    score: Math.min(ceiling, fusedShare(position)),
  }));

  return [...reranked, ...tail].slice(0, count).flatMap(({ position, score }): Hit[] => {
    const passage = store.passages[position];
    if (!passage) return [];
    const scores = {
      keyword: keyword.get(position) ?? null,
      vector: vector.get(position) ?? null,
      maxsim: maxsim.get(position) ?? null,
    };
    return [{ passage, score, scores }];
  });
}
