/** `verse report.pdf`: reads a report, if the index does not have it, and answers in the shell or opens the page. */
import { Command, Option } from 'commander';
import type { ReadOptions } from '../actions/read.ts';
import type { Session } from '../chat/session.ts';
import {
  answerRateOption,
  chapterOption,
  chatModelOption,
  jsonOption,
  ocrOptions,
  showExamples,
  wholeNumber,
  writeOption,
} from '../options.ts';

export function readCommand(session: Session): Command {
  const command = new Command('read')
    .description('read a report and answer a question, or open the page (also without “read”)')
    .argument('<pdf>', 'the report; read once, then it is in the index')
    .argument('[words...]', 'the question; quotes are optional')
    .addOption(chapterOption())
    .addOption(answerRateOption())
    .addOption(writeOption())
    .addOption(chatModelOption())
    .addOption(jsonOption())
    .addOption(
      new Option('-p, --port <number>', "the page's port; 0 takes a free one (default: 8787)").argParser(
        wholeNumber(0, 65_535),
      ),
    )
    .option('--no-open', 'open no browser')
    .addHelpText(
      'after',
      showExamples(
        'verse report.pdf "How many jobs are lost?"',
        'verse report.pdf',
        'verse report.pdf --no-open --port 0',
      ),
    )
    .action(async (report: string, words: string[], options: ReadOptions) => {
      const { read } = await import('../actions/read.ts');
      await read(session, report, words, options);
    });
  for (const option of ocrOptions()) command.addOption(option);
  return command;
}
