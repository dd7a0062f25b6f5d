/** Measures the answers on many reports, each alone: its own questions, its own index. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openAssistant } from '../../../assistant/assistant.ts';
import { ingestDocuments } from '../../../assistant/ingest-documents.ts';
import type { Config } from '../../../config/settings.ts';
import { VerseError } from '../../../core/errors.ts';
import type { OnProgress } from '../../../core/types.ts';
import type { QuestionResult } from '../ask-question.ts';
import { type EvalQuestion, readEvalFile } from '../questions/eval-format.ts';
import type { EvalSplit } from '../questions/eval-kinds.ts';
import { runEvals } from '../run-evals.ts';
import type { Summary } from '../score/summarize.ts';

export interface ReportScore {
  /** The file's name without its ending. */
  report: string;
  /** That of all its questions, or `mixed`. */
  split: EvalSplit | 'mixed' | null;
  summary: Summary;
}

interface AskedReport {
  pdf: string;
  questions: string;
}

/**
 * The PDFs of a folder for which there are questions.
 * @param questionsDirs where those are that do not stand beside their PDF.
 */
export function withQuestions(folder: string, questionsDirs: readonly string[]): AskedReport[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.flatMap((name) => {
    if (!name.endsWith('.pdf')) return [];
    const file = name.replace(/pdf$/, 'jsonl');
    const questions = [folder, ...questionsDirs].map((home) => join(home, file)).find(existsSync);
    return questions === undefined ? [] : [{ pdf: join(folder, name), questions }];
  });
}

function splitOf(questions: readonly EvalQuestion[]): ReportScore['split'] {
  const [split, ...others] = new Set(questions.map((question) => question.split ?? null));
  return others.length > 0 ? 'mixed' : (split ?? null);
}

export interface EvaluateReportsOptions {
  /** Where questions are that do not stand beside their PDF. */
  questionsDirs: readonly string[];
  /** Only reports with questions of this split, and these questions. */
  split?: EvalSplit | undefined;
  onProgress?: OnProgress | undefined;
  /** Called with each report's results. */
  onResults?: ((report: string, results: readonly QuestionResult[]) => void) | undefined;
}

/** A report with an index of its own. */
export interface IngestedReport {
  /** The file's name without its ending. */
  report: string;
  questions: EvalQuestion[];
  /** With its index. */
  config: Config;
}

/** The index of one report of a folder, in a folder `.index` beside it that later runs use again. */
export async function ingestAlone(
  folder: string,
  pdf: string,
  config: Config,
  onProgress?: OnProgress,
): Promise<Config> {
  const own = { ...config, corpusDir: folder, indexDir: join(folder, '.index', basename(pdf, '.pdf')) };
  await ingestDocuments(own, [join(folder, pdf)], { strict: true, ...(onProgress && { onProgress }) });
  return own;
}

/**
 * Ingests each report that has questions, alone.
 * @param config its index and corpus are not used.
 * @throws VerseError `bad-input` where no PDF has questions, or a file of questions is wrong; what a report is refused for.
 */
export async function* ingestReports(
  folder: string,
  config: Config,
  { questionsDirs, split, onProgress }: EvaluateReportsOptions,
): AsyncGenerator<IngestedReport> {
  let count = 0;
  for (const { pdf, questions } of withQuestions(folder, questionsDirs)) {
    const asked = (await readEvalFile(questions)).filter((one) => split === undefined || one.split === split);
    if (asked.length === 0) continue;
    const own = await ingestAlone(folder, basename(pdf), config, onProgress);
    count += 1;
    yield { report: basename(pdf, '.pdf'), questions: asked, config: own };
  }
  if (count === 0)
    throw new VerseError(
      'bad-input',
      `${folder} has no PDF with questions${split === undefined ? '' : ` of split ${split}`}.`,
      'Put report.jsonl beside report.pdf (evals/FORMAT.md), or fetch the PDFs that a SOURCES.md below evals names.',
    );
}

/**
 * Ingests each report alone and asks its questions.
 * @throws VerseError as `ingestReports`.
 */
export async function evaluateReports(
  folder: string,
  config: Config,
  options: EvaluateReportsOptions,
): Promise<ReportScore[]> {
  const scores: ReportScore[] = [];
  for await (const { report, questions, config: own } of ingestReports(folder, config, options)) {
    const assistant = await openAssistant(own);
    try {
      const { summary, perQuestion } = await runEvals({
        assistant,
        questions,
        onProgress: options.onProgress,
      });
      options.onResults?.(report, perQuestion);
      scores.push({ report, split: splitOf(questions), summary });
    } finally {
      await assistant.close();
    }
  }
  return scores;
}
