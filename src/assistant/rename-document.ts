/** Sets a document's title by hand. */
import { VerseError } from '../core/errors.ts';
import type { ReportDocument } from '../core/types.ts';
import { type IndexPlace, withHome } from '../store/choose-home.ts';
import { replaceControls } from '../text/control-signs.ts';
import { resolveNames } from './scope.ts';

/** Characters of a title; one that is longer would fill whatever it heads. */
export const longestTitle = 200;

/** @throws VerseError `bad-input` for a title that is empty, too long or holds control characters. */
function checkTitle(title: string): string {
  const trimmed = title.trim();
  if (trimmed === '') throw new VerseError('bad-input', 'The title is empty.', 'Give one that can be read.');
  const { length } = [...trimmed];
  if (length > longestTitle) {
    const message = `The title has ${length} characters; ${longestTitle} are the most.`;
    throw new VerseError('bad-input', message, 'Shorten it.');
  }
  const control = [...trimmed].find((sign) => /[\t\n]/.test(sign) || replaceControls(sign) !== sign);
  if (control === undefined) return trimmed;
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new VerseError('bad-input', `The title holds a control character (U+${code}).`, 'Leave it out.');
}

function withTitle(document: ReportDocument, title: string | null): ReportDocument {
  const { printedTitle = document.title, ...rest } = document;
  return title === null ? { ...rest, title: printedTitle } : { ...rest, title, printedTitle };
}

/**
 * Gives a document a title that later ingests keep; its file is not read again.
 * @param id as `resolveNames` takes it.
 * @param title null for the printed one.
 * @returns the document as the index has it now.
 * @throws VerseError `unknown-document`, `bad-input`; `no-index`, `stale-index`, `damaged-index`, `index-locked`,
 * `cannot-read`, `cannot-write`. The index is as it was then.
 */
export async function renameDocument(
  place: IndexPlace,
  id: string,
  title: string | null,
): Promise<ReportDocument> {
  const wanted = title === null ? null : checkTitle(title);
  let renamed: ReportDocument | undefined;
  const change = (documents: readonly ReportDocument[]): readonly ReportDocument[] => {
    const [known] = resolveNames(
      'document',
      [id],
      documents.map((document) => document.id),
    );
    const changed = documents.map((document) =>
      document.id === known ? withTitle(document, wanted) : document,
    );
    renamed = changed.find((document) => document.id === known);
    const before = documents.find((document) => document.id === known);
    const isSame = before?.title === renamed?.title && before?.printedTitle === renamed?.printedTitle;
    return isSame ? documents : changed;
  };
  await withHome(place, (home) => home.changeDocuments(change));
  if (renamed === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
  return renamed;
}
