/** How well a document of the index was read. */
import type { PassageStore } from '../core/passage-store.ts';
import { emptyTrace } from '../core/reading-trace.ts';
import { reportReading } from '../reading/report-reading.ts';
import type { ReadingReport, ReadingSample } from '../wire/types.ts';
import { findDocument } from './look-up.ts';

/** What is sampled where nobody says otherwise. */
export const usualSample: ReadingSample = { pages: 6, seed: 1 };

/** @throws VerseError `unknown-document`, naming near ones. */
export async function reportOn(
  id: string,
  sample: ReadingSample,
  store: PassageStore,
): Promise<ReadingReport> {
  const document = await findDocument(id, store);
  const [passages, trace = emptyTrace] = await Promise.all([
    store.readStretch({ documents: [document.id] }),
    store.trace(document.id),
  ]);
  const noteIds = passages
    .filter(({ kind }) => kind === 'note')
    .flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.noteIds));
  const notes = [...(await store.notes(noteIds)).values()];
  return reportReading({ document, passages, notes, trace }, sample);
}
