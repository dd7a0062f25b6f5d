/** `verse year`: sets the year that a document is of. */
import { Command } from 'commander';
import type { YearOptions } from '../actions/year.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, oneYear, showExamples } from '../options.ts';

export function yearCommand(session: Session): Command {
  return new Command('year')
    .description('set the year that a document is of by hand; later ingests keep it')
    .argument('<id>', 'as verse list has it')
    .argument('[year]', 'with four digits', oneYear)
    .option('--printed', 'take the year that is read of the document again')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse year pepsico-2022 2022', 'verse year pepsico-2022 --printed'))
    .action(async (id: string, year: number | undefined, options: YearOptions) => {
      const { changeYear } = await import('../actions/year.ts');
      await changeYear(session, id, year, options);
    });
}
