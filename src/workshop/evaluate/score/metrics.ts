/** Every figure of the evals: its name, its label, and how it scores a question. */

import type { QuestionResult } from '../ask-question.ts';
import type { EvalKind } from '../questions/eval-kinds.ts';
import { auroc, type ConfidentAnswer, coverageAt, refusedAt } from './abstention.ts';
import { type Judged, normalizedGain, recallOfPassages, reciprocalRank } from './ranking-measures.ts';
import { allFoundAt, recallAt } from './scorers.ts';

export interface MetricDefinition {
  /** Its name in thresholds and JSON. */
  name: string;
  label: string;
  unit: 'share' | 'words' | 'ms';
  /** Whether a threshold is a floor or a ceiling. */
  better: 'higher' | 'lower';
  /** The quantile to report; without one, the mean. */
  quantile?: number;
  /** Null: the question is not eligible. */
  scoreOf: (result: QuestionResult) => number | null;
  /** A figure of all questions together, such as an area under a curve; `scoreOf` then only selects them. */
  statistic?: (results: readonly QuestionResult[]) => number | null;
}

export const recallDepths = [1, 3, 5, 10, 20] as const;

/** An answer's cap; comparisons may take more (see `maxWordsPerCountry` in config). */
export const wordCap = 120;

type Choice = (result: QuestionResult) => boolean;
const isKind =
  (kind: EvalKind): Choice =>
  (result) =>
    result.kind === kind;
const isAnswerable = isKind('answerable');
const isAnswered: Choice = (result) => result.status === 'answered';
const isSingle: Choice = (result) => isAnswerable(result) && result.chapters.length <= 1;
const isCross: Choice = (result) => isAnswerable(result) && result.chapters.length > 1;

type Score = (result: QuestionResult) => boolean | number | null;

/** A share over the questions that `pick` takes. */
function share(
  name: string,
  label: string,
  pick: Choice,
  score: Score,
  better: 'higher' | 'lower' = 'higher',
): MetricDefinition {
  const scoreOf = (result: QuestionResult) => {
    const value = pick(result) ? score(result) : null;
    return value === null ? null : Number(value);
  };
  return { name, label, unit: 'share', better, scoreOf };
}

const hasAllFacts: Score = ({ facts }) => (facts.length === 0 ? null : facts.every(Boolean));
const isFlagged: Score = ({ warnings }) => warnings.includes('premise');
const isNotFound: Score = ({ status }) => status === 'not-found';

/** The groups whose retrieval is reported, as `<prefix>recall@5`. */
export const populations: readonly { prefix: string; label: string; pick: Choice }[] = [
  { prefix: '', label: 'answerable', pick: isAnswerable },
  { prefix: 'single.', label: 'one chapter', pick: isSingle },
  { prefix: 'cross.', label: 'several chapters', pick: isCross },
  { prefix: 'false-premise.', label: 'false premise', pick: isKind('false-premise') },
  { prefix: 'follow-up.', label: 'follow-up', pick: isKind('follow-up') },
];

/** Evidence found in the first k passages. */
export const retrievalMetrics: readonly MetricDefinition[] = [
  ...populations.flatMap(({ prefix, label, pick }) =>
    recallDepths.map((k) =>
      share(`${prefix}recall@${k}`, `evidence in the first ${k}, ${label}`, pick, (result) =>
        recallAt(result.evidenceRanks, k),
      ),
    ),
  ),
  ...recallDepths.map((k) =>
    share(`all-evidence@${k}`, `all evidence in the first ${k}`, isAnswerable, (result) =>
      allFoundAt(result.evidenceRanks, k),
    ),
  ),
];

function passageMetric(name: string, measure: (judged: Judged) => number): MetricDefinition {
  return share(name, name, isAnswerable, ({ ranking, relevant, evidenceRanks }) =>
    evidenceRanks.length === 0
      ? null
      : measure({ relevant, found: ranking.map(({ passageId }) => passageId) }),
  );
}

/** The ranking of whole passages, by ir_measures' names. */
export const rankingMetrics: readonly MetricDefinition[] = [
  ...recallDepths.map((k) => passageMetric(`R@${k}`, (judged) => recallOfPassages(judged, k))),
  passageMetric('RR@10', (judged) => reciprocalRank(judged, 10)),
  passageMetric('nDCG@10', (judged) => normalizedGain(judged, 10)),
];

