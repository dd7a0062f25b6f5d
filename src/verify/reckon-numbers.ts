/** Numbers that a source need not have itself: they may be counted in it, or reckoned from its own. Pure. */
import type { Comparison } from './comparison.ts';
import { findQuantities, type Quantity } from './read-quantities.ts';
import type { Word } from './read-words.ts';
import { isSpanFromYears } from './time-spans.ts';

/** "The two companies": small numbers in words are often counted from a list; larger ones seldom. */
const smallCount = 4;
const largestCount = 12;

const inWords = /^[\p{L} ]+$/u;

const spanOfTime = /^[ -](?:day|week|month|year|decade)s?\b/i;

/** Whether a number may be counted from what the source lists, where that gives no such number itself. */
function mayBeCounted(said: Quantity, given: readonly Quantity[], sentence: string, source: string): boolean {
  const [count = 0] = said.values;
  if (said.unit !== 'plain' || !inWords.test(said.text) || count > largestCount) return false;
  if (count > smallCount && spanOfTime.test(sentence.slice(said.end))) return false;
  const isSmall = (one: Quantity) => one.unit === 'plain' && (one.values[0] ?? 0) <= largestCount;
  return count <= smallCount || !(given.some(isSmall) || /\b(?:hundreds|thousands|dozens)\b/i.test(source));
}

/** A share may be counted too: "a third" of the fourteen that the source lists, five of which it names. */
function mayBeCountedShare({ unit, text }: Quantity, given: readonly Quantity[], source: string): boolean {
  if (
    unit !== 'fraction' ||
    !inWords.test(text) ||
    given.some((one) => one.unit === 'percent' || one.unit === 'fraction')
  )
    return false;
  return given.filter((one) => one.unit === 'plain').length > 1 || /\bmost\b/i.test(source);
}

/** "A second sign", "the twentieth century": the sentence's own counting, or another name for what the source says. */
function isOwnOrdinal({ unit, values, start, end }: Quantity, sentence: string): boolean {
  if (unit !== 'ordinal') return false;
  const after = sentence.slice(end);
  if (/^ (?:century|decade|generation|year)\b/i.test(after)) return true;
  const isRank = /\b(?:c[ao]m(?:e|es|ing)|rank\w*|plac\w+|finish\w*)(?: in)? $/i.test(
    sentence.slice(0, start),
  );
  return values[0] === 2 && !isRank && /^(?:[,.;]| (?:sign|of|from|in|being|is|was)\b)/i.test(after);
}

/** The content word that a number counts: the first within a few words after it. */
function countedBy({ start, end }: Quantity, words: readonly Word[], sentence: number): number {
  const from = words.findIndex((word) => word.sentence === sentence && word.start >= end);
  if (from < 0 || start < 0) return -1;
  const near = words.slice(from, from + 3);
  const step = near.findIndex(({ isContent, kind }) => isContent && kind === 'word');
  return step < 0 ? -1 : from + step;
}

/** Whether the source counts the same things and comes to another number: "two offices" for "three offices". */
function isCountedOtherwise(said: Quantity, { source, words, sourceWords, like }: Comparison): boolean {
  if (said.unit !== 'plain') return false;
  const counted = countedBy(said, words, 0);
  const places = new Set((like[counted] ?? []).map(({ at }) => at));
  return source.some((text, sentence) =>
    findQuantities(text).some(
      (given) =>
        given.unit === 'plain' &&
        given.text !== said.text &&
        places.has(countedBy(given, sourceWords, sentence)),
    ),
  );
}

/**
 * Whether a number that the source does not have may be right all the same: a doubt then, and no certain problem.
 * @param given the source's numbers.
 */
export function mayBeReckoned(said: Quantity, given: readonly Quantity[], comparison: Comparison): boolean {
  const { sentence } = comparison;
  const source = comparison.source.join(' ');
  const mayBe =
    mayBeCounted(said, given, sentence, source) ||
    mayBeCountedShare(said, given, source) ||
    isOwnOrdinal(said, sentence) ||
    isSpanFromYears(said, sentence, source);
  return mayBe && !isCountedOtherwise(said, comparison);
}
