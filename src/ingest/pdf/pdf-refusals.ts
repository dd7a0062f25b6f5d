/** Why a PDF is refused, in sentences: before PDF.js sees it, and from what PDF.js says of it. */
import { VerseError } from '../../core/errors.ts';

const endMarkWindow = 4096;

/** Refuses what is plainly no whole PDF before PDF.js tries to repair it. @throws VerseError `damaged-pdf`. */
export function checkEnd(bytes: Uint8Array, name: string): void {
  const tail = Buffer.from(bytes.subarray(-endMarkWindow)).toString('latin1');
  if (!tail.includes('%%EOF')) {
    throw new VerseError(
      'damaged-pdf',
      `${name}: the file breaks off before the PDF's end mark (${bytes.length} bytes).`,
      'Copy or download it again.',
    );
  }
}

/** What PDF.js threw as a refusal: `encrypted-pdf`, else `damaged-pdf` with its words. */
function toRefusal(cause: unknown, name: string): VerseError {
  const kind = cause instanceof Error ? cause.name : '';
  if (kind === 'PasswordException') {
    return new VerseError(
      'encrypted-pdf',
      `${name}: the PDF is encrypted and needs a password.`,
      'Save a copy without the password (for example with qpdf --decrypt).',
      { cause },
    );
  }
  const detail = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
  return new VerseError(
    'damaged-pdf',
    `${name}: the PDF is damaged (${detail}).`,
    'Copy or download it again.',
    { cause },
  );
}

/** Waits for what PDF.js was asked. @throws VerseError that names the file where PDF.js cannot. */
export type AskLibrary = <T>(answer: Promise<T>) => Promise<T>;

/** Only what PDF.js itself throws speaks of the file: an error of ours, or an abort, is not for this to explain. */
export function createAskLibrary(name: string): AskLibrary {
  return (answer) =>
    answer.catch((cause: unknown) => {
      throw toRefusal(cause, name);
    });
}
