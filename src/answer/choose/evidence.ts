/** The inputs of the answerable model, which decides whether to answer: measured on the best sentences. Pure. */

import { type FeatureName, featureNames } from './features.ts';
import type { Candidate } from './select.ts';
import { neutralTopic, type TopicMatch } from './topic.ts';

/** Inputs taken over from the best sentence. */
const ofBest: readonly FeatureName[] = [
  'coverage',
  'windowCoverage',
  'weakest',
  'words',
  'wordsInWindow',
  'names',
  'yearsMissing',
  'numberFilled',
  'numberMissing',
  'dateFilled',
  'dateMissing',
  'personMissing',
  'reasonMissing',
  'chapterNamed',
  'chapterOther',
  'otherWithFigure',
  'passage',
  'note',
  'otherPlace',
];

export const evidenceNames = [
  'best',
  'second',
  'lead',
  'topThree',
  ...ofBest,
  'weakestOfThree',
  'windowOfThree',
  'numberMissingInThree',
  'dateMissingInThree',
  'topicMet',
  'topicSimilarity',
] as const;

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Measures how well the best sentences answer a question.
 * @param candidates the scored sentences, best first.
 * @param topic how well the passages match the question; null where that cannot be measured.
 * @param isSweep whether it asks which countries something holds for, so that every chapter counts as named.
 * @returns the inputs by name; null if there is no sentence at all.
 */
export function gatherEvidence(
  candidates: readonly Candidate[],
  topic: TopicMatch | null,
  isSweep: boolean,
): Record<string, number> | null {
  const [best, second] = candidates;
  if (best === undefined) return null;
  const three = candidates.slice(0, 3).map((candidate) => candidate.features);
  const following = meanOf(candidates.slice(1, 6).map((candidate) => candidate.score));
  return {
    best: best.score,
    second: (second ?? best).score,
    lead: candidates.length > 1 ? best.score - following : 0,
    topThree: meanOf(candidates.slice(0, 3).map((candidate) => candidate.score)),
    ...Object.fromEntries(
      featureNames.filter((name) => ofBest.includes(name)).map((name) => [name, best.features[name]]),
    ),
    ...(isSweep && { chapterNamed: 1 }),
    weakestOfThree: Math.max(...three.map((one) => one.weakest)),
    windowOfThree: Math.max(...three.map((one) => one.windowCoverage)),
    numberMissingInThree: Math.min(...three.map((one) => one.numberMissing)),
    dateMissingInThree: Math.min(...three.map((one) => one.dateMissing)),
    topicMet: (topic ?? neutralTopic).met,
    topicSimilarity: (topic ?? neutralTopic).similarity,
  };
}
