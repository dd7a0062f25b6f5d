/** Coordinate search: fits numbers one at a time over short lists of values, moving only for a clear gain. Pure. */
import { bootstrapInterval, mean } from '../evaluate/score/statistics.ts';

/** The score of each item (a question) under some numbers, higher is better; always in the same order. */
export type ScoreItems<Numbers> = (numbers: Numbers) => Promise<readonly number[]>;

export interface ScoredValue {
  value: number;
  /** Mean over the items, with the other numbers as fitted. */
  score: number;
  /** Its gain over the fitted value, with the standard error. */
  gain: number;
  standardError: number;
}

export interface FittedNumbers<Numbers> {
  numbers: Numbers;
  score: number;
  /** By number, all values tried, ascending. */
  byValue: Record<keyof Numbers, ScoredValue[]>;
}

/** A 95 % interval is this many standard errors wide. */
const standardErrorsWide = 2 * 1.96;

/**
 * The mean of the items' differences, and its standard error: from the paired bootstrap over clusters, since
 * questions on one chapter are not independent. Infinite where there are fewer than two clusters.
 */
export function comparePaired(
  before: readonly number[],
  after: readonly number[],
  clusters: readonly string[],
): { gain: number; standardError: number } {
  const values = after.map((value, index) => ({
    cluster: clusters[index] ?? '',
    value: value - (before[index] ?? 0),
  }));
  const interval = bootstrapInterval(values);
  return {
    gain: mean(values.map(({ value }) => value)) ?? 0,
    standardError: interval === null ? Infinity : (interval[1] - interval[0]) / standardErrorsWide,
  };
}

/** Whether a gain exceeds a standard error, which chance gives one value in three; else the value is kept. */
export function isClearGain({ gain, standardError }: { gain: number; standardError: number }): boolean {
  return gain > 0 && gain > standardError;
}

/** Scores each list of numbers once. */
export function rememberScores<Numbers>(score: ScoreItems<Numbers>): ScoreItems<Numbers> {
  const known = new Map<string, Promise<readonly number[]>>();
  return (numbers) => {
    const key = JSON.stringify(numbers);
    const scored = known.get(key) ?? score(numbers);
    known.set(key, scored);
    return scored;
  };
}

export interface SearchOptions<Numbers> {
  start: Numbers;
  /** The values to try for each number; the current one is added. */
  grid: Record<keyof Numbers, readonly number[]>;
  rounds: number;
  score: ScoreItems<Numbers>;
  /** The cluster of each item. */
  clusters: readonly string[];
  /** Called after each number tried. */
  onTried?: (() => void) | undefined;
}

/**
 * Takes the numbers in turn, in the order of the grid, and moves each to its best value if that beats the current one
 * by more than a standard error.
 */
export async function searchCoordinates<Name extends string>(
  options: SearchOptions<Record<Name, number>>,
): Promise<FittedNumbers<Record<Name, number>>> {
  const { start, grid, rounds, clusters, onTried } = options;
  const score = rememberScores(options.score);
  const names = Object.keys(grid) as Name[];
  let numbers = start;
  const tryValues = async (name: Name): Promise<ScoredValue[]> => {
    const standing = await score(numbers);
    const values = [...new Set([...grid[name], numbers[name]])].sort((a, b) => a - b);
    const scored: ScoredValue[] = [];
    for (const value of values) {
      const items = await score({ ...numbers, [name]: value });
      scored.push({ value, score: mean(items) ?? 0, ...comparePaired(standing, items, clusters) });
    }
    onTried?.();
    return scored;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const stands = numbers[name];
      const distance = ({ value }: ScoredValue) => Math.abs(value - stands);
      const [best] = (await tryValues(name))
        .filter(isClearGain)
        .sort((a, b) => b.score - a.score || distance(a) - distance(b));
      if (best !== undefined) numbers = { ...numbers, [name]: best.value };
    }
  }
  const byValue = {} as Record<Name, ScoredValue[]>;
  for (const name of names) byValue[name] = await tryValues(name);
  return { numbers, score: mean(await score(numbers)) ?? 0, byValue };
}

/** Splits sorted clusters into folds, so that none is both fitted on and scored. */
function foldOf(cluster: string, clusters: readonly string[], folds: number): number {
  return [...new Set(clusters)].sort().indexOf(cluster) % folds;
}

export interface CrossValidation {
  /** Mean under the starting numbers. */
  before: number;
  /** Mean where each cluster is scored under numbers fitted without it. */
  after: number;
  gain: number;
  standardError: number;
}

/**
 * The gain of fitting over the start on unseen clusters: the search is repeated without each fold.
 */
export async function crossValidateSearch<Name extends string>(
  options: SearchOptions<Record<Name, number>>,
  folds: number,
): Promise<CrossValidation> {
  const { start, clusters } = options;
  const score = rememberScores(options.score);
  const before = await score(start);
  const after = [...before];
  for (let fold = 0; fold < folds; fold += 1) {
    const isOut = clusters.map((cluster) => foldOf(cluster, clusters, folds) === fold);
    const { numbers } = await searchCoordinates<Name>({
      ...options,
      clusters: clusters.filter((_, index) => !isOut[index]),
      score: async (tried) => (await score(tried)).filter((_, index) => !isOut[index]),
    });
    const scored = await score(numbers);
    scored.forEach((value, index) => {
      if (isOut[index]) after[index] = value;
    });
  }
  return { before: mean(before) ?? 0, after: mean(after) ?? 0, ...comparePaired(before, after, clusters) };
}
