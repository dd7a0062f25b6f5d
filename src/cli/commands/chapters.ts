/** `verse chapters`: the documents and their chapters with pages. */
import { Command } from 'commander';
import type { ChaptersOptions } from '../actions/chapters.ts';
import type { Session } from '../chat/session.ts';
import { documentOption, jsonOption, showExamples, tagOption, yearOption } from '../options.ts';

export function chaptersCommand(session: Session): Command {
  return new Command('chapters')
    .description('list the documents and their chapters with pages')
    .addOption(documentOption('list this document only (repeat for more)'))
    .addOption(tagOption('list documents with this tag only (repeat for more)'))
    .addOption(yearOption('list documents of this year only: 2022, 2019-2022 (repeat for more)'))
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse chapters', 'verse chapters -d fragmented-europe-2026 --json'))
    .action(async (options: ChaptersOptions) => {
      const { chapters } = await import('../actions/chapters.ts');
      await chapters(session, options);
    });
}
