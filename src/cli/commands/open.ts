/** `verse open`: shows a document's PDF at a page. */
import { Command, Option } from 'commander';
import type { OpenOptions } from '../actions/open.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples, wholeNumber } from '../options.ts';

export function openCommand(session: Session): Command {
  return new Command('open')
    .description("open a document's PDF; without a viewer, say where it is")
    .argument('<id>', 'as verse list has it')
    .addOption(
      new Option('-p, --page <number>', 'counted from 1 in the file')
        .argParser(wholeNumber(1, 100_000))
        .default(1),
    )
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse open fragmented-europe-2026 --page 84'))
    .action(async (id: string, options: OpenOptions) => {
      const { open } = await import('../actions/open.ts');
      await open(session, id, options);
    });
}
