/** `verse work`: reads documents from the queue of the database; any number of them run side by side. */
import { Command } from 'commander';
import type { WorkOptions } from '../actions/work.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, ocrOptions, showExamples } from '../options.ts';

export function workCommand(session: Session): Command {
  const command = new Command('work')
    .description('read documents from the queue of the database into its index, until it is stopped')
    .option('--once', 'end when nothing is left to take')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Start as many as there are machines for: each document is read by one of them.
A worker that ends, however it does, leaves its document to the others. What
fails stays in the queue with its reason, see verse queue; with --once the exit
code is 3 then.`,
    )
    .addHelpText('after', showExamples('verse work', 'verse work --once --json'))
    .action(async (options: WorkOptions) => {
      const { work } = await import('../actions/work.ts');
      await work(session, options);
    });
  for (const option of ocrOptions()) command.addOption(option);
  return command;
}
