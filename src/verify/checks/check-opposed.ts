/**
 * A word whose opposite stands in that sentence of the source which tells the same otherwise: "sanctions were eased" of
 * "sanctions were tightened", however far the two are worded apart. Pure.
 */
import { areOpposites, sidesOf, wordLikeness } from '../../language/en/word-families.ts';
import type { Comparison } from '../comparison.ts';
import { isPlainWord, type Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { findHome } from './find-home.ts';
import { mayBeNegated } from './negated.ts';

/**
 * Whose opposite depends on where one stands or on what is meant: what one exports another imports, a new government comes
 * after the former.
 */
const turning =
  /^(?:import|export|suppl|deman|buy|sell|sold|bought|purchas|later|earl|late|longer|shorter|upward|before|after|follow|preced|prior|subsequ|home|abroad|foreign|domest|local|public|privat|first|last|final|initi|new|object)/;

/** How much of the surroundings the home must have, and the source at all. */
const least = { share: 0.75, cover: 1 / 3, coverForCertain: 2 / 3 };
/** Words this near to the word, and to its opposite in the source, are its neighbours. */
const reach = { sentence: 4, source: 5 };
/** With so many neighbours in common it can hardly be otherwise: on the dev triples in none of 83. */
const mostNeighbours = 3;

const isSameSide = (one: Word, other: Word) =>
  wordLikeness(one, other) >= 0.8 ||
  sidesOf(one.stem).some((mine) =>
    sidesOf(other.stem).some((there) => there.pair === mine.pair && there.side === mine.side),
  );

/** How many words around the one stand around the other too. */
function countNeighbours(at: number, there: number, comparison: Comparison): number {
  const { words, sourceWords, matches, headingWords } = comparison;
  return words.filter((word, index) => {
    const match = matches[index];
    if (index === at || Math.abs(index - at) > reach.sentence || !word.isContent || !match) return false;
    if (headingWords.some(({ key }) => key === word.key)) return false;
    const isSameSentence = sourceWords[match.at]?.sentence === sourceWords[there]?.sentence;
    return isSameSentence && Math.abs(match.at - there) <= reach.source;
  }).length;
}

export function checkOpposed(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Finding[] => {
    if (!isPlainWord(word) || sidesOf(word.stem).length === 0 || turning.test(word.stem)) return [];
    if (words.some((other) => areOpposites(word.stem, other.stem)) || mayBeNegated(words, at)) return [];
    const found = findHome({ from: at, to: at }, comparison);
    if (found === null || found.share(found.home) < least.share || found.cover < least.cover) return [];
    const places = sourceWords.flatMap((other, index) =>
      other.sentence === found.home && isPlainWord(other) ? [index] : [],
    );
    const opposites = places.filter((index) => areOpposites(word.stem, sourceWords[index]?.stem ?? ''));
    const [opposite] = opposites;
    if (opposite === undefined || opposites.some((index) => mayBeNegated(sourceWords, index))) return [];
    if (places.some((index) => isSameSide(word, sourceWords[index] ?? word))) return [];
    const neighbours = Math.min(mostNeighbours, countNeighbours(at, opposite, comparison));
    return [
      {
        kind: 'direction',
        text: word.text,
        reason: `the passage says “${sourceWords[opposite]?.text}”`,
        rule: 'opposed',
        isCertain: neighbours === mostNeighbours && found.cover >= least.coverForCertain,
        strength: (1 + neighbours) / (1 + mostNeighbours),
      },
    ];
  });
}
