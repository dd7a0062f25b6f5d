/** `verse doctor`: what is installed, whether model and index are whole, and what to do where not. */
import { Command } from 'commander';
import { runChecks } from '../doctor.ts';
import { jsonOption } from './options.ts';
import type { Session } from './session.ts';
import { wrapText } from './terminal.ts';
import { VerseError } from '../errors.ts';

export function doctorCommand({ terminal, config, version }: Session): Command {
  return new Command('doctor')
    .description('check the installation, the model files and the index, and say what to do')
    .addOption(jsonOption())
    .action(async (options: { json?: true }) => {
      const checks = await runChecks(config(), version);
      if (options.json) terminal.out(`${JSON.stringify({ checks }, null, 2)}\n`);
      else {
        for (const { name, ok, detail } of checks) {
          const mark = ok ? terminal.paint('green', 'ok  ') : terminal.paint('red', 'FAIL');
          terminal.out(`${mark} ${wrapText(`${name}: ${detail}`, terminal.width - 5, '     ', '')}\n`);
        }
      }
      const failed = checks.filter((check) => !check.ok).length;
      if (failed > 0) throw new VerseError('bad-installation', `${failed} of ${checks.length} checks failed.`, 'Each says what to do.');
    });
}
