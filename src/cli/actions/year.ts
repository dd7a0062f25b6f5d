/** `verse year`: sets the year that a document is of. */
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';
import { describeDocument } from '../show/show-documents.ts';

export interface YearOptions {
  printed?: true;
  json?: true;
}

/** @throws VerseError `bad-input` where there is no year, or both a year and `--printed`. */
function toYear(year: number | undefined, { printed }: YearOptions): number | null {
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

/** @throws VerseError `bad-input`, `unknown-document`. */
export async function changeYear(
  { terminal, config }: Session,
  id: string,
  year: number | undefined,
  options: YearOptions,
): Promise<void> {
  const document = await changeDocument(config(), id, { year: toYear(year, options) });
  terminal.out(
    options.json
      ? `${toPlainJson(document, 2)}\n`
      : `${wrapText(describeDocument(document), terminal.width)}\n`,
  );
}
