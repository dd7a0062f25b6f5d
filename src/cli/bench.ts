/** `verse bench`: how fast it is, beside the LangChain.js tutorial stack on the same machine. */
import { Command } from 'commander';
import { runBench } from '../bench/bench.ts';
import { formatBench } from '../bench/format-report.ts';
import { jsonOption } from './options.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';

interface BenchCommandOptions {
  quick?: true;
  scale?: true;
  json?: true;
}

export function benchCommand({ terminal, config, version }: Session): Command {
  return new Command('bench')
    .description('measure speed, memory and quality beside the LangChain.js tutorial stack; two minutes')
    .option('--quick', 'leave out the ingest and the tutorial stack; half a minute')
    .option(
      '--scale',
      'add indexes of 1,000 to 100,000 generated passages; ten minutes and 12 GB of memory more',
    )
    .addOption(jsonOption())
    .action(async ({ quick, scale, json }: BenchCommandOptions) => {
      const progress = createProgress(terminal);
      const interruption = new AbortController();
      const interrupt = () => interruption.abort();
      process.once('SIGINT', interrupt);
      try {
        const { onProgress } = progress;
        const report = await runBench({
          config: config(),
          version,
          quick,
          onProgress,
          signal: interruption.signal,
        }).finally(progress.finish);
        terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : formatBench(report));
      } catch (error) {
        if (!interruption.signal.aborted) throw error;
        // Its files are gone; now end as the interruption would have ended it.
        process.kill(process.pid, 'SIGINT');
      } finally {
        process.off('SIGINT', interrupt);
      }
    });
}
