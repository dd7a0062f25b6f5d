/** Which passages a filter lets through. */
import type { PassageFilter } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';

/** One flag a passage, and how many are set. */
export interface AllowedPassages {
  flags: Uint8Array;
  count: number;
}

function matches(values: readonly string[] | undefined): (value: string) => boolean {
  if (values === undefined) return () => true;
  const set = new Set(values);
  return (value) => set.has(value);
}

/** The passages that a filter allows; undefined where it narrows nothing. An empty list allows nothing. */
export function allowedPassages(
  passages: readonly Passage[],
  filter: PassageFilter | undefined,
): AllowedPassages | undefined {
  if (!filter?.documents && !filter?.chapters && !filter?.kinds) return undefined;
  const document = matches(filter.documents);
  const chapter = matches(filter.chapters);
  const kind = matches(filter.kinds);
  const flags = Uint8Array.from(passages, (passage) =>
    Number(document(passage.documentId) && chapter(passage.chapter) && kind(passage.kind)),
  );
  return { flags, count: flags.reduce((sum, flag) => sum + flag, 0) };
}
