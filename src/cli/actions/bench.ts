/** `verse bench`: speed, beside the LangChain.js tutorial stack on the same machine. */
import { inFolder } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import { runBench } from '../../workshop/bench/bench.ts';
import { formatBench } from '../../workshop/bench/format-report.ts';
import { formatScale } from '../../workshop/bench/format-scale.ts';
import { runScale } from '../../workshop/bench/scale.ts';
import type { Session } from '../chat/session.ts';
import { printResult } from '../print-result.ts';
import { withProgress } from '../with-progress.ts';

export interface BenchOptions {
  quick?: true;
  scale?: true | string;
  database?: true;
  json?: true;
}

/** Passages of the largest index that is usually measured. */
const usualMost = '100000';

/** @throws VerseError `bad-input` without one. */
function requireDatabase(storeUrl: string | undefined): string {
  if (storeUrl !== undefined) return storeUrl;
  throw new VerseError('bad-input', '--database: VERSE_STORE names none.', 'Set it (docs/guides/scale.md).');
}

/** @throws Interrupted */
export async function bench(
  { terminal, config, version }: Session,
  { quick, scale, database, json }: BenchOptions,
): Promise<void> {
  const settings = config();
  const storeUrl = database ? requireDatabase(settings.storeUrl) : undefined;
  const options = { config: inFolder(settings), version };
  const left = 'The bench was stopped; its files are removed.';
  if (scale === undefined) {
    const report = await withProgress(terminal, left, (running) =>
      runBench({ ...options, ...running, quick }),
    );
    printResult(terminal, report, json, formatBench);
  } else {
    const most = scale === true ? usualMost : scale;
    const report = await withProgress(terminal, left, (running) =>
      runScale({ ...options, ...running, most, storeUrl }),
    );
    printResult(terminal, report, json, formatScale);
  }
}
