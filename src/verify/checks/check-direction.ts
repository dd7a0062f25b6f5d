/** "Rose" where the source says "fell", "import" for "export", "by 30 %" for "to 30 %". Pure. */

import { areOpposites, sidesOf, wordLikeness } from '../../language/en/word-families.ts';
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { bestFit, contextOf, type Span } from './context.ts';
import { isNegated } from './negated.ts';

/** How well an opposite must fit, and how much better than the word's own side. */
const leastFit = 0.14;
const leastMargin = 0.05;
/** What an opposite that fits better counts at the least. */
const firm = 0.5;

/** Before and after change places when a sentence is turned round: told apart from the others. */
const sequence = new Set([
  'before',
  'prior',
  'preced',
  'ahead',
  'after',
  'follow',
  'subsequ',
  'earli',
  'later',
  'late',
]);

/** "un-" and its kin before a word of the other side. */
function isPrefixed(one: string, other: string): boolean {
  return (
    other.length > 3 &&
    /^(?:un|in|im|ir|il|dis|non)-?/.test(one) &&
    one.replace(/^(?:un|in|im|ir|il|dis|non)-?/, '') === other
  );
}

/** "Overstate" and "understate", "harmful" and "harmless". */
function isTurnedPart(one: string, other: string): boolean {
  return (
    (one.startsWith('over') && one.length > 7 && other === one.replace(/^over/, 'under')) ||
    (one.endsWith('ful') && other === one.replace(/ful$/, 'less'))
  );
}

function isOpposite(one: Word, other: Word): boolean {
  return (
    isTurnedPart(one.lower, other.lower) ||
    isTurnedPart(other.lower, one.lower) ||
    areOpposites(one.stem, other.stem) ||
    isPrefixed(one.lower, other.lower) ||
    isPrefixed(other.lower, one.lower)
  );
}

/** The indices of the source's words that a test holds for, each as a span. */
function spansOf(words: readonly Word[], holds: (word: Word) => boolean): Span[] {
  return words.flatMap((word, at) =>
    word.kind === 'word' && !word.isInDate && holds(word) ? [{ from: at, to: at }] : [],
  );
}

function isSameSide(one: Word, other: Word): boolean {
  if (one.lower === other.lower || wordLikeness(one, other) >= 0.9) return true;
  return sidesOf(one.stem).some(({ pair, side }) =>
    sidesOf(other.stem).some((there) => there.pair === pair && there.side === side),
  );
}

/** Words whose surroundings fit an opposite of theirs in the source better than any word of their own side. */
function checkOpposites(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Finding[] => {
    if (word.kind !== 'word' || word.isInDate || word.key.startsWith('#')) return [];
    const isDenied = isNegated(words, at);
    const opposites = spansOf(
      sourceWords,
      (other) => isOpposite(word, other) && !isSameSide(word, other),
    ).filter(({ from }) => isNegated(sourceWords, from) === isDenied);
    if (opposites.length === 0) return [];
    const same = spansOf(sourceWords, (other) => isSameSide(word, other));
    const rivals = spansOf(words, (other) => isOpposite(word, other));
    const context = contextOf({ from: at, to: at }, rivals, comparison);
    const fit = bestFit(opposites, context, sourceWords);
    const margin = fit - bestFit(same, context, sourceWords);
    if (fit < leastFit || margin < leastMargin) return [];
    const opposite = opposites.find((span) => bestFit([span], context, sourceWords) === fit);
    const isSequence = sequence.has(word.stem) || sequence.has(word.lower);
    return [
      {
        kind: 'direction',
        text: word.text,
        reason: `the passage says “${sourceWords[opposite?.from ?? 0]?.text}”`,
        rule: isSequence ? 'sequence' : 'opposite',
        isCertain: false,
        strength: Math.min(1, firm + 2 * margin),
      },
    ];
  });
}

const steps = new Set(['by', 'to', 'from']);

/** The "by", "to" or "from" before a number, past "about", "almost" and a currency. */
function stepBefore(words: readonly Word[], at: number): string | null {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const word = words[before];
    if (word === undefined) return null;
    if (steps.has(word.lower)) return word.lower;
    const isQualifier =
      /^(?:about|around|almost|nearly|over|more|than|only|just|some|roughly|eur|usd|us|€|\$|£|an?|as|much|approximately)$/;
    if (!isQualifier.test(word.lower) && !word.key.startsWith('#')) return null;
  }
  return null;
}

function checkSteps({ words, sourceWords }: Comparison): Finding[] {
  return words.flatMap((word, at): Finding[] => {
    if (!word.key.startsWith('#') || words[at - 1]?.key === word.key) return [];
    const step = stepBefore(words, at);
    if (step === null) return [];
    const given = sourceWords.flatMap((other, index) =>
      other.key === word.key && sourceWords[index - 1]?.key !== word.key
        ? [stepBefore(sourceWords, index)]
        : [],
    );
    if (given.length === 0 || given.some((one) => one === null || one === step)) return [];
    return [
      {
        kind: 'direction',
        text: `${step} ${word.text}`,
        reason: `the passage says “${given[0]} ${word.text}”`,
        rule: 'step',
        isCertain: false,
        strength: 1,
      },
    ];
  });
}

export function checkDirection(comparison: Comparison): Finding[] {
  return [...checkOpposites(comparison), ...checkSteps(comparison)];
}
