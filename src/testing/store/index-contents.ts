/** What tests write into an index, and all that they find in one. */
import { summarizer } from '../../assistant/summarizer.ts';
import type { Encoder } from '../../core/networks.ts';
import type { IngestedDocument, Note, Passage, ReportDocument } from '../../core/types.ts';
import { encodePassages, type PassageEncoding } from '../../search/encode-passages.ts';
import type { OpenIndex } from '../../store/disk/open-index.ts';
import type { DocumentContents } from '../../store/disk/segment.ts';
import type { IndexContents } from '../../store/disk/write-index.ts';

export async function encodeDocument(
  ingested: IngestedDocument,
  encoder: Encoder,
): Promise<DocumentContents> {
  const { encodings } = await encodePassages(ingested.passages, encoder);
  return { ...ingested, summary: summarizer.summarize(ingested), encodings };
}

/** Contents made by the first version of all rules. */
export async function contentsOf(
  ingested: readonly IngestedDocument[],
  encoder: Encoder,
): Promise<IndexContents & { documents: DocumentContents[] }> {
  return {
    encoderId: encoder.id,
    dimensions: encoder.dimensions,
    passageRules: 1,
    summaryRules: 1,
    documents: await Promise.all(ingested.map((one) => encodeDocument(one, encoder))),
  };
}

export interface WholeIndex {
  documents: ReportDocument[];
  passages: Passage[];
  notes: Note[];
  encodings: PassageEncoding[];
}

/** All that an index has, in reading order. */
export async function readWhole(index: OpenIndex): Promise<WholeIndex> {
  const documents = await index.documents();
  const taken = await Promise.all(documents.map(({ id }) => index.takeDocument(id)));
  const contents = taken.flatMap((one) => one ?? []);
  return {
    documents,
    passages: contents.flatMap(({ passages }) => passages),
    notes: contents.flatMap(({ notes }) => notes),
    encodings: contents.flatMap(({ encodings }) => encodings),
  };
}
