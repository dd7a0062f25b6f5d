/** `verse fuzz`: reads hostile PDFs and says what came of each. */
import { Command } from 'commander';
import type { FuzzOptions } from '../actions/fuzz.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples, wholeNumber } from '../options.ts';

export function fuzzCommand(session: Session): Command {
  return new Command('fuzz')
    .description(
      'read hostile PDFs, made with a seed, as an ingest does: exit code 100 where one is not held',
    )
    .option('--seed <number>', 'damages files otherwise', wholeNumber(0, 2 ** 31), 20260601)
    .option('--quick', 'sixty of them that take a minute')
    .option('--folder <dir>', 'the PDFs of a folder and those below it instead')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse fuzz --quick', 'verse fuzz --folder ~/pdfs'))
    .action(async (options: FuzzOptions) => {
      const { fuzz } = await import('../actions/fuzz.ts');
      await fuzz(session, options);
    });
}
