/** Which documents' files are not on this machine. */
import { access } from 'node:fs/promises';

/** @param pathOf where the file of a document is, by default where it was read. @returns the documents' ids. */
export async function findMissing<Place extends { id: string; file: string }>(
  documents: readonly Place[],
  pathOf: (document: Place) => string = ({ file }) => file,
): Promise<ReadonlySet<string>> {
  const missing = await Promise.all(
    documents.map((document) =>
      access(pathOf(document)).then(
        () => [],
        () => [document.id],
      ),
    ),
  );
  return new Set(missing.flat());
}
