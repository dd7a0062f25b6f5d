/** Which files the program reads, for the doors: a file is told by its bytes, before it is ingested. */
import { headBytes } from '../core/document-reader.ts';
import { chooseReader, isNamedAsDocument, toDocumentId } from '../ingest/choose-reader.ts';

export { headBytes, isNamedAsDocument, toDocumentId };

/**
 * Refuses a file that no reader knows.
 * @param head its first `headBytes` bytes.
 * @throws VerseError `unknown-kind`.
 */
export function checkKind(head: Uint8Array, name: string): void {
  chooseReader(head, name);
}
