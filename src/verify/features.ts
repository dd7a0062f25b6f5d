/** The inputs of the verifier's model. Pure. */
import { type FilledGap, measureGaps } from './filled-gaps.ts';
import type { DoubtRule, Finding } from './verification.ts';

/** The input that a finding counts for where it is not certain. */
type DoubtInput = 'underived' | 'nameUnknown' | 'attachment' | 'denied' | 'opposed';

const inputOf: Readonly<Record<DoubtRule, DoubtInput>> = {
  number: 'underived',
  date: 'underived',
  name: 'nameUnknown',
  attached: 'attachment',
  denied: 'denied',
  opposed: 'opposed',
};

/** By the name of the input; what is 0 may be left out. */
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
  /** The logits of the entailment model, of the source as a whole and of its sentences that are nearest in words. */
  whole: number;
  nearest: number;
  gaps: readonly FilledGap[];
}

/**
 * How many words were found, in how few sentences, and how near the doubts stand to them were inputs once: without these
 * as many changed sentences are caught (of 1373 on dev chapters .832 for .827, at .925 of the harmless passed).
 */
export function measureSentence(
  findings: readonly Finding[],
  { whole, nearest, gaps }: NetworkSignals,
): VerifyFeatures {
  return {
    entailment: whole,
    entailmentOfNearest: nearest,
    cloze: measureGaps(gaps),
    ...measureFindings(findings),
  };
}
