/** Documents with the encodings of their passages, as an ingest writes them. */
import type { Encoder } from '../../core/networks.ts';
import type { IngestedDocument } from '../../core/types.ts';
import { encodePassages } from '../../search/encode-passages.ts';
import type { EncodedDocument } from '../../store/index-home.ts';

export function encodeDocuments(
  ingested: readonly IngestedDocument[],
  encoder: Encoder,
): Promise<EncodedDocument[]> {
  return Promise.all(
    ingested.map(async (one) => {
      const { encodings } = await encodePassages(one.passages, encoder);
      return { ...one, encodings };
    }),
  );
}
