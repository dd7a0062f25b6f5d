/** `verse rename`: sets a document's title by hand. */
import { Command } from 'commander';
import type { RenameOptions } from '../actions/rename.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function renameCommand(session: Session): Command {
  return new Command('rename')
    .description("set a document's title by hand; later ingests keep it")
    .argument('<id>', 'as verse list has it')
    .argument('[title...]', 'the title; quotes are optional')
    .option('--printed', 'take the printed title again')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples('verse rename outlook-2026 Outlook 2026', 'verse rename outlook-2026 --printed'),
    )
    .action(async (id: string, words: string[], options: RenameOptions) => {
      const { rename } = await import('../actions/rename.ts');
      await rename(session, id, words, options);
    });
}
