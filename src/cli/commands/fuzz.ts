/** `verse fuzz`: reads hostile PDFs and says what came of each. */
import { Command } from 'commander';
import { readingLimits } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import { hostileFiles, quickFiles } from '../../workshop/attack/pdf/hostile-files.ts';
import { showTrials } from '../../workshop/attack/pdf/show-trials.ts';
import { foreignFiles, tryFiles } from '../../workshop/attack/pdf/try-files.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, wholeNumber } from '../options.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface FuzzOptions {
  seed: number;
  folder?: string;
  quick?: true;
  json?: true;
}

export function fuzzCommand({ terminal, config }: Session): Command {
  return new Command('fuzz')
    .description(
      'read hostile PDFs, made with a seed, as an ingest does: exit code 100 where one is not held',
    )
    .option('--seed <number>', 'damages files otherwise', wholeNumber(0, 2 ** 31), 20260601)
    .option('--quick', 'sixty of them that take a minute')
    .option('--folder <dir>', 'the PDFs of a folder and those below it instead')
    .addOption(jsonOption())
    .action(({ seed, folder, quick, json }: FuzzOptions) =>
      untilInterrupted('It was stopped; its files are removed.', async (signal) => {
        const made = quick ? quickFiles(seed) : hostileFiles(seed);
        const files = folder === undefined ? made : await foreignFiles(folder);
        const { onProgress, finish } = createProgress(terminal);
        const options = { onProgress, signal };
        const trials = await tryFiles(files, readingLimits(config()), options).finally(finish);
        terminal.out(json ? `${JSON.stringify({ trials }, null, 2)}\n` : showTrials(trials));
        const missed = trials.filter(({ fault }) => fault !== null).length;
        if (missed > 0)
          throw new VerseError('threshold-missed', `${missed} of ${trials.length} files were not held.`);
      }),
    );
}
