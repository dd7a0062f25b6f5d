/** A passage store in memory: given passages, exact search and the real keyword index. */

import type { Encoder } from '../core/networks.ts';
import type { PassageStore } from '../core/passage-store.ts';
import type { Note, Passage, ReportDocument } from '../core/types.ts';
import { encodePassages } from '../search/encode-passages.ts';
import { createExactIndex } from '../store/disk/exact.ts';
import { buildKeywords } from '../store/disk/keyword-index.ts';
import { packEncodings } from '../store/disk/pack-encodings.ts';
import { createStore } from '../store/disk/store.ts';
import { createFakeEncoder } from './fake-encoder.ts';

export interface FakeStoreContents {
  passages: readonly Passage[];
  notes?: readonly Note[];
  documents?: readonly ReportDocument[];
  /** The fake encoder where none is given. */
  encoder?: Encoder;
}

/** Encodes and indexes passages, and touches no disk. */
export async function createFakeStore(contents: FakeStoreContents): Promise<PassageStore> {
  const { passages, notes = [], documents = [], encoder = createFakeEncoder() } = contents;
  const { encodings } = await encodePassages(passages, encoder);
  const packed = packEncodings(encodings, encoder.dimensions);
  return createStore({
    encoderId: encoder.id,
    documents,
    passages,
    notes,
    keywords: buildKeywords(passages),
    vectorIndex: createExactIndex(packed.vectors),
    ...packed,
  });
}
