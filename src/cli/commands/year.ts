/** `verse year`: sets the year that a document is of. */
import { Command } from 'commander';
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, oneYear } from '../options.ts';
import { describeDocument } from '../show/show-documents.ts';

/** @throws VerseError `bad-input` where there is no year, or both a year and `--printed`. */
function toYear(year: number | undefined, { printed }: { printed?: true }): number | null {
  if (printed && year !== undefined) {
    throw new VerseError('bad-input', 'A year and --printed cannot be given together.', 'Leave one out.');
  }
  if (printed) return null;
  if (year === undefined) {
    const hint = 'Write it behind the id, or --printed for the one that is read of the document.';
    throw new VerseError('bad-input', 'No year is given.', hint);
  }
  return year;
}

export function yearCommand({ terminal, config }: Session): Command {
  return new Command('year')
    .description('set the year that a document is of by hand; later ingests keep it')
    .argument('<id>', 'as verse list has it')
    .argument('[year]', 'with four digits', oneYear)
    .option('--printed', 'take the year that is read of the document again')
    .addOption(jsonOption())
    .action(async (id: string, year: number | undefined, options: { printed?: true; json?: true }) => {
      const document = await changeDocument(config(), id, { year: toYear(year, options) });
      terminal.out(
        options.json
          ? `${toPlainJson(document, 2)}\n`
          : `${wrapText(describeDocument(document), terminal.width)}\n`,
      );
    });
}
