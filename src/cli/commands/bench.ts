/** `verse bench`: speed, beside the LangChain.js tutorial stack on the same machine. */
import { Command } from 'commander';
import type { BenchOptions } from '../actions/bench.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function benchCommand(session: Session): Command {
  return new Command('bench')
    .description('measure speed, memory and quality beside the LangChain.js tutorial stack, in two minutes')
    .option('--quick', 'leave out the ingest and the tutorial stack: half a minute')
    .option(
      '--scale [passages]',
      'measure growing libraries of generated documents instead, up to 100,000 passages: ten minutes',
    )
    .option(
      '--database',
      'with --scale: in databases of its own beside the one of VERSE_STORE, not in folders',
    )
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse bench --quick', 'verse bench --scale 20000'))
    .action(async (options: BenchOptions) => {
      const { bench } = await import('../actions/bench.ts');
      await bench(session, options);
    });
}
