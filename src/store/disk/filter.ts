/** Which passages a filter allows, and which belong to a range. */
import type { PassageFilter, Place, Stretch } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';

/** What is known of a passage without reading it. */
export type PassageEntry = Pick<
  Passage,
  'id' | 'documentId' | 'chapter' | 'kind' | 'matter' | 'path' | 'pages'
>;

/** One flag per passage, and how many are set. */
export interface AllowedPassages {
  flags: Uint8Array;
  count: number;
}

function matches(values: readonly string[] | undefined): (value: string) => boolean {
  if (values === undefined) return () => true;
  const set = new Set(values);
  return (value) => set.has(value);
}

function standsIn(places: readonly Place[] | undefined): (passage: PassageEntry) => boolean {
  if (places === undefined) return () => true;
  return ({ documentId, chapter, path }) =>
    places.some(
      (place) =>
        place.documentId === documentId &&
        place.chapter === chapter &&
        (place.path?.every((title, at) => title === path?.[at]) ?? true),
    );
}

function isAllowed(filter: PassageFilter): (passage: PassageEntry) => boolean {
  const document = matches(filter.documents);
  const chapter = matches(filter.chapters);
  const kind = matches(filter.kinds);
  const place = standsIn(filter.places);
  return (passage) =>
    document(passage.documentId) && chapter(passage.chapter) && kind(passage.kind) && place(passage);
}

/** The passages that a filter allows; undefined if it allows all. An empty list allows none. */
export function allowedPassages(
  passages: readonly PassageEntry[],
  filter: PassageFilter | undefined,
): AllowedPassages | undefined {
  if (!filter?.documents && !filter?.chapters && !filter?.places && !filter?.kinds) return undefined;
  const isIn = isAllowed(filter);
  const flags = Uint8Array.from(passages, (passage) => Number(isIn(passage)));
  return { flags, count: flags.reduce((sum, flag) => sum + flag, 0) };
}

/** Whether a passage belongs to a range. */
export function isInStretch(stretch: Stretch): (passage: PassageEntry) => boolean {
  const isIn = isAllowed(stretch);
  const pages = stretch.pages === undefined ? undefined : new Set(stretch.pages);
  return (passage) => isIn(passage) && (pages === undefined || passage.pages.some((page) => pages.has(page)));
}
