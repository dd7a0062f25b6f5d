/**
 * Pairs sentences of two editions that say much the same in other words or figures; one that was split, or several that were
 * joined, with all of its parts. Pure.
 */
import { mapInPieces, type Pause } from '../core/pauses.ts';
import type { EditionSentence } from './edition.ts';
import { containment, countCommon, likenessOf, readWords, type SentenceWords } from './word-overlap.ts';

/** Sentences of one kind; of either edition one, or those next to each other that stand for one. */
export interface ChangedPair {
  before: EditionSentence[];
  after: EditionSentence[];
}

/** A part of a sentence that was split is less like it than this, and may be a pair's beginning all the same. */
const part = { likeness: 0.3, containment: 0.8, words: 4 } as const;
/** The share of a sentence's words that must be found in what a pair has not paired yet, for it to be a part of the pair. */
const leastFound = 0.5;
/** The fewest sentences that are not all compared with each other: pairs, of the time that a blink takes. */
const mostCompared = 10_000;
/** In longer lists a sentence is compared with those at its relative place, and with those that have a rare word of it. */
const near = { places: 4, holders: 16, best: 8 } as const;

interface Candidate {
  before: number;
  after: number;
  likeness: number;
  /** How far apart their relative places are, 0..1: of rows that are equally alike, those at one place are one. */
  distance: number;
}

/** The indices of those that have each word. */
function indexWords(all: readonly SentenceWords[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, { words }] of all.entries())
    for (const word of words.counts.keys()) {
      const own = holders.get(word);
      if (own === undefined) holders.set(word, [index]);
      else own.push(index);
    }
  return holders;
}

/** Which of the new ones each of the old ones is compared with. */
async function chooseCompared(
  before: readonly SentenceWords[],
  after: readonly SentenceWords[],
  pause: Pause,
): Promise<number[][]> {
  if (before.length * after.length <= mostCompared) return before.map(() => [...after.keys()]);
  const holders = indexWords(after);
  return mapInPieces(before.entries(), pause, ([index, { words }]) => {
    const votes = new Map<number, number>();
    for (const word of words.counts.keys()) {
      const own = holders.get(word) ?? [];
      if (own.length <= near.holders) for (const other of own) votes.set(other, (votes.get(other) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, near.best);
    const middle = Math.round((index * after.length) / before.length);
    const around = Array.from({ length: 2 * near.places + 1 }, (_, step) => middle - near.places + step);
    const placed = around.filter((other) => other >= 0 && other < after.length);
    return [...new Set([...best.map(([other]) => other), ...placed])];
  });
}

async function findCandidates(
  before: readonly SentenceWords[],
  after: readonly SentenceWords[],
  least: number,
  pause: Pause,
): Promise<Candidate[]> {
  const compared = await chooseCompared(before, after, pause);
  const found = await mapInPieces(compared.entries(), pause, ([one, others]) =>
    others.flatMap((other): Candidate[] => {
      const [mine, theirs] = [before[one], after[other]];
      if (mine === undefined || theirs === undefined) return [];
      const likeness = likenessOf(mine, theirs);
      const isPart =
        likeness >= part.likeness &&
        Math.min(mine.words.size, theirs.words.size) >= part.words &&
        containment(mine, theirs) >= part.containment;
      if (likeness < least && !isPart) return [];
      const distance = Math.abs(one / before.length - other / after.length);
      return [{ before: one, after: other, likeness, distance }];
    }),
  );
  return found.flat();
}

/** A pair while it grows, as indices. */
interface OpenPair {
  before: number[];
  after: number[];
}

/**
 * Adds the sentences beside a pair that make it more alike, in one direction.
 * @param side where the sentence stands that is looked at.
 */
async function extend(
  side: 'before' | 'after',
  step: 1 | -1,
  owners: Map<number, OpenPair>,
  sentences: { before: readonly EditionSentence[]; after: readonly EditionSentence[] },
  pause: Pause,
): Promise<void> {
  const own = sentences[side];
  const wordsOf = (pair: OpenPair, where: 'before' | 'after') =>
    readWords(pair[where].flatMap((index) => sentences[where][index] ?? []));
  for (const start of own.keys()) {
    await pause();
    const index = step === 1 ? start : own.length - 1 - start;
    const pair = owners.get(index - step);
    const [beside, sentence] = [own[index - step], own[index]];
    if (pair === undefined || owners.has(index) || beside === undefined || sentence === undefined) continue;
    if (sentence.at !== beside.at + step) continue;
    const longer: OpenPair = {
      ...pair,
      [side]: step === 1 ? [...pair[side], index] : [index, ...pair[side]],
    };
    const [old, fresh] = [wordsOf(pair, 'before'), wordsOf(pair, 'after')];
    const [longerOld, longerFresh] = [wordsOf(longer, 'before'), wordsOf(longer, 'after')];
    const found = countCommon(longerOld, longerFresh) - countCommon(old, fresh);
    if (found < leastFound * readWords([sentence]).words.size) continue;
    if (likenessOf(longerOld, longerFresh) <= likenessOf(old, fresh)) continue;
    pair[side] = longer[side];
    owners.set(index, pair);
  }
}

/**
 * @param before sentences of one kind in reading order, as `after`; none of either is in the other edition as it is.
 * @param least how like the two of a pair must be (`likenessOf`).
 * @returns in the order of `before`; what is in no pair is in the other edition not at all.
 */
export async function pairChanged(
  before: readonly EditionSentence[],
  after: readonly EditionSentence[],
  least: number,
  pause: Pause,
): Promise<ChangedPair[]> {
  if (before.length === 0 || after.length === 0) return [];
  const wordsOf = (all: readonly EditionSentence[]) => mapInPieces(all, pause, (one) => readWords([one]));
  const candidates = await findCandidates(await wordsOf(before), await wordsOf(after), least, pause);
  candidates.sort(
    (a, b) => b.likeness - a.likeness || a.distance - b.distance || a.before - b.before || a.after - b.after,
  );
  const owners = { before: new Map<number, OpenPair>(), after: new Map<number, OpenPair>() };
  const pairs: OpenPair[] = [];
  for (const candidate of candidates) {
    if (owners.before.has(candidate.before) || owners.after.has(candidate.after)) continue;
    const pair: OpenPair = { before: [candidate.before], after: [candidate.after] };
    owners.before.set(candidate.before, pair);
    owners.after.set(candidate.after, pair);
    pairs.push(pair);
  }
  for (const side of ['before', 'after'] as const)
    for (const step of [1, -1] as const) await extend(side, step, owners[side], { before, after }, pause);
  pairs.sort((a, b) => (a.before[0] ?? 0) - (b.before[0] ?? 0));
  const grown = await mapInPieces(pairs, pause, (pair) => {
    const found: ChangedPair = {
      before: pair.before.flatMap((index) => before[index] ?? []),
      after: pair.after.flatMap((index) => after[index] ?? []),
    };
    return likenessOf(readWords(found.before), readWords(found.after)) >= least ? [found] : [];
  });
  return grown.flat();
}
