/** Whether a run is worse than an earlier one, question by question. Pure. */
import type { QuestionResult } from '../ask-question.ts';
import { metricDefinitions } from '../score/metrics.ts';
import { bootstrapInterval, mean } from '../score/statistics.ts';
import { clusterOf } from '../score/summarize.ts';

const scoreBy = (name: string) => metricDefinitions.find((one) => one.name === name)?.scoreOf ?? (() => null);
const refusals = ['not-found.near-miss', 'not-found.no-chapter', 'not-found.off-topic'].map(scoreBy);

/** The figures that may not get worse, with each question's score; null: not eligible. */
export const gateFigures: readonly {
  name: string;
  label: string;
  scoreOf: (result: QuestionResult) => number | null;
}[] = [
  { name: 'facts', label: 'answers holding all facts', scoreOf: scoreBy('facts') },
  { name: 'recall@5', label: 'evidence in the first 5 passages', scoreOf: scoreBy('recall@5') },
  {
    name: 'refused',
    label: 'questions without an answer not found',
    scoreOf: (result) => refusals.reduce<number | null>((found, scoreOf) => found ?? scoreOf(result), null),
  },
];

/** An earlier run: each question's scores in the order of `gateFigures`. */
export interface BaselineRun {
  version: string | null;
  encoder: string;
  questions: Record<string, (number | null)[]>;
}

const roundScore = (score: number | null) => (score === null ? null : Math.round(score * 10_000) / 10_000);

export function toBaseline(
  results: readonly QuestionResult[],
  { version, encoder }: Pick<BaselineRun, 'version' | 'encoder'>,
): BaselineRun {
  const questions = results.map((result) => [
    result.id,
    gateFigures.map(({ scoreOf }) => roundScore(scoreOf(result))),
  ]);
  return { version, encoder, questions: Object.fromEntries(questions) };
}

/** One figure before and now, over the questions in both runs. */
export interface FigureChange {
  name: string;
  label: string;
  before: number | null;
  now: number | null;
  /** 95 % interval of the mean difference, bootstrapped over chapters; null for fewer than two. */
  interval: [low: number, high: number] | null;
  count: number;
  /** Ids of the questions that score lower and higher than before. */
  worse: string[];
  better: string[];
}

export interface BaselineComparison {
  /** The baseline's file. */
  name: string;
  version: string | null;
  figures: FigureChange[];
  /** Questions that are not in the baseline. */
  added: number;
}

/** Pairs each question's scores with its earlier ones. */
export function compareRuns(
  name: string,
  baseline: BaselineRun,
  results: readonly QuestionResult[],
): BaselineComparison {
  const figures = gateFigures.map(({ name: figure, label, scoreOf }, index): FigureChange => {
    const pairs = results.flatMap((result) => {
      const before = baseline.questions[result.id]?.[index] ?? null;
      const now = roundScore(scoreOf(result));
      return before === null || now === null
        ? []
        : [{ id: result.id, cluster: clusterOf(result), before, now, value: now - before }];
    });
    return {
      name: figure,
      label,
      before: mean(pairs.map(({ before }) => before)),
      now: mean(pairs.map(({ now }) => now)),
      interval: bootstrapInterval(pairs),
      count: pairs.length,
      worse: pairs.filter(({ value }) => value < 0).map(({ id }) => id),
      better: pairs.filter(({ value }) => value > 0).map(({ id }) => id),
    };
  });
  const added = results.filter(({ id }) => baseline.questions[id] === undefined).length;
  return { name, version: baseline.version, figures, added };
}

/** "+.012", "-.004". */
export function formatChange(value: number): string {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '');
  return `${value < -0.0005 ? '-' : '+'}${digits}`;
}

/** The gate's failures as sentences: a significantly worse figure, or a quotation that is not in the report. */
export function findRegressions(
  { name, figures }: BaselineComparison,
  results: readonly QuestionResult[],
): string[] {
  const worse = figures.flatMap(({ name: figure, before, now, interval, count }) =>
    before === null || now === null || interval === null || interval[1] >= 0
      ? []
      : [
          `${figure} fell from ${before.toFixed(3)} in ${name} to ${now.toFixed(3)} over ${count} questions; the difference is ${interval.map(formatChange).join(' to ')}, all below 0.`,
        ],
  );
  const misquoting = results.filter(({ quotations }) => quotations.misquoted.length > 0).map(({ id }) => id);
  const broken =
    misquoting.length === 0
      ? []
      : [`verbatim must be 1: what is quoted for ${misquoting.join(', ')} is not in the report.`];
  return [...worse, ...broken];
}
