/** Opens PDFs with PDF.js. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type AskLibrary, checkEnd, createAskLibrary } from './pdf-refusals.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/**
 * Opens a PDF, passes it to `use` and always closes it. Errors of `use` are rethrown unchanged.
 * @param bytes the file; copied, since PDF.js detaches what it is given.
 * @param name what error sentences call the file.
 * @throws VerseError `damaged-pdf`, `encrypted-pdf`.
 */
export async function withDocument<T>(
  bytes: Uint8Array,
  name: string,
  verbosity: number,
  use: (document: PdfDocument, askLibrary: AskLibrary) => Promise<T>,
): Promise<T> {
  checkEnd(bytes, name);
  const askLibrary = createAskLibrary(name);
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity,
    isEvalSupported: false,
    useSystemFonts: false,
    // With the fonts' maps to Unicode, which tell lost letters from blanks.
    fontExtraProperties: true,
  });
  try {
    return await use(await askLibrary(task.promise), askLibrary);
  } finally {
    await task.destroy();
  }
}
