/** Finds for the chapters of an edition those of the other edition that they became. Pure. */
import { similarity, titleKey } from '../text/similar-titles.ts';
import type { EditionChapter } from './edition.ts';
import type { ChapterPair } from './relation.ts';

/** Names that are less alike are of two chapters, unless their sentences say otherwise. */
const likeName = 0.8;
/** The share of the same sentences beside which a like name counts, and that which does without one. */
const least = { withLikeName: 0.1, alone: 0.3 } as const;

/** The distinct sentences of a chapter that no other chapter of its edition has, each with the chapter's index. */
function homesOf(chapters: readonly EditionChapter[]): Map<string, number> {
  const homes = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, { sentences }] of chapters.entries()) {
    for (const { key } of sentences) {
      if ((homes.get(key) ?? index) !== index) repeated.add(key);
      homes.set(key, index);
    }
  }
  for (const key of repeated) homes.delete(key);
  return homes;
}

function countBy(indices: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const index of indices) counts.set(index, (counts.get(index) ?? 0) + 1);
  return counts;
}

interface Candidate {
  before: number;
  after: number;
  score: number;
}

/** Every pair that has a sentence in common, and every pair of one name: only these can be the same chapter. */
function listCandidates(
  before: readonly EditionChapter[],
  after: readonly EditionChapter[],
): { before: number; after: number; share: number }[] {
  const homes = homesOf(before);
  const others = homesOf(after);
  const [counts, otherCounts] = [countBy(homes.values()), countBy(others.values())];
  const common = new Map<number, Map<number, number>>();
  const add = (one: number, other: number, count: number) => {
    const row = common.get(one) ?? new Map<number, number>();
    common.set(one, row.set(other, (row.get(other) ?? 0) + count));
  };
  for (const [key, one] of homes) {
    const other = others.get(key);
    if (other !== undefined) add(one, other, 1);
  }
  const named = new Map(after.map(({ name }, index) => [titleKey(name), index]));
  for (const [one, { name }] of before.entries()) {
    const other = named.get(titleKey(name));
    if (other !== undefined) add(one, other, 0);
  }
  return [...common].flatMap(([one, row]) =>
    [...row].map(([other, count]) => {
      const all = (counts.get(one) ?? 0) + (otherCounts.get(other) ?? 0);
      return { before: one, after: other, share: all === 0 ? 0 : (2 * count) / all };
    }),
  );
}

/**
 * The new chapter for an old one. Each has at most one: the likeness of the names and the share of the same sentences (Dice,
 * 0..1) add up, and the best pair is chosen first.
 */
function choosePartners(
  before: readonly EditionChapter[],
  after: readonly EditionChapter[],
): Map<EditionChapter, EditionChapter> {
  const candidates = listCandidates(before, after).flatMap(({ share, ...pair }): Candidate[] => {
    const [one, other] = [before[pair.before], after[pair.after]];
    if (one === undefined || other === undefined) return [];
    const name = similarity(one.name, other.name);
    const likeness = Math.max(name, similarity(one.title, other.title));
    const isOne = name === 1 || share >= least.alone || (likeness >= likeName && share >= least.withLikeName);
    return isOne ? [{ ...pair, score: likeness + share }] : [];
  });
  candidates.sort((a, b) => b.score - a.score || a.before - b.before || a.after - b.after);
  const partners = new Map<EditionChapter, EditionChapter>();
  const taken = new Set<EditionChapter>();
  for (const candidate of candidates) {
    const [one, other] = [before[candidate.before], after[candidate.after]];
    if (one === undefined || other === undefined || partners.has(one) || taken.has(other)) continue;
    partners.set(one, other);
    taken.add(other);
  }
  return partners;
}

/** All chapters in the order of the new edition; each that was removed behind the one that it stood behind. */
export function alignChapters(
  before: readonly EditionChapter[],
  after: readonly EditionChapter[],
): ChapterPair[] {
  const partners = choosePartners(before, after);
  const origins = new Map([...partners].map(([one, other]) => [other, one]));
  const pairs = after.map((other): ChapterPair => {
    const one = origins.get(other);
    return { ...(one && { before: one }), after: other };
  });
  for (const [index, one] of before.entries()) {
    if (partners.has(one)) continue;
    const previous = index === 0 ? -1 : pairs.findIndex((pair) => pair.before === before[index - 1]);
    pairs.splice(previous + 1, 0, { before: one });
  }
  return pairs;
}
