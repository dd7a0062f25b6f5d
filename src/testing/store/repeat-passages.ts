/** Documents of many passages with vectors of a test's own, for what only shows in larger indexes. */
import type { Passage } from '../../core/types.ts';
import type { PassageEncoding } from '../../search/encode-passages.ts';
import type { EncodedDocument } from '../../store/index-home.ts';
import { sampleReport } from '../answers/sample-report.ts';

/** No token vectors, for tests that ask for none. */
export const noTokens = { vectors: new Int8Array(), parts: new Uint8Array(), count: 0 };

/**
 * The sample report's passages again and again, one for each encoding; their hashes are the document's id and their place.
 * @param change what the passage at a place has of its own.
 */
export function repeatPassages(
  id: string,
  encodings: readonly Omit<PassageEncoding, 'hash'>[],
  change: (at: number) => Partial<Passage> = () => ({}),
): EncodedDocument {
  const { document, passages } = sampleReport;
  return {
    document: { ...document, id },
    notes: [],
    passages: encodings.flatMap((_, at) => {
      const passage = passages[at % passages.length];
      if (passage === undefined) return [];
      return [{ ...passage, documentId: id, id: `${id}/1/${at + 1}`, ...change(at) }];
    }),
    encodings: encodings.map((encoding, at) => ({ hash: `${id}${at}`, ...encoding })),
  };
}
