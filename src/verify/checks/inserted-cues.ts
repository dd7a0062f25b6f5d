/** A "not" between words that the other side has side by side without one. Pure. */
import type { Match } from '../align-words.ts';
import type { Word } from '../reading/read-words.ts';
import { type Cues, cueAt } from './scope.ts';

/** One side of a comparison, with what the other side has of each word. */
export interface OneSide {
  words: readonly Word[];
  like: readonly (readonly Match[])[];
}

/** How far from the cue the words around it may stand, in words. */
const around = { before: 6, after: 4 };
/** How much farther apart they may stand on the other side, in places. */
const slack = 2;
/** A denial this near to them on the other side answers for the cue, in places. */
const near = 6;
const sameWord = 0.9;

/** The nearest word in a direction that the other side has. */
function neighbourOf({ words, like }: OneSide, at: number, step: 1 | -1, reach: number): number | null {
  for (let index = at + step; Math.abs(index - at) <= reach; index += step) {
    const word = words[index];
    if (word === undefined || word.sentence !== words[at]?.sentence) return null;
    if (!word.isContent) continue;
    return (like[index] ?? []).some(({ likeness }) => likeness >= sameWord) ? index : null;
  }
  return null;
}

/** Places of the other side, in one sentence and in order, that have two words as near to each other. */
function pairsOf(side: OneSide, before: number, after: number, other: readonly Word[]): [Word, Word][] {
  const distance = (side.words[after]?.place ?? 0) - (side.words[before]?.place ?? 0);
  return (side.like[before] ?? []).flatMap(({ at, likeness }) =>
    (side.like[after] ?? []).flatMap((match): [Word, Word][] => {
      const [first, second] = [other[at], other[match.at]];
      if (first === undefined || second === undefined || Math.min(likeness, match.likeness) < sameWord)
        return [];
      const gap = second.place - first.place;
      return first.sentence === second.sentence && gap > 0 && gap <= distance + slack
        ? [[first, second]]
        : [];
    }),
  );
}

/**
 * The words after cues of one side that the other side has right behind the same word, with no answer near.
 * @param answers what may stand for a cue on the other side.
 */
export function findInserted(side: OneSide, other: readonly Word[], cues: Cues, answers: Cues): Word[] {
  const answering = other.filter((_, at) => cueAt(other, at, answers) > 0);
  return side.words.flatMap((word, at): Word[] => {
    const length = word.isInDate ? 0 : cueAt(side.words, at, cues);
    if (length === 0) return [];
    const before = neighbourOf(side, at, -1, around.before);
    const after = neighbourOf(side, at + length - 1, 1, around.after);
    const next = side.words[after ?? -1];
    if (before === null || after === null || next === undefined) return [];
    const isAnswered = ([first, second]: [Word, Word]) =>
      answering.some(
        ({ sentence, place }) =>
          sentence === first.sentence && place > first.place - near && place < second.place + near,
      );
    const pairs = pairsOf(side, before, after, other);
    return pairs.length > 0 && !pairs.some(isAnswered) ? [next] : [];
  });
}

/** The other side's view: for each of its words what the first side has of it. */
export function turnLike(like: readonly (readonly Match[])[], length: number): Match[][] {
  const turned = Array.from({ length }, (): Match[] => []);
  like.forEach((matches, index) => {
    for (const { at, likeness } of matches) turned[at]?.push({ at: index, likeness });
  });
  return turned;
}
