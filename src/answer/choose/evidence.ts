/** The inputs of the answerable model, which decides whether to answer: measured on the best sentences. Pure. */

import { type FeatureName, featureNames } from './features.ts';
import type { Candidate } from './select.ts';

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

/**
 * The inputs where nothing was read. How well the passages match the topic is none: it is not known of questions in other
 * languages, and weighs by itself (`trustInTopic`).
 */
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
] as const;

/**
 * The inputs where the reader has read the best passages: of the best sentence, and the most of all. Of the reports left out
 * of a fit, AUROC of near misses in the mean of five and on the report of evals/: with these .889 and .891, with all the
 * inputs above too .872 and .888. With `denies` and `meanPassageAnswers`, which were not among them, on the report's test chapters,
 * five reports, six books, five papers and manuals, and nine filings: without .918 .921 .895 .858 .709, with .925 .923 .904 .896
 * .737.
 */
export const readEvidenceNames = [
  'answers',
  'passageAnswers',
  'mostAnswers',
  'mostPassageAnswers',
  'meanPassageAnswers',
  'denies',
  'absentName',
  'otherPlace',
  'chapterOther',
] as const;

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function most(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values);
}

/**
 * Measures how well the best sentences answer a question.
 * @param candidates the scored sentences, best first.
 * @param isSweep whether it asks which countries something holds for, so that every chapter counts as named.
 * @param absentNames names that the question depends on and that the documents never have.
 * @returns the inputs by name; null if there is no sentence at all.
 */
export function gatherEvidence(
  candidates: readonly Candidate[],
  isSweep: boolean,
  absentNames: readonly string[],
): Record<string, number> | null {
  const [best, second] = candidates;
  if (best === undefined) return null;
  const three = candidates.slice(0, 3).map((candidate) => candidate.features);
  const read = candidates.flatMap(({ features }) => (features.read === 1 ? [features] : []));
  const passages = new Map(
    candidates.flatMap(({ passage, features }) =>
      features.read === 1 ? [[passage.id, features.passageAnswers] as const] : [],
    ),
  );
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
    answers: best.features.answers,
    passageAnswers: best.features.passageAnswers,
    mostAnswers: most(read.map(({ answers }) => answers)),
    mostPassageAnswers: most(read.map(({ passageAnswers }) => passageAnswers)),
    meanPassageAnswers: meanOf([...passages.values()]),
    denies: best.features.denies,
    absentName: absentNames.length > 0 ? 1 : 0,
  };
}
