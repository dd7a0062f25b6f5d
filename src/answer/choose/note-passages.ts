/** The passages with the texts of notes, which hang on the sentences that have their markers. */
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import type { Candidate } from './candidate.ts';

/** The passages with the texts of the notes that some sentences refer to, by the notes' ids. */
export async function fetchNotePassages(
  claims: readonly Pick<Candidate, 'passage' | 'sentence'>[],
  store: PassageStore,
): Promise<Map<string, Passage>> {
  const notes = [...(await store.notes(claims.flatMap(({ sentence }) => sentence.noteIds))).values()];
  if (notes.length === 0) return new Map();
  const passages = await store.readStretch({
    documents: [...new Set(claims.map(({ passage }) => passage.documentId))],
    pages: [...new Set(notes.map(({ page }) => page))],
    kinds: ['note'],
  });
  // A note that continues in a second passage begins in the first.
  const held = passages.flatMap((passage) =>
    (passage.sentences[0]?.noteIds ?? []).map((id) => [id, passage] as const),
  );
  return new Map(held.reverse());
}
