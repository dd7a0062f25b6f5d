/** The chapters that a question may be answered from. */
import type { PassageFilter, PassageStore, Place } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';

/** A chapter's name, which those of two documents may share, with its document. */
export function chapterKey({ documentId, chapter }: Pick<Passage, 'documentId' | 'chapter'>): string {
  return JSON.stringify([documentId, chapter]);
}

/** The keys of the chapters that some passages stand in. */
export function chapterKeys(some: readonly { passage: Passage }[]): Set<string> {
  return new Set(some.map(({ passage }) => chapterKey(passage)));
}

/** How many of some chapters have one of these keys. */
export function countChapters(chapters: readonly Place[], keys: ReadonlySet<string>): number {
  return chapters.filter((one) => keys.has(chapterKey(one))).length;
}

/** The chapters that a filter lets through, without front and back matter, in reading order. */
export async function chaptersWithin(
  { chapters, documents }: PassageFilter,
  store: PassageStore,
): Promise<Place[]> {
  const all = (await store.documents(documents)).flatMap(({ id, chapters: own }) =>
    own.flatMap(({ name, kind }) => (kind === 'chapter' ? [{ documentId: id, chapter: name }] : [])),
  );
  return chapters === undefined ? all : all.filter(({ chapter }) => chapters.includes(chapter));
}

/**
 * The chapters to search one by one after a search of all: those that it has not found, of the documents that it has found
 * first.
 * @param most so many at most: the others are not looked at.
 */
export function chaptersToSearch(
  chapters: readonly Place[],
  found: readonly { passage: Passage }[],
  most: number,
): Place[] {
  const seen = chapterKeys(found);
  const documents = new Set(found.map(({ passage }) => passage.documentId));
  const unseen = chapters.filter((one) => !seen.has(chapterKey(one)));
  const isOfFound = ({ documentId }: Place) => documents.has(documentId);
  return [...unseen.filter(isOfFound), ...unseen.filter((one) => !isOfFound(one))].slice(0, most);
}
