/** Chooses the reader for a file by its bytes. The only place that lists the kinds of documents. */
import { type DocumentReader, headBytes } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import { pdfReader } from './pdf/pdf-reader.ts';

/** In the order in which they are tried. */
export const shippedReaders: readonly DocumentReader[] = [pdfReader];

/** The reader for a file, by its first bytes; undefined if there is none. */
export function findReader(
  bytes: Uint8Array,
  readers: readonly DocumentReader[] = shippedReaders,
): DocumentReader | undefined {
  const head = bytes.subarray(0, headBytes);
  return readers.find((reader) => reader.recognises(head));
}

/**
 * The reader of a file's kind.
 * @param name what the refusal calls the file.
 * @throws VerseError `unknown-kind`.
 */
export function chooseReader(
  bytes: Uint8Array,
  name: string,
  readers: readonly DocumentReader[] = shippedReaders,
): DocumentReader {
  const reader = findReader(bytes, readers);
  if (reader !== undefined) return reader;
  if (bytes.length === 0)
    throw new VerseError('unknown-kind', `${name}: the file is empty.`, 'Copy or download it again.');
  const titles = readers.map(({ title }) => title).join(' or ');
  const marks = readers.map(({ mark }) => mark).join(' or ');
  throw new VerseError(
    'unknown-kind',
    `${name}: not ${titles} (its first bytes are not ${marks}).`,
    `Give ${titles} file.`,
  );
}

function hasEnding(fileName: string, { ending }: DocumentReader): boolean {
  return fileName.length > ending.length + 1 && fileName.toLowerCase().endsWith(`.${ending}`);
}

/** Whether a file has the ending of a kind that can be read. */
export function isNamedAsDocument(
  fileName: string,
  readers: readonly DocumentReader[] = shippedReaders,
): boolean {
  return readers.some((reader) => hasEnding(fileName, reader));
}

/** The id of a document: its file's name without the usual ending of its kind. */
export function toDocumentId(fileName: string, readers: readonly DocumentReader[] = shippedReaders): string {
  const reader = readers.find((one) => hasEnding(fileName, one));
  return reader === undefined ? fileName : fileName.slice(0, -(reader.ending.length + 1));
}
