/** `verse bench`: speed, beside the LangChain.js tutorial stack on the same machine. */
import { Command } from 'commander';
import { inFolder } from '../../config/settings.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { runBench } from '../../workshop/bench/bench.ts';
import { formatBench } from '../../workshop/bench/format-report.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption } from '../options.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface BenchCommandOptions {
  quick?: true;
  scale?: true;
  json?: true;
}

export function benchCommand({ terminal, config, version }: Session): Command {
  return new Command('bench')
    .description('measure speed, memory and quality beside the LangChain.js tutorial stack, in two minutes')
    .option('--quick', 'leave out the ingest and the tutorial stack: half a minute')
    .option(
      '--scale',
      'add indexes of up to 100,000 generated passages: ten minutes and 12 GB of memory more',
    )
    .addOption(jsonOption())
    .action(({ quick, scale, json }: BenchCommandOptions) =>
      untilInterrupted('The bench was stopped; its files are removed.', async (signal) => {
        const { onProgress, finish } = createProgress(terminal);
        const options = { config: inFolder(config()), version, quick, scale, onProgress, signal };
        const report = await runBench(options).finally(finish);
        terminal.out(json ? `${toPlainJson(report, 2)}\n` : formatBench(report));
      }),
    );
}
