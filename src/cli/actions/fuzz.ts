/** `verse fuzz`: reads hostile PDFs and says what came of each. */
import { readingLimits } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import { hostileFiles, quickFiles } from '../../workshop/attack/pdf/hostile-files.ts';
import { showTrials } from '../../workshop/attack/pdf/show-trials.ts';
import { foreignFiles, tryFiles } from '../../workshop/attack/pdf/try-files.ts';
import type { Session } from '../chat/session.ts';
import { printResult } from '../print-result.ts';
import { withProgress } from '../with-progress.ts';

export interface FuzzOptions {
  seed: number;
  folder?: string;
  quick?: true;
  json?: true;
}

/** @throws VerseError `threshold-missed` where a file was not held; Interrupted. */
export async function fuzz(
  { terminal, config }: Session,
  { seed, folder, quick, json }: FuzzOptions,
): Promise<void> {
  const made = quick ? quickFiles(seed) : hostileFiles(seed);
  const files = folder === undefined ? made : await foreignFiles(folder);
  const trials = await withProgress(terminal, 'It was stopped; its files are removed.', (running) =>
    tryFiles(files, readingLimits(config()), running),
  );
  printResult(terminal, { trials }, json, () => showTrials(trials));
  const missed = trials.filter(({ fault }) => fault !== null).length;
  if (missed > 0)
    throw new VerseError('threshold-missed', `${missed} of ${trials.length} files were not held.`);
}
