/** What the cloze model says of a sentence's gaps: as numbers for the verifier, and as doubts that can be told. Pure. */
import type { Gap } from './gaps.ts';
import type { ItemKind } from './reading/items.ts';
import type { TellableProblem } from './verification.ts';

export interface FilledGap {
  kind: ItemKind;
  /** What the sentence has there. */
  text: string;
  /** The chance that it is what belongs there, 0..1. */
  chance: number;
  /** Of the other mentions, the likeliest. */
  rival: string;
}

/** @returns null where none of the sentence's own mentions, or no other, was read. */
export function readFilling(
  gap: Gap,
  source: string,
  sentence: string,
  chances: readonly (number | null)[],
): FilledGap | null {
  const read = gap.mentions.flatMap((mention, at) => {
    const chance = chances[at] ?? null;
    return chance === null ? [] : [{ ...mention, chance }];
  });
  const own = read.filter(({ isOwn }) => isOwn);
  const [rival] = read.filter(({ isOwn }) => !isOwn).sort((a, b) => b.chance - a.chance);
  if (own.length === 0 || rival === undefined) return null;
  return {
    kind: gap.kind,
    text: sentence.slice(gap.start, gap.end),
    chance: own.reduce((sum, { chance }) => sum + chance, 0),
    rival: source.slice(rival.start, rival.end),
  };
}

/** Chances below this are one as bad as another. */
const leastChance = 0.002;

/**
 * How well the sentence's own words fill its gaps, 0 at best and where there is none: the logarithms of their chances,
 * together, by the root of their number, so that three gaps tell more than one but not three times as much.
 */
export function measureGaps(gaps: readonly FilledGap[]): number {
  if (gaps.length === 0) return 0;
  const sum = gaps.reduce((before, { chance }) => before + Math.log(Math.max(leastChance, chance)), 0);
  return Math.min(0, sum / Math.sqrt(gaps.length));
}

/** Below this chance a gap is told as a doubt. */
const doubtful = 0.2;

/** @param sentence as it was written: what was put into the source's words to be read is no word of it. */
export function doubtFillings(gaps: readonly FilledGap[], sentence: string): TellableProblem[] {
  return gaps
    .filter(({ chance, text }) => chance < doubtful && sentence.includes(text))
    .map(({ kind, text, chance, rival }) => ({
      kind,
      text,
      reason: `the passage rather has ${rival} there`,
      strength: 1 - chance,
    }));
}
