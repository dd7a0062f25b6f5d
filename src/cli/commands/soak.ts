/** `verse soak`: whether the server stays as it is under a long load. */
import { Command } from 'commander';
import type { SoakOptions } from '../actions/soak.ts';
import type { Session } from '../chat/session.ts';
import { showExamples, wholeNumber } from '../options.ts';

export function soakCommand(session: Session): Command {
  return new Command('soak')
    .description(
      'put mixed requests to a server for long, at half of what it can take: memory must stay flat',
    )
    .option('--minutes <number>', 'how long', wholeNumber(1, 10_000), 30)
    .addHelpText('after', showExamples('verse soak --minutes 5'))
    .action(async (options: SoakOptions) => {
      const { soak } = await import('../actions/soak.ts');
      await soak(session, options);
    });
}
