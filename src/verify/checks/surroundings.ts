/** The part of the source that a word of the sentence is about. Pure. */
import type { Comparison } from '../comparison.ts';

/** Words of the sentence this near speak of the same thing, in places. */
const near = 7;

/**
 * For a word of the sentence the source's words around what its neighbours were matched with: for each index among the
 * source's words the distance to the nearest such match, in places; words of other sentences and farther ones are left out.
 */
export function sourceAround(
  { words, sourceWords, matches }: Comparison,
  at: number,
  radius: number,
): Map<number, number> {
  const place = words[at]?.place ?? 0;
  const anchors = matches.flatMap((match, index) => {
    const word = words[index];
    if (match === null || word === undefined || Math.abs(word.place - place) > near) return [];
    const anchor = sourceWords[match.at];
    return anchor === undefined ? [] : [anchor];
  });
  const around = new Map<number, number>();
  sourceWords.forEach((word, index) => {
    for (const anchor of anchors) {
      const distance = Math.abs(anchor.place - word.place);
      if (anchor.sentence !== word.sentence || distance > radius) continue;
      around.set(index, Math.min(distance, around.get(index) ?? Infinity));
    }
  });
  return around;
}
