/** `verse eval`: reads the files, filters, runs, checks the thresholds and reports. */
import type { Assistant, RankingPart } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/types.ts';
import { retrievalDepth } from './ask-question.ts';
import { type ForeignStack, runBaselines } from './baselines.ts';
import { readBaseline } from './bounds/baseline-file.ts';
import { compareRuns, findRegressions } from './bounds/gate.ts';
import { checkThresholds, parseThreshold } from './bounds/thresholds.ts';
import { type EvalQuestion, readEvalFile } from './questions/eval-format.ts';
import { type EvalKind, type EvalSplit, evalKinds } from './questions/eval-kinds.ts';
import type { EvalReport, EvalSettings } from './report/eval-report.ts';
import { formatReport } from './report/plain-report.ts';
import { runEvals } from './run-evals.ts';
import { wordCap } from './score/metrics.ts';
import { bootstrap } from './score/statistics.ts';

export interface EvaluateOptions {
  files: readonly string[];
  /** Only the questions of this split; those without one are left out. */
  split?: EvalSplit | undefined;
  kinds?: readonly EvalKind[] | undefined;
  /** As `--min` takes them: "recall@5=.84". */
  thresholds?: readonly string[] | undefined;
  /** Also measures simpler rankings and choices. */
  baselines?: boolean | undefined;
  /** Opens the other stacks to compare with; called after the questions are asked. */
  openStacks?: (() => Promise<ForeignStack[]>) | undefined;
  /** An earlier run's file, as `formatBaseline` writes it, that this run may not be worse than. */
  baseline?: string | undefined;
  /** Parts left out of the assistant, recorded with the results. */
  without?: readonly RankingPart[] | undefined;
  /** The assistant's answer rate, recorded with the results. */
  answerRate?: number | undefined;
  /** The product's version, recorded with the results. */
  version?: string | undefined;
  /** The processor the networks ran on, recorded too. */
  processor?: string | undefined;
  onProgress?: OnProgress | undefined;
  /** Milliseconds; replaced by tests. */
  clock?: (() => number) | undefined;
}

export interface Evaluation {
  /** The tables. */
  text: string;
  /** For `--json`. */
  json: EvalReport;
  /** Missed thresholds as sentences; none means passed. */
  misses: string[];
}

function narrow(
  questions: readonly EvalQuestion[],
  { files, split, kinds }: EvaluateOptions,
): EvalQuestion[] {
  const kept = questions.filter(
    (question) =>
      (split === undefined || question.split === split) &&
      (kinds === undefined || kinds.includes(question.kind)),
  );
  if (kept.length > 0) return kept;
  const asked = [
    split === undefined ? [] : `of split ${split}`,
    kinds === undefined ? [] : `of kind ${kinds.join(' or ')}`,
  ];
  throw new VerseError(
    'bad-input',
    `${files.join(', ')}: none of the ${questions.length} questions is ${asked.flat().join(' and ')}.`,
    'Ask for another split or kind, or for none.',
  );
}

function countKinds(questions: readonly EvalQuestion[]): Record<string, number> {
  const counts = evalKinds.map(
    (kind) => [kind, questions.filter((question) => question.kind === kind).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/**
 * Evaluates the assistant on files in the format of evals/FORMAT.md.
 * @throws VerseError `cannot-read`, or `bad-input` for a bad file, threshold or baseline, or a split or kind without
 *   questions; thresholds are read before anything is asked.
 */
export async function evaluateFiles(assistant: Assistant, options: EvaluateOptions): Promise<Evaluation> {
  const thresholds = (options.thresholds ?? []).map(parseThreshold);
  if (options.files.length === 0) {
    throw new VerseError(
      'bad-input',
      'No eval file is named.',
      'Name one, such as evals/fragmented-europe.jsonl.',
    );
  }
  const earlier = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  const files = await Promise.all(
    options.files.map(async (name) => ({ name, questions: await readEvalFile(name) })),
  );
  const questions = narrow(
    files.flatMap((file) => file.questions),
    options,
  );
  const { onProgress, clock } = options;
  const { summary, perQuestion } = await runEvals({ assistant, questions, onProgress, clock });
  const baselines = options.baselines
    ? {
        baselines: await runBaselines(assistant, perQuestion, {
          stacks: await options.openStacks?.(),
          onProgress,
        }),
      }
    : {};
  const comparison =
    earlier === undefined ? undefined : compareRuns(options.baseline ?? '', earlier, perQuestion);
  const misses = [
    ...checkThresholds(summary, thresholds),
    ...(comparison === undefined ? [] : findRegressions(comparison, perQuestion)),
  ];
  const settings: EvalSettings = {
    version: options.version ?? null,
    encoder: assistant.encoderId,
    processor: options.processor ?? null,
    files: files.map((file) => ({ name: file.name, questions: file.questions.length })),
    split: options.split ?? null,
    kinds: options.kinds === undefined ? null : [...options.kinds],
    without: [...(options.without ?? [])],
    answerRate: options.answerRate ?? null,
    asked: countKinds(questions),
    retrievalDepth,
    wordCap,
    bootstrap,
  };
  const json: EvalReport = {
    settings,
    summary,
    ...baselines,
    ...(comparison && { comparison }),
    misses,
    questions: perQuestion,
  };
  return { text: formatReport(json), json, misses };
}
