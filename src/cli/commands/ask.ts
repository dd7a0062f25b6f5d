/** `verse ask`: answers a question with cited sentences. */
import { Command, Option } from 'commander';
import { citationFormats } from '../../cite/citation-formats.ts';
import type { AskOptions } from '../actions/ask.ts';
import type { Session } from '../chat/session.ts';
import {
  answerRateOption,
  chapterOption,
  chatModelOption,
  documentOption,
  jsonOption,
  ocrOptions,
  showExamples,
  tagOption,
  writeOption,
  yearOption,
} from '../options.ts';

/** `--format NAME`. */
const formatOption = () =>
  new Option('--format <name>', 'as another program takes it, with report, year, chapter, pages and link')
    .choices(citationFormats)
    .conflicts('json');

export function askCommand(session: Session): Command {
  const command = new Command('ask')
    .description("answer a question with the report's own sentences, each with chapter and page")
    .argument('<question...>', 'the question; quotes are optional')
    .addOption(chapterOption())
    .addOption(documentOption())
    .addOption(tagOption())
    .addOption(yearOption())
    .addOption(answerRateOption())
    .addOption(writeOption())
    .addOption(chatModelOption())
    .addOption(jsonOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      showExamples(
        'verse ask "How many jobs is Bosch cutting?"',
        'verse ask -c Germany -c France "Which companies were fined?"',
        'verse ask --tag 10-K --year 2019-2022 "How much was spent on research?" --json',
      ),
    )
    .action(async (words: string[], options: AskOptions) => {
      const { ask } = await import('../actions/ask.ts');
      await ask(session, words, options);
    });
  for (const option of ocrOptions()) command.addOption(option);
  return command;
}
