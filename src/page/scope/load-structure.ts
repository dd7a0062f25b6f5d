/** The structures of documents, each fetched once. */
import type { DocumentListing } from '../../wire/types.ts';
import { readDocument } from '../api.ts';

export type Structure = NonNullable<DocumentListing['structure']>;

const structures = new Map<string, Promise<Structure>>();

/**
 * The parts, chapters and sections of a document; none if they cannot be loaded: its chapters are known without.
 * @param sha256 of its file: another file of this name has another structure.
 */
export function loadStructure(id: string, sha256: string): Promise<Structure> {
  const key = `${id} ${sha256}`;
  const known = structures.get(key);
  if (known !== undefined) return known;
  const loading = readDocument(id).then(
    ({ structure = [] }) => structure,
    () => {
      structures.delete(key);
      return [];
    },
  );
  structures.set(key, loading);
  return loading;
}
