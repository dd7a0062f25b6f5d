/** Finds where in the new edition the sentences stood that it no longer has. Pure. */
import type { EditionSentence } from './edition.ts';
import type { ChapterPair, Relation } from './relation.ts';

/**
 * Removed sentences behind the last one of their chapter that stayed, or before all that the chapter became.
 * @param stayed what the two editions have in common.
 */
export function placeRemoved(
  removed: ReadonlySet<EditionSentence>,
  chapters: readonly ChapterPair[],
  stayed: readonly Relation[],
): Relation[] {
  const places = new Map(stayed.flatMap((one) => one.before.map((own) => [own, one.place] as const)));
  return chapters.flatMap(({ before, after }) => {
    let place = (after?.sentences[0]?.at ?? 0) - 0.5;
    return (before?.sentences ?? []).flatMap((sentence): Relation[] => {
      place = places.get(sentence) ?? place;
      return removed.has(sentence) ? [{ fate: 'removed', before: [sentence], after: [], place }] : [];
    });
  });
}
