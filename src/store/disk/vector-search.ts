/** The passages nearest to a vector: by the graphs of the documents that have one, else compared one by one. */
import { collectBest, type PositionedScore } from '../best-scores.ts';
import type { AllowedPassages } from './filter.ts';
import type { Graph } from './graph.ts';
import type { VectorRows } from './vector-rows.ts';

/** Passages from `start` up to `end`, with the graph of their vectors if there is one. */
export interface VectorRange {
  start: number;
  end: number;
  /** The place of the first one's row; `start` by default. */
  firstRow?: number;
  graph?: Graph | undefined;
}

/** Finds the passages nearest to a vector: cosine similarity, best first, equal scores in reading order. */
export type VectorSearch = (
  vector: Float32Array,
  count: number,
  allowed?: AllowedPassages,
) => Promise<PositionedScore[]>;

/** Where a filter allows less than this share of them, a walk would meet too few. */
const walkFromShare = 0.5;

const rowOf = ({ start, firstRow = start }: VectorRange) => firstRow;

/** Neighbours without graphs, whose rows are neighbours too, as one range. */
function joinRanges(ranges: readonly VectorRange[]): VectorRange[] {
  const joined: VectorRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const follows = last && rowOf(range) === rowOf(last) + last.end - last.start;
    if (!follows || last.graph || range.graph) joined.push({ ...range });
    else last.end = range.end;
  }
  return joined;
}

async function walk(
  { start, end, graph }: VectorRange,
  vector: Float32Array,
  count: number,
  allowed: AllowedPassages | undefined,
): Promise<PositionedScore[] | undefined> {
  if (graph === undefined) return undefined;
  const flags = allowed?.flags.subarray(start, end);
  const total = flags?.reduce((sum, flag) => sum + flag, 0) ?? end - start;
  if (total < (end - start) * walkFromShare) return undefined;
  const found = await graph.search(vector, count, flags && ((point) => flags[point] === 1));
  // The walk ends when it finds nothing nearer, even if the filter left too few.
  if (found.length < Math.min(count, total)) return undefined;
  return found.map(({ position, score }) => ({ position: start + position, score }));
}

function searchRows(
  rows: VectorRows,
  vector: Float32Array,
  count: number,
  allowed: AllowedPassages | undefined,
  range: VectorRange,
): PositionedScore[] {
  const { start, end } = range;
  const first = rowOf(range);
  const found = rows.search(vector, count, allowed?.flags.subarray(start, end), first, first + end - start);
  return found.map(({ position, score }) => ({ position: start + position, score }));
}

/** Searches ranges that follow each other. @throws RangeError for a vector of another length than the rows'. */
export function createVectorSearch(rows: VectorRows, ranges: readonly VectorRange[]): VectorSearch {
  const joined = joinRanges(ranges);
  return async (vector, count, allowed) => {
    rows.check(vector);
    const best = collectBest(count);
    for (const range of joined) {
      const found =
        (await walk(range, vector, count, allowed)) ?? searchRows(rows, vector, count, allowed, range);
      for (const { position, score } of found) best.offer(position, score);
    }
    return best.list();
  };
}
