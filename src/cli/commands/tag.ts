/** `verse tag`: sets a document's tags. */
import { Command, Option } from 'commander';
import type { TagOptions } from '../actions/tag.ts';
import type { Session } from '../chat/session.ts';
import { collect, jsonOption, showExamples } from '../options.ts';

export function tagCommand(session: Session): Command {
  return new Command('tag')
    .description('tag a document by hand, for --tag to find it; later ingests keep its tags')
    .argument('<id>', 'as verse list has it')
    .argument('[tags...]', 'to be added to those that it has')
    .addOption(new Option('-r, --remove <tag>', 'take this tag off (repeat for more)').argParser(collect))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples('verse tag pepsico-2022 10-K drinks', 'verse tag pepsico-2022 --remove drinks'),
    )
    .action(async (id: string, added: string[], options: TagOptions) => {
      const { changeTags } = await import('../actions/tag.ts');
      await changeTags(session, id, added, options);
    });
}
