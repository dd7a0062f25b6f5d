/** `verse remove`: takes documents out of the index. */
import { Command } from 'commander';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function removeCommand(session: Session): Command {
  return new Command('remove')
    .description('take documents out of the index; files in the corpus folder go to its folder .removed')
    .argument('<ids...>', 'as verse list has them')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse remove outlook-2025'))
    .action(async (ids: string[], options: { json?: true }) => {
      const { remove } = await import('../actions/remove.ts');
      await remove(session, ids, options);
    });
}
