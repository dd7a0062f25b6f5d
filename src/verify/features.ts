/** What the model sees of a sentence and its source. Pure. */
import type { Comparison } from './comparison.ts';
import { type FilledGap, measureGaps } from './filled-gaps.ts';
import type { DoubtRule, Finding } from './verification.ts';

export type VerifyFeatures = Readonly<Record<string, number>>;

function share(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}

/** How much of the sentence was found in words, and in how few sentences of the source. */
function measureCoverage({ words, sourceWords, matches }: Comparison): Record<string, number> {
  const content = words.flatMap((word, at) => (word.isContent ? [at] : []));
  const bySentence = new Map<number, number>();
  let matched = 0;
  let run = 0;
  let longestRun = 0;
  for (const at of content) {
    const match = matches[at];
    if (match === null || match === undefined) {
      run++;
      longestRun = Math.max(longestRun, run);
      continue;
    }
    run = 0;
    matched += match.likeness;
    const sentence = sourceWords[match.at]?.sentence ?? 0;
    bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + 1);
  }
  const counts = [...bySentence.values()].sort((a, b) => b - a);
  return {
    coverage: share(matched, content.length),
    longestGap: Math.log1p(longestRun),
    homes: Math.log(Math.max(1, counts.length)),
    bestHome: share(counts[0] ?? 0, content.length),
    length: Math.log1p(content.length),
  };
}

/** What a doubt counts as. */
type DoubtInput =
  | 'binding'
  | 'nameBinding'
  | 'derived'
  | 'nameUnknown'
  | 'nameMixed'
  | 'contrary'
  | 'opposed'
  | 'inserted'
  | 'negationAdded'
  | 'negationDropped'
  | 'quantifier'
  | 'quantifierConflict'
  | 'cause'
  | 'roles'
  | 'rolesNamed'
  | 'rolesHalf'
  | 'order'
  | 'modality'
  | 'modalityDone'
  | 'modalityFaint'
  | 'modalityAdded'
  | 'slot'
  | 'attachment'
  | 'elsewhere'
  | 'elsewhereName';

/**
 * Rules that are about equally often right share an input: each alone fires too seldom in the triples to be weighed.
 */
const inputOf: Readonly<Record<DoubtRule, DoubtInput>> = {
  'swap-number': 'binding',
  'swap-date': 'binding',
  'swap-country': 'binding',
  'binding-number': 'binding',
  'binding-date': 'binding',
  'binding-country': 'nameBinding',
  'swap-name': 'nameBinding',
  'binding-name': 'nameBinding',
  opposite: 'contrary',
  sequence: 'contrary',
  step: 'contrary',
  'negation-added': 'negationAdded',
  'negation-dropped': 'negationDropped',
  rank: 'contrary',
  superlative: 'contrary',
  'quantifier-all': 'quantifier',
  'quantifier-only': 'quantifier',
  'quantifier-conflict': 'quantifierConflict',
  interval: 'contrary',
  'quantifier-first': 'contrary',
  cause: 'cause',
  roles: 'roles',
  'roles-named': 'rolesNamed',
  order: 'order',
  'roles-half': 'rolesHalf',
  'turned-added': 'negationAdded',
  'turned-dropped': 'negationDropped',
  'modality-dropped': 'modality',
  'modality-done': 'modalityDone',
  'modality-faint': 'modalityFaint',
  'modality-added': 'modalityAdded',
  slot: 'slot',
  inserted: 'inserted',
  'name-mixed': 'nameMixed',
  name: 'nameUnknown',
  attached: 'attachment',
  'attached-date': 'binding',
  elsewhere: 'elsewhere',
  counted: 'elsewhere',
  opposed: 'opposed',
  'elsewhere-name': 'elsewhereName',
  number: 'derived',
  date: 'derived',
};

/** Inputs of rules that are right far more often than not, as the dev triples have it. */
const telling: ReadonlySet<DoubtInput> = new Set<DoubtInput>([
  'binding',
  'nameBinding',
  'contrary',
  'quantifier',
  'cause',
  'roles',
  'slot',
  'inserted',
  'attachment',
  'elsewhere',
  'opposed',
]);
/** From this strength on a doubt of theirs is a clear one. */
const clear = 0.5;

/** For each input the strength of its findings together, as of independent chances (noisy or), and the clearest doubt. */
function measureFindings(findings: readonly Finding[]): Record<string, number> {
  const inputs: Record<string, number> = {};
  let clearest = 0;
  for (const finding of findings) {
    if (finding.isCertain) continue;
    const { rule, strength } = finding;
    const input = inputOf[rule];
    inputs[input] = 1 - (1 - (inputs[input] ?? 0)) * (1 - strength);
    if (telling.has(input)) clearest = Math.max(clearest, Math.min(1, strength / clear));
  }
  return { ...inputs, clearest };
}

/**
 * The doubts once more, as far as the sentence is near the words of one sentence of the source: a rule is right more
 * often where the two are worded alike. Chapters left out, .9 of the harmless passed: of the changed .567 are caught
 * with and .571 without, of those of verify-held.jsonl .846 and .785.
 */
function weighByNearness(doubts: Record<string, number>, bestHome: number): Record<string, number> {
  const nearness = 2 * Math.max(0, bestHome - 0.3);
  return Object.fromEntries(Object.entries(doubts).map(([name, value]) => [`${name}Near`, value * nearness]));
}

/** What the networks say. */
export interface Readings {
  /** The logits of the entailment model, of the source as a whole and of its sentence that is nearest in words. */
  all: number;
  nearest: number;
  gaps: readonly FilledGap[];
  /** A number or date was read as the source writes it, in other words than the sentence's. */
  isRestated: boolean;
}

export function measureSentence(
  comparison: Comparison,
  findings: readonly Finding[],
  { all, nearest, gaps, isRestated }: Readings,
): VerifyFeatures {
  const coverage = measureCoverage(comparison);
  const doubts = measureFindings(findings);
  return {
    entailment: all,
    entailmentOfNearest: nearest,
    cloze: measureGaps(gaps),
    restated: Number(isRestated),
    ...coverage,
    ...doubts,
    ...weighByNearness(doubts, coverage['bestHome'] ?? 0),
  };
}
