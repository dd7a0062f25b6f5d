/**
 * A word's opposite beside the same word: "imports fell" where the source has "imports rose", "limited powers" for "broad
 * powers". Pure.
 */

import { areOpposites, wordLikeness } from '../../language/en/word-families.ts';
import { type Comparison, rankHomes } from '../comparison.ts';
import { isPlainWord, type Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { mayBeNegated } from './negated.ts';

/** Two content words of one clause with no other between them, by index; at most so many words apart. */
type Pair = readonly [first: number, second: number];
const reach = 4;
/** From this likeness on two words are forms of one. */
const sameWord = 0.85;

/** Whose opposite depends on where one stands: what Germany imports China exports, and what one supplies another demands. */
const turning =
  /^(?:import|export|suppl|demand|deman|buy|sell|sold|bought|purchas|later|earli|longer|shorter|upward)/;

const isPlain = (word: Word | undefined): word is Word =>
  isPlainWord(word) && (!word.isCapital || word.opens);

function findPairs(words: readonly Word[]): Pair[] {
  const pairs: Pair[] = [];
  let last = -1;
  words.forEach((word, at) => {
    if (!word.isContent && !/^[;:()–—]$/.test(word.text)) return;
    const before = words[last];
    const isNear = before?.clause === word.clause && at - last <= reach;
    // "Self-reliant" and "non-binding" are words of their own.
    const isPart = words[at - 1]?.text === '-' || words[at + 1]?.text === '-';
    if (isPlain(word) && isPlain(before) && isNear && !isPart) pairs.push([last, at]);
    last = isPlain(word) && !isPart ? at : -1;
  });
  return pairs;
}

/** Whether the one stands where the other does, and turns it into its opposite. */
function isTurned(
  { words, sourceWords, like }: Comparison,
  [said, given]: readonly [number, number],
  [anchor, anchorGiven]: readonly [number, number],
): boolean {
  const [word, other] = [words[said], sourceWords[given]];
  const [beside, besideGiven] = [words[anchor], sourceWords[anchorGiven]];
  if (word === undefined || other === undefined || beside === undefined || besideGiven === undefined)
    return false;
  if (!areOpposites(word.stem, other.stem) || turning.test(word.stem)) return false;
  if (beside.stem !== besideGiven.stem && wordLikeness(beside, besideGiven) <= sameWord) return false;
  // "The public and private sectors", "short-term gain and long-term loss": the source has both.
  if ((like[said] ?? []).some(({ likeness }) => likeness > sameWord)) return false;
  return mayBeNegated(words, said) === mayBeNegated(sourceWords, given);
}

export function checkBeside(comparison: Comparison): Finding[] {
  const { words, sourceWords, like } = comparison;
  const given = findPairs(sourceWords);
  // Another sentence of the source may tell of something else.
  const [home] = rankHomes(comparison);
  const atHome = given.filter(([first]) => sourceWords[first]?.sentence === home?.[0]);
  return findPairs(words).flatMap(([first, second]): Finding[] => {
    const isAt = (at: number, place: number) => (like[at] ?? []).some((match) => match.at === place);
    if (given.some(([one, two]) => isAt(first, one) && isAt(second, two))) return [];
    for (const [one, two] of atHome) {
      const isFirst = isTurned(comparison, [first, one], [second, two]);
      if (!isFirst && !isTurned(comparison, [second, two], [first, one])) continue;
      const word = words[isFirst ? first : second];
      const text = [sourceWords[one]?.text, sourceWords[two]?.text].join(' ');
      return [
        {
          kind: 'direction',
          text: word?.text ?? '',
          reason: `the passage says “${text}”`,
          rule: 'beside',
          isCertain: true,
          strength: 1,
        },
      ];
    }
    return [];
  });
}
