/** "Rose" where the source says "fell", "import" for "export", "by 30 %" for "to 30 %". Pure. */
import type { Comparison } from './comparison.ts';
import type { Word } from './read-words.ts';
import { sourceAround } from './surroundings.ts';
import type { Finding } from './verification.ts';
import { areOpposites, sidesOf, wordLikeness } from './word-families.ts';

/** How far from what the neighbours match the opposite may stand, in places. */
const reach = 9;

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

function isOpposite(one: Word, other: Word): boolean {
  return (
    areOpposites(one.stem, other.stem) ||
    isPrefixed(one.lower, other.lower) ||
    isPrefixed(other.lower, one.lower)
  );
}

function checkOpposites(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Finding[] => {
    if (word.kind !== 'word' || word.key.startsWith('#')) return [];
    const around = sourceAround(comparison, at, reach);
    let opposite: Word | null = null;
    let nearest = Infinity;
    for (const [index, distance] of around) {
      const other = sourceWords[index];
      if (other === undefined || other.kind !== 'word') continue;
      const isSame = other.lower === word.lower || wordLikeness(other, word) >= 0.9;
      const isSameSide = sidesOf(word.stem).some(({ pair, side }) =>
        sidesOf(other.stem).some((one) => one.pair === pair && one.side === side),
      );
      if (isSame || isSameSide) return [];
      if (distance < nearest && isOpposite(word, other)) {
        nearest = distance;
        opposite = other;
      }
    }
    if (opposite === null) return [];
    const isSequence = sequence.has(word.stem) || sequence.has(word.lower);
    return [
      {
        kind: 'direction',
        text: word.text,
        reason: `the passage says “${opposite.text}”`,
        rule: isSequence ? 'sequence' : 'opposite',
        isCertain: false,
        strength: 1 / (1 + nearest / reach),
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
