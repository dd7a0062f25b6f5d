/** `verse rename`: sets a document's title by hand. */
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';

export interface RenameOptions {
  printed?: true;
  json?: true;
}

/** @throws VerseError `bad-input` where there is no title, or both a title and `--printed`. */
function titleOf(words: readonly string[], { printed }: RenameOptions): string | null {
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

/** @throws VerseError `bad-input`, `unknown-document`. */
export async function rename(
  { terminal, config }: Session,
  id: string,
  words: readonly string[],
  options: RenameOptions,
): Promise<void> {
  const document = await changeDocument(config(), id, { title: titleOf(words, options) });
  const { title, printedTitle } = document;
  const printed = printedTitle === undefined ? 'as printed' : `printed: ${printedTitle}`;
  terminal.out(
    options.json
      ? `${toPlainJson(document, 2)}\n`
      : `${wrapText(`${document.id}: ${title} (${printed})`, terminal.width)}\n`,
  );
}
