/** `verse bench`: speed, beside the LangChain.js tutorial stack on the same machine. */
import { Command } from 'commander';
import { inFolder } from '../../config/settings.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { runBench } from '../../workshop/bench/bench.ts';
import { formatBench } from '../../workshop/bench/format-report.ts';
import { formatScale } from '../../workshop/bench/format-scale.ts';
import { runScale } from '../../workshop/bench/scale.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption } from '../options.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface BenchCommandOptions {
  quick?: true;
  scale?: true | string;
  json?: true;
}

/** Passages of the largest index that is usually measured. */
const usualMost = '100000';

export function benchCommand({ terminal, config, version }: Session): Command {
  return new Command('bench')
    .description('measure speed, memory and quality beside the LangChain.js tutorial stack, in two minutes')
    .option('--quick', 'leave out the ingest and the tutorial stack: half a minute')
    .option(
      '--scale [passages]',
      'measure growing libraries of generated documents instead, up to 100,000 passages: ten minutes',
    )
    .addOption(jsonOption())
    .action(({ quick, scale, json }: BenchCommandOptions) =>
      untilInterrupted('The bench was stopped; its files are removed.', async (signal) => {
        const { onProgress, finish } = createProgress(terminal);
        const options = { config: inFolder(config()), version, onProgress, signal };
        const show = <Report>(report: Report, format: (report: Report) => string) =>
          terminal.out(json ? `${toPlainJson(report, 2)}\n` : format(report));
        if (scale === undefined) show(await runBench({ ...options, quick }).finally(finish), formatBench);
        else {
          const most = scale === true ? usualMost : scale;
          show(await runScale({ ...options, most }).finally(finish), formatScale);
        }
      }),
    );
}
