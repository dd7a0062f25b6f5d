/** `verse attack`: tries to break it, and says what held. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { inFolder } from '../../config/settings.ts';
import { attackFamilies } from '../../workshop/attack/families.ts';
import { findFamilies, requireHeld, runAttacks } from '../../workshop/attack/run-attacks.ts';
import { showAttacks, updateReliability } from '../../workshop/attack/show-attacks.ts';
import { writeText } from '../../workshop/evaluate/report/outputs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { jsonOption, wholeNumber } from '../options.ts';
import { createProgress } from '../progress.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface AttackCommandOptions {
  seed: number;
  out?: string;
  json?: true;
}

export function attackCommand({ terminal, config }: Session): Command {
  const names = attackFamilies.map(({ name }) => name).join(', ');
  return new Command('attack')
    .description('try to break it, on copies: exit code 100 where an attack is not held')
    .argument('[names...]', `${names}; all by default`)
    .option('--seed <number>', 'makes other attacks of the same kinds', wholeNumber(0, 2 ** 31), 20260601)
    .option('--out <file>', 'write the tables into this Markdown page, as docs/reliability.md')
    .addOption(jsonOption())
    .action((given: string[], { seed, out, json }: AttackCommandOptions) =>
      untilInterrupted('The attacks were stopped; their files are removed.', async (signal) => {
        const families = findFamilies(given);
        const settled = inFolder(config());
        if (families.some(({ needsIndex }) => needsIndex))
          await (await openOrIngest(settled, terminal)).close();
        const { onProgress, finish } = createProgress(terminal);
        const settings = { config: settled, seed, onProgress, signal };
        const results = await runAttacks(families, settings).finally(finish);
        terminal.out(json ? `${JSON.stringify({ results }, null, 2)}\n` : showAttacks(results));
        if (out !== undefined) {
          const page = await readFile(out, 'utf8').catch(() => '');
          await writeText(out, updateReliability(page, results));
        }
        requireHeld(results);
      }),
    );
}
