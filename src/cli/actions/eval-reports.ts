/** `verse eval --reports`: measures the answers on many reports. */
import { join } from 'node:path';
import { type Config, inFolder, packageRoot } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { type AskedResult, drawSheet, formatSheet } from '../../workshop/evaluate/judging/judging-sheet.ts';
import type { EvalSplit } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { writeOutput } from '../../workshop/evaluate/report/outputs.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateReports } from '../../workshop/evaluate/reports/evaluate-reports.ts';
import { formatReports, renderReports } from '../../workshop/evaluate/reports/reports-table.ts';

interface ReportsEvalOptions {
  split: EvalSplit | undefined;
  /** A file for answers to be judged, if they are to be drawn. */
  sheet: string | undefined;
  onProgress: OnProgress;
}

/** How many answers a sheet has, and the seed of the draw: the same answers are drawn of the same results. */
const drawn = { count: 50, seed: 2026 };

/** @throws VerseError `bad-input`, `cannot-read`, and what a report is refused for. */
export async function evalReports(
  config: Config,
  folder: string,
  { split, sheet, onProgress }: ReportsEvalOptions,
): Promise<Tables> {
  const asked: AskedResult[] = [];
  const scores = await evaluateReports(folder, inFolder(config), {
    questionsDirs: ['reports', 'filings', 'books', 'lists'].map((name) => join(packageRoot, 'evals', name)),
    split,
    onProgress,
    onResults: (report, results) => {
      for (const result of results) asked.push({ ...result, report });
    },
  });
  if (sheet !== undefined) await writeOutput(sheet, formatSheet(drawSheet(asked, drawn.count, drawn.seed)));
  return {
    json: { reports: scores },
    text: formatReports(scores),
    page: () => renderReports(scores, thisProcessor()),
  };
}
