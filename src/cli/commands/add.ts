/** `verse add`: takes PDFs into the index beside what is there, with tags, a year and a collection. */
import { Command, Option } from 'commander';
import type { AddOptions } from '../actions/add.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, ocrOptions, oneYear, queueOptions, showExamples, tagOption } from '../options.ts';

export function addCommand(session: Session): Command {
  const command = new Command('add')
    .description('read PDFs into the index beside the documents that it has')
    .argument('<files...>', 'PDF files')
    .addOption(tagOption('tag them so (repeat for more)'))
    .addOption(new Option('-y, --year <year>', 'set the year that they are of').argParser(oneYear))
    .option('--collection <name>', 'put them into this collection, by which tokens see them')
    .option('--strict', 'leave the index as it is where one file is refused')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples('verse add ~/filings/*.pdf --tag 10-K --year 2022', 'verse add annex.pdf --strict --json'),
    )
    .action(async (files: string[], options: AddOptions) => {
      const { add } = await import('../actions/add.ts');
      await add(session, files, options);
    });
  for (const option of [...ocrOptions(), ...queueOptions()]) command.addOption(option);
  return command;
}
