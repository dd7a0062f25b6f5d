/** `verse queue`: the documents that wait in the database to be read. */
import { Command } from 'commander';
import type { QueueOptions } from '../actions/queue.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function queueCommand(session: Session): Command {
  return new Command('queue')
    .description('list the documents that wait to be read by verse work, and what failed')
    .option('--retry', 'let those that failed wait again')
    .option('--clear', 'take off what failed and what is done')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse queue --json', 'verse queue --retry'))
    .action(async (options: QueueOptions) => {
      const { queue } = await import('../actions/queue.ts');
      await queue(session, options);
    });
}
