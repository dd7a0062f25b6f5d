/** The passages that a request names: by their ids, or by the pages they stand on. Pure. */
import { VerseError } from '../core/errors.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { Passage, ReportDocument } from '../core/types.ts';
import type { VerifyRequest } from '../wire/types.ts';

function findById(id: string, store: PassageStore): Passage {
  const position = store.position(id);
  const passage = position === undefined ? undefined : store.passages[position];
  if (passage !== undefined) return passage;
  throw new VerseError(
    'unknown-passage',
    `No passage has the id “${id}”.`,
    'Search again: ids change when a document does.',
  );
}

/** The first and last page of what was asked for: chapters, or whole documents. */
function rangesOf(documents: readonly ReportDocument[], { chapters }: PassageFilter) {
  return documents.flatMap((document) => {
    if (chapters === undefined) return [{ name: document.id, page: 1, lastPage: document.pageCount }];
    return document.chapters.filter(({ name }) => chapters.includes(name));
  });
}

/** @throws VerseError `unknown-page` that says which pages there are. */
function checkPages(pages: readonly number[], store: PassageStore, filter: PassageFilter): void {
  const documents = store.documents.filter(({ id }) => filter.documents?.includes(id) ?? true);
  const ranges = rangesOf(documents, filter);
  for (const page of pages) {
    if (ranges.some((range) => page >= range.page && page <= range.lastPage)) continue;
    const known = ranges.map(
      ({ name, page: first, lastPage }) => `${name} has pages ${first} to ${lastPage}`,
    );
    throw new VerseError(
      'unknown-page',
      `There is no page ${page}: ${known.join(', ')}.`,
      'Name one of those.',
    );
  }
}

/**
 * Undefined where the request names neither passages nor pages.
 * @throws VerseError `unknown-passage`, `unknown-page`.
 */
export function findGivenPassages(
  { passageIds, pages }: Pick<VerifyRequest, 'passageIds' | 'pages'>,
  store: PassageStore,
  filter: PassageFilter,
): Passage[] | undefined {
  if (passageIds !== undefined) return [...new Set(passageIds)].map((id) => findById(id, store));
  if (pages === undefined) return undefined;
  checkPages(pages, store, filter);
  return store.passages.filter(
    (passage) =>
      passage.pages.some((page) => pages.includes(page)) &&
      (filter.documents?.includes(passage.documentId) ?? true) &&
      (filter.chapters?.includes(passage.chapter) ?? true),
  );
}
