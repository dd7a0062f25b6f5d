/** `verse tune`: fits the ranking, the answering models, the premise check and the verifier on the dev split. */
import { Command, Option } from 'commander';
import { fittedParts } from '../../assistant/fitted-parts.ts';
import type { TuneOptions } from '../actions/tune.ts';
import type { Session } from '../chat/session.ts';
import { showExamples } from '../options.ts';

export function tuneCommand(session: Session): Command {
  return new Command('tune')
    .description(
      'fit the ranking, the answering models, the premise check and the verifier on the dev split (for developers)',
    )
    .addOption(new Option('--only <part>', 'fit one of the four').choices(fittedParts))
    .addOption(
      new Option(
        '--without <input>',
        'print what the verifier scores without one of its inputs ("cloze") too',
      ).implies({ only: 'verifier' }),
    )
    .addOption(
      new Option('--cards', 'only bring the cards of the networks up to date with their files').conflicts([
        'only',
        'without',
        'dryRun',
      ]),
    )
    .option(
      '--reports <folder>',
      'fit the ranking and the answering models over the reports of a folder too, as `verse eval --reports` reads them',
    )
    .option('--dry-run', 'print the scores, write nothing')
    .addHelpText('after', showExamples('verse tune --only ranking --dry-run'))
    .action(async (options: TuneOptions) => {
      const { tune } = await import('../actions/tune.ts');
      await tune(session, options);
    });
}
