/** `verse soak`: whether the server stays as it is under a long load. */
import { Command } from 'commander';
import { inFolder } from '../../config/settings.ts';
import { requireFlat, runSoak, showSoak } from '../../workshop/bench/soak.ts';
import type { Session } from '../chat/session.ts';
import { wholeNumber } from '../options.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

export function soakCommand({ terminal, config }: Session): Command {
  return new Command('soak')
    .description(
      'put mixed requests to a server for long, at half of what it can take: memory must stay flat',
    )
    .option('--minutes <number>', 'how long', wholeNumber(1, 10_000), 30)
    .action(({ minutes }: { minutes: number }) =>
      untilInterrupted('The soak was stopped.', async (signal) => {
        const { onProgress, finish } = createProgress(terminal);
        const options = { onProgress, signal };
        const measured = await runSoak({ config: inFolder(config()), minutes }, options).finally(finish);
        terminal.out(showSoak(measured));
        requireFlat(measured);
      }),
    );
}