export const answerMetrics: readonly MetricDefinition[] = [
  share('answered', 'answerable questions answered', isAnswerable, isAnswered),
  share('facts', 'answers holding all facts', isAnswerable, hasAllFacts),
  share('single.facts', '  of one chapter', isSingle, hasAllFacts),
  share('cross.facts', '  of several chapters', isCross, hasAllFacts),
  share('false-premise.facts', '  correcting a false premise', isKind('false-premise'), hasAllFacts),
  share('follow-up.facts', '  to a follow-up, asked in full', isKind('follow-up'), hasAllFacts),
  {
    name: 'words',
    label: 'words of an answer, on average',
    unit: 'words',
    better: 'lower',
    scoreOf: (result) => (isAnswerable(result) && isAnswered(result) ? result.words : null),
  },
  share(
    'over-cap',
    `answers of more than ${wordCap} words`,
    (result) => isAnswerable(result) && isAnswered(result),
    ({ words }) => words > wordCap,
    'lower',
  ),
  share('page-hit', 'answers citing a right page', isAnswerable, ({ pageHit }) => pageHit),
  share('page-precision', 'citations on a right page', isAnswerable, ({ pagePrecision }) => pagePrecision),
  share('page-recall', 'right pages that are cited', isAnswerable, ({ pageRecall }) => pageRecall),
  share(
    'verbatim',
    'quotations that are in the report',
    () => true,
    ({ quotations: { count, misquoted } }) => (count === 0 ? null : 1 - misquoted.length / count),
  ),
  share('premise.flagged', 'false premises flagged', isKind('false-premise'), isFlagged),
  share('premise.false-alarms', 'answerable questions flagged', isAnswerable, isFlagged, 'lower'),
  share('not-found.near-miss', 'near misses not found', isKind('near-miss'), isNotFound),
  share('not-found.no-chapter', 'no-chapter questions not found', isKind('no-chapter'), isNotFound),
  share('not-found.off-topic', 'off-topic questions not found', isKind('off-topic'), isNotFound),
  ...[0.5, 0.95].map(
    (quantile): MetricDefinition => ({
      name: `latency.p${quantile * 100}`,
      label: `latency, p${quantile * 100}`,
      unit: 'ms',
      better: 'lower',
      quantile,
      scoreOf: (result) => result.latencyMs,
    }),
  ),
];

/** The kinds without an answer, with their labels. */
const unanswerable = [
  { kind: 'near-miss', label: 'near misses' },
  { kind: 'no-chapter', label: 'no-chapter questions' },
  { kind: 'off-topic', label: 'off-topic questions' },
] as const;

const confidencesOf = (results: readonly QuestionResult[], pick: Choice) =>
  results.filter(pick).map(({ confidence }) => confidence);
const hasAnswer: Choice = (result) => isAnswerable(result) || isKind('false-premise')(result);

/** A figure over the confidences of all questions; `pick` selects those that the table counts. */
function statistic(
  name: string,
  label: string,
  pick: Choice,
  measure: (results: readonly QuestionResult[]) => number | null,
): MetricDefinition {
  return { ...share(name, label, pick, () => 1), statistic: measure };
}

/** The questions of the risk-coverage curve: all but follow-ups and those without facts. */
export function confidentAnswers(results: readonly QuestionResult[]): ConfidentAnswer[] {
  return results
    .filter((result) => result.kind !== 'follow-up' && (!hasAnswer(result) || result.facts.length > 0))
    .map((result) => ({
      confidence: isAnswered(result) ? result.confidence : null,
      isRight: hasAnswer(result) && result.facts.every(Boolean),
      isAnswerable: hasAnswer(result),
    }));
}

/** The quality of the confidence, independent of the threshold. */
export const confidenceMetrics: readonly MetricDefinition[] = [
  ...unanswerable.map(({ kind, label }) =>
    statistic(`auroc.${kind}`, `AUROC against ${label}`, isKind(kind), (results) =>
      auroc(confidencesOf(results, hasAnswer), confidencesOf(results, isKind(kind))),
    ),
  ),
  ...[95, 90].flatMap((percent) =>
    unanswerable.map(({ kind, label }) =>
      statistic(
        `refused@${percent}.${kind}`,
        `${label} refused, ${percent} % of the answerable answered`,
        isKind(kind),
        (results) =>
          refusedAt(
            confidencesOf(results, isAnswerable),
            confidencesOf(results, isKind(kind)),
            percent / 100,
          ),
      ),
    ),
  ),
  ...[90, 95].map((percent) =>
    statistic(
      `coverage@${percent}`,
      `answerable answered while ${percent} % of all answers are right`,
      (result) => hasAnswer(result) && result.facts.length > 0,
      (results) => coverageAt(confidentAnswers(results), percent / 100),
    ),
  ),
];

export const metricDefinitions: readonly MetricDefinition[] = [
  ...retrievalMetrics,
  ...rankingMetrics,
  ...answerMetrics,
  ...confidenceMetrics,
];
