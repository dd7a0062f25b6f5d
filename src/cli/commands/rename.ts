/** `verse rename`: sets a document's title by hand. */
import { Command } from 'commander';
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption } from '../options.ts';

/** @throws VerseError `bad-input` where there is no title, or both a title and `--printed`. */
function titleOf(words: readonly string[], { printed }: { printed?: true }): string | null {
  if (printed && words.length > 0) {
    throw new VerseError('bad-input', 'A title and --printed cannot be given together.', 'Leave one out.');
  }
  if (printed) return null;
  if (words.length > 0) return words.join(' ');
  throw new VerseError(
    'bad-input',
    'No title is given.',
    'Write it behind the id, or --printed for the printed one.',
  );
}

export function renameCommand({ terminal, config }: Session): Command {
  return new Command('rename')
    .description("set a document's title by hand; later ingests keep it")
    .argument('<id>', 'as verse list has it')
    .argument('[title...]', 'the title; quotes are optional')
    .option('--printed', 'take the printed title again')
    .addOption(jsonOption())
    .action(async (id: string, words: string[], options: { printed?: true; json?: true }) => {
      const document = await changeDocument(config(), id, { title: titleOf(words, options) });
      const { title, printedTitle } = document;
      const printed = printedTitle === undefined ? 'as printed' : `printed: ${printedTitle}`;
      terminal.out(
        options.json
          ? `${toPlainJson(document, 2)}\n`
          : `${wrapText(`${document.id}: ${title} (${printed})`, terminal.width)}\n`,
      );
    });
}
