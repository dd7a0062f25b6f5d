/** `verse list`: the documents, a row each. */
import { Command } from 'commander';
import type { ListOptions } from '../actions/list.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples, tagOption, yearOption } from '../options.ts';

export function listCommand(session: Session): Command {
  return new Command('list')
    .description('list the documents with their titles, years, pages, chapters and tags')
    .addOption(tagOption('list documents with this tag only (repeat for more)'))
    .addOption(yearOption('list documents of this year only: 2022, 2019-2022 (repeat for more)'))
    .option('--collection <name>', 'list documents of this collection only')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse list --tag 10-K', 'verse list --year 2019-2022 --json'))
    .action(async (options: ListOptions) => {
      const { list } = await import('../actions/list.ts');
      await list(session, options);
    });
}
