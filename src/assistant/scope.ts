/** The scope of a request: resolves documents, chapters and sections as people write them. */
import type { PassageFilter, PassageStore, Place } from '../core/passage-store.ts';
import type { ReportDocument } from '../core/types.ts';
import { isSameName } from '../text/near-names.ts';
import type { AskRequest } from '../wire/types.ts';
import { findPlaces, namesOfChapters } from './find-places.ts';
import { type DocumentScope, selectDocuments } from './select-documents.ts';

/** The chapters of a short name, in each document that has one. */
function chaptersCalled(wanted: string, documents: readonly ReportDocument[]): Place[] {
  return documents.flatMap(({ id, chapters }) =>
    chapters
      .filter(({ name }) => isSameName(name, wanted))
      .map(({ name }) => ({ documentId: id, chapter: name })),
  );
}

/** Chapters by their names; parts and sections by their titles or the way to them. */
function narrowTo(wanted: readonly string[], documents: readonly ReportDocument[]): PassageFilter {
  const places = wanted.flatMap((name) => {
    const chapters = chaptersCalled(name, documents);
    return chapters.length > 0 ? chapters : findPlaces(name, documents);
  });
  const chapters = [...new Set(places.map(({ chapter }) => chapter))];
  const known = namesOfChapters(documents);
  const areChapters = wanted.every((name) => known.some((one) => isSameName(one, name)));
  return { chapters, ...(!areChapters && { places }) };
}

/** A request's documents, by their ids, tags and years, and chapters as a filter. An empty list does not narrow. */
export async function toFilter(
  { chapters = [], ...scope }: DocumentScope & Pick<AskRequest, 'chapters'>,
  store: PassageStore,
): Promise<PassageFilter> {
  const all = await store.documents();
  const ids = selectDocuments(scope, all);
  const filter: PassageFilter = ids === undefined ? {} : { documents: ids };
  if (chapters.length === 0) return filter;
  return {
    ...filter,
    ...narrowTo(
      chapters,
      all.filter(({ id }) => ids?.includes(id) ?? true),
    ),
  };
}
