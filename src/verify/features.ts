/** The inputs of the verifier's model. Pure. */
import type { Alignment } from './alignment.ts';
import { type FilledGap, measureGaps } from './filled-gaps.ts';
import type { DoubtRule, Finding } from './verification.ts';

/** The model's input to which a doubt contributes. */
type DoubtInput = 'underived' | 'nameUnknown' | 'attachment' | 'denied' | 'opposed';

const inputOf: Readonly<Record<DoubtRule, DoubtInput>> = {
  number: 'underived',
  date: 'underived',
  name: 'nameUnknown',
  attached: 'attachment',
  denied: 'denied',
  opposed: 'opposed',
};

/** The values of the inputs by their names; 0 may be left out. */
export type VerifyFeatures = Readonly<Record<string, number>>;

/** For each input the strength of its findings, combined as independent chances (noisy or). */
function measureFindings(findings: readonly Finding[]): Partial<Record<DoubtInput, number>> {
  const inputs: Partial<Record<DoubtInput, number>> = {};
  for (const finding of findings) {
    if (finding.isCertain) continue;
    const input = inputOf[finding.rule];
    inputs[input] = 1 - (1 - (inputs[input] ?? 0)) * (1 - finding.strength);
  }
  return inputs;
}

/** What the networks say. */
export interface NetworkSignals {
  /** Logits of the entailment model, for the source as a whole and for its best aligned sentences. */
  whole: number;
  nearest: number;
  gaps: readonly FilledGap[];
}

/** The share of a sentence's content words that its sources have nothing like, 0..1. */
export function shareUnfound({ words, matches }: Pick<Alignment, 'words' | 'matches'>): number {
  let found = 0;
  let all = 0;
  words.forEach((word, index) => {
    if (!word.isContent) return;
    all += 1;
    found += matches[index]?.likeness ?? 0;
  });
  return all === 0 ? 0 : 1 - found / all;
}

/**
 * The inputs for one sentence.
 * @param alignment with the text that the networks read, or that of their readings which has most of the sentence.
 */
export function measureSentence(
  findings: readonly Finding[],
  { whole, nearest, gaps }: NetworkSignals,
  alignment: Pick<Alignment, 'words' | 'matches'>,
): VerifyFeatures {
  return {
    unfound: shareUnfound(alignment),
    entailment: whole,
    entailmentOfNearest: nearest,
    cloze: measureGaps(gaps),
    ...measureFindings(findings),
  };
}
