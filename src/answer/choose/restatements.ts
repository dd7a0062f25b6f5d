/** Folds sentences that say the same in two places, as a summary restates its chapters. Pure. */
import { isOverview } from '../question/overview.ts';
import type { Candidate } from './candidate.ts';
import { isDangling, isNegated } from './sentence-form.ts';
import { profilePassage } from './sentence-profile.ts';
import { findSlots } from './slots.ts';

/**
 * Two sentences say the same if they share at least this much of all their content words (Jaccard). All 30 such pairs
 * of the dev chapters do, but not all of the six from .4 to .5, such as "Slovenia punches above its weight" and "there
 * is high interest in engaging with China".
 */
const leastOverlap = 0.5;

const standsInOverview = ({ passage, language }: Candidate) => isOverview(passage.chapter, language);

function termsOf({ passage, index, language }: Candidate): ReadonlySet<string> {
  return profilePassage(passage, language).sentences[index]?.terms ?? new Set();
}

function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of one) shared += other.has(term) ? 1 : 0;
  return shared / Math.max(1, one.size + other.size - shared);
}

function figuresOf({ sentence, language }: Candidate): Set<string> {
  return new Set(
    findSlots(sentence.text, 'number', language).map((figure) => figure.toLowerCase().replace(/[.,]+$/, '')),
  );
}

const denies = ({ sentence, language }: Candidate) => isNegated(sentence.text, language);

/** Whether one sentence may restate the other: both are in one chapter, or one is in an overview. */
function areComparable(one: Candidate, other: Candidate): boolean {
  return (
    one.passage.kind === 'body' &&
    other.passage.kind === 'body' &&
    one.passage.documentId === other.passage.documentId &&
    (one.passage.chapter === other.passage.chapter || standsInOverview(one) !== standsInOverview(other))
  );
}

/** Whether the other sentence has every figure of this one. */
function restates(one: Candidate, other: Candidate): boolean {
  const figures = figuresOf(other);
  return [...figuresOf(one)].every((figure) => figures.has(figure));
}

/**
 * The one to quote of two that say the same: preferably one that stands alone, then the chapter's own (the overview's
 * with `prefersOverview`).
 */
function preferred(better: Candidate, other: Candidate, prefersOverview: boolean): Candidate {
  const stands = (one: Candidate) => !isDangling(one.sentence.text, one.language);
  if (stands(better) !== stands(other)) return stands(better) ? better : other;
  if (standsInOverview(better) === standsInOverview(other)) return better;
  return standsInOverview(better) === prefersOverview ? better : other;
}

/** The one to quote of two that say the same; undefined if they do not. */
function chooseOf(better: Candidate, other: Candidate, prefersOverview: boolean): Candidate | undefined {
  if (!areComparable(better, other) || overlapOf(termsOf(better), termsOf(other)) < leastOverlap)
    return undefined;
  if (denies(better) !== denies(other)) return undefined;
  const first = preferred(better, other, prefersOverview);
  const second = first === better ? other : better;
  if (restates(second, first)) return first;
  return restates(first, second) ? second : undefined;
}

/**
 * Keeps one of each set of sentences that say the same, with the others as its `restatements` and with the best score.
 * @param candidates best first.
 * @param prefersOverview whether the question asks for the summary, so that the summary's sentence is quoted rather
 * than the chapter's.
 */
export function foldRestatements(candidates: readonly Candidate[], prefersOverview: boolean): Candidate[] {
  const folded: Candidate[] = [];
  for (const candidate of candidates) {
    const at = folded.findIndex((one) => chooseOf(one, candidate, prefersOverview) !== undefined);
    const same = folded[at];
    if (same === undefined) {
      folded.push(candidate);
      continue;
    }
    const { restatements = [], ...alone } = same;
    const isKept = chooseOf(same, candidate, prefersOverview) === same;
    folded[at] = isKept
      ? { ...same, restatements: [...restatements, candidate] }
      : { ...candidate, score: same.score, restatements: [alone, ...restatements] };
  }
  return folded;
}
