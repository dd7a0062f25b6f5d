/** `verse bench`: speed, beside the LangChain.js tutorial stack on the same machine. */
import { inFolder } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { runBench } from '../../workshop/bench/bench.ts';
import { formatBench } from '../../workshop/bench/format-report.ts';
import { formatScale } from '../../workshop/bench/format-scale.ts';
import { runScale } from '../../workshop/bench/scale.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

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
export function bench(
  { terminal, config, version }: Session,
  { quick, scale, database, json }: BenchOptions,
): Promise<void> {
  return untilInterrupted('The bench was stopped; its files are removed.', async (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    const settings = config();
    const storeUrl = database ? requireDatabase(settings.storeUrl) : undefined;
    const options = { config: inFolder(settings), version, onProgress, signal };
    const show = <Report>(report: Report, format: (report: Report) => string) =>
      terminal.out(json ? `${toPlainJson(report, 2)}\n` : format(report));
    if (scale === undefined) show(await runBench({ ...options, quick }).finally(finish), formatBench);
    else {
      const most = scale === true ? usualMost : scale;
      show(await runScale({ ...options, most, storeUrl }).finally(finish), formatScale);
    }
  });
}
