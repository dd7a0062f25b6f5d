/** How much of the documents a question was asked of. Pure. */
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Answer } from '../../wire/types.ts';

/** How much was searched. */
export function measureScope(store: PassageStore, filter: PassageFilter): Answer['searched'] {
  const documents = store.documents.filter((document) => filter.documents?.includes(document.id) ?? true);
  const ids = new Set(documents.map((document) => document.id));
  const chapters = documents
    .flatMap((document) => document.chapters)
    .filter((chapter) => chapter.kind === 'chapter');
  const isIn = (passage: PassageStore['passages'][number]) =>
    ids.has(passage.documentId) && (filter.chapters?.includes(passage.chapter) ?? true);
  return {
    documents: documents.length,
    chapters: filter.chapters?.length ?? chapters.length,
    passages: store.passages.reduce((sum, passage) => sum + (isIn(passage) ? 1 : 0), 0),
  };
}
