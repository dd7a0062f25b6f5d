/** `verse eval --reports`: measures the answers on many reports. */
import { join } from 'node:path';
import { inFolder, packageRoot } from '../../config/settings.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { type AskedResult, drawSheet, formatSheet } from '../../workshop/evaluate/judging/judging-sheet.ts';
import type { EvalSplit } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { writeText } from '../../workshop/evaluate/report/outputs.ts';
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateReports } from '../../workshop/evaluate/reports/evaluate-reports.ts';
import { formatReports, renderReports } from '../../workshop/evaluate/reports/reports-table.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';

interface ReportsEvalOptions {
  split: EvalSplit | undefined;
  outputs: readonly string[];
  json: boolean;
  /** A file for answers to be judged, if they are to be drawn. */
  sheet: string | undefined;
}

/** How many answers a sheet has, and the seed of the draw: the same answers are drawn of the same results. */
const drawn = { count: 50, seed: 2026 };

/** @throws VerseError `bad-input`, `cannot-read`, and what a report is refused for. */
export async function evalReports(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  folder: string,
  { split, outputs, json, sheet }: ReportsEvalOptions,
): Promise<void> {
  checkTableOutputs(outputs, '--reports');
  const progress = createProgress(terminal);
  const asked: AskedResult[] = [];
  const scores = await evaluateReports(folder, inFolder(config()), {
    questionsDir: join(packageRoot, 'evals', 'reports'),
    split,
    onProgress: progress.onProgress,
    onResults: (report, results) => {
      for (const result of results) asked.push({ ...result, report });
    },
  }).finally(progress.finish);
  const asJson = () => toJson({ reports: scores });
  terminal.out(json ? asJson() : formatReports(scores));
  await writeTables(outputs, { '.json': asJson, '.md': () => renderReports(scores, thisProcessor()) });
  if (sheet !== undefined) await writeText(sheet, formatSheet(drawSheet(asked, drawn.count, drawn.seed)));
}
