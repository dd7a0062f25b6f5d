/** `verse search`: the passages that match, best first. */
import { Command, Option } from 'commander';
import { passageKinds } from '../../wire/kinds.ts';
import type { SearchOptions } from '../actions/search.ts';
import type { Session } from '../chat/session.ts';
import {
  chapterOption,
  collectOneOf,
  documentOption,
  jsonOption,
  showExamples,
  tagOption,
  wholeNumber,
  yearOption,
} from '../options.ts';

export function searchCommand(session: Session): Command {
  return new Command('search')
    .description('find the passages that match, best first')
    .argument('<query...>', 'words or a question; quotes are optional')
    .addOption(chapterOption())
    .addOption(documentOption())
    .addOption(tagOption())
    .addOption(yearOption())
    .addOption(
      new Option('-k, --kind <kind>', 'body, note or table; all by default (repeat for more)').argParser(
        collectOneOf(passageKinds),
      ),
    )
    .option('-n, --limit <count>', 'how many passages, at most 100', wholeNumber(1, 100), 10)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples(
        'verse search "Huawei ban" -c Sweden',
        'verse search "research spending" --kind table -n 5 --json',
      ),
    )
    .action(async (words: string[], options: SearchOptions) => {
      const { search } = await import('../actions/search.ts');
      await search(session, words, options);
    });
}
