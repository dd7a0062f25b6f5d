/** How much of the documents was searched for a question. */
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Answer } from '../../wire/types.ts';

/** How much was searched. */
export async function measureScope(store: PassageStore, filter: PassageFilter): Promise<Answer['searched']> {
  const { documents: ids, chapters: names } = filter;
  const [documents, passages] = await Promise.all([
    store.documents(ids),
    store.countPassages({ ...(ids && { documents: ids }), ...(names && { chapters: names }) }),
  ]);
  const chapters = documents
    .flatMap((document) => document.chapters)
    .filter((chapter) => chapter.kind === 'chapter');
  return { documents: documents.length, chapters: names?.length ?? chapters.length, passages };
}
