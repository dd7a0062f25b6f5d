/** `verse bench`: speed, beside the LangChain.js tutorial stack on the same machine. */
import { inFolder } from '../../config/settings.ts';
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
  json?: true;
}

/** Passages of the largest index that is usually measured. */
const usualMost = '100000';

/** @throws Interrupted */
export function bench(
  { terminal, config, version }: Session,
  { quick, scale, json }: BenchOptions,
): Promise<void> {
  return untilInterrupted('The bench was stopped; its files are removed.', async (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    const options = { config: inFolder(config()), version, onProgress, signal };
    const show = <Report>(report: Report, format: (report: Report) => string) =>
      terminal.out(json ? `${toPlainJson(report, 2)}\n` : format(report));
    if (scale === undefined) show(await runBench({ ...options, quick }).finally(finish), formatBench);
    else {
      const most = scale === true ? usualMost : scale;
      show(await runScale({ ...options, most }).finally(finish), formatScale);
    }
  });
}
