/** Numbers that a source need not have itself: they may be counted in it, or reckoned from its own. Pure. */
import type { Comparison } from '../comparison.ts';
import { findDates } from '../reading/read-dates.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';
import type { Word } from '../reading/read-words.ts';
import { mayBeComputed } from './compute-numbers.ts';
import { isSpanFromYears, isSpanReckoned } from './time-spans.ts';

/** "Fifth-generation networks", "the Group of Seven", where the source has 5G and the G7. */
function isGeneration({ values, unit }: Quantity, sentence: string, source: string): boolean {
  const [count = 0] = values;
  if (unit === 'ordinal')
    return new RegExp(`\\b${count}G\\b`).test(source) && /\bgenerations?\b/i.test(sentence);
  return new RegExp(`\\bG${count}\\b`).test(source);
}

/** "Over 50 per cent" of a majority, "all 27" of the EU. */
const isSetNumber = ({ values, unit, bound }: Quantity, source: string) =>
  (bound === 'over' &&
    /\bmajority\b/i.test(source) &&
    (unit === 'percent' ? values[0] === 50 : values[0] === 0.5)) ||
  (unit === 'plain' && values[0] === 27 && /\b(?:EU|European Union|Europe)\b/.test(source));

/** Whether some sentence of the source lists at least so many things. */
const isListed = (count: number, source: string) =>
  source.split(/[.!?] /).some((one) => (one.match(/[,;]| and | or /g)?.length ?? 0) >= count - 1);

/** "The two companies": small numbers in words are often counted from a list; larger ones seldom. */
const smallCount = 4;
const largestCount = 12;

/** What is added up is small, and there is little of it. */
const largestSum = 50;
const mostTerms = 12;

const inWords = /^[\p{L} ]+$/u;

const spanOfTime = /^[ -](?:day|week|month|year|decade)s?\b/i;

/** Whether a number may be counted from what the source lists, where that gives no such number itself. */
function mayBeCounted(said: Quantity, given: readonly Quantity[], sentence: string, source: string): boolean {
  const [count = 0] = said.values;
  const isCount = inWords.test(said.text) || (/^\d$/.test(said.text) && count <= smallCount);
  if (said.unit !== 'plain' || !isCount || count > largestCount) return false;
  if (count > smallCount && spanOfTime.test(sentence.slice(said.end))) return false;
  if (isListed(count, source)) return true;
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
  return given.some((one) => one.unit === 'plain') || /\bmost\b/i.test(source);
}

/** "The twentieth century" of years in it, or where the source counts no centuries. */
function mayBeCentury(count: number, source: string): boolean {
  if (findDates(source).some(({ year }) => year !== null && Math.floor(year / 100) + 1 === count))
    return true;
  return !/(?:st|nd|rd|th)[ -](?:century|centuries)\b/i.test(source);
}

/** "A second sign", "the twentieth century": the sentence's own counting, or another name for what the source says. */
function isOwnOrdinal({ unit, values, start, end }: Quantity, sentence: string, source: string): boolean {
  if (unit !== 'ordinal') return false;
  const after = sentence.slice(end);
  if (/^ century\b/i.test(after)) return mayBeCentury(values[0] ?? 0, source);
  if (/^ (?:decade|generation|year)\b/i.test(after)) return true;
  const isRank = /\b(?:c[ao]m(?:e|es|ing)|rank\w*|plac\w+|finish\w*)(?: in)? $/i.test(
    sentence.slice(0, start),
  );
  return (values[0] ?? 0) <= 2 && !isRank;
}

/** "Twice in 2022", "three times since": how often, which may be counted; "twice as much" may not. */
function isFrequency({ unit, values, text, end }: Quantity, sentence: string): boolean {
  if (unit !== 'times' || (values[0] ?? 0) > smallCount || /fold|x$/i.test(text)) return false;
  if (!/^(?:twice|thrice)$/i.test(text) && !/^ times\b/i.test(sentence.slice(end))) return false;
  return !/^(?: times)? (?:as|the|its|their|more|higher|larger|bigger|greater|that|what)\b/i.test(
    sentence.slice(end),
  );
}

/** "Eleven channels" where the source has two of one kind and nine of another. */
function isSum({ unit, values }: Quantity, given: readonly Quantity[]): boolean {
  const [sum = 0] = values;
  if (unit !== 'plain' || sum > largestSum) return false;
  const terms = given
    .flatMap((one) => (one.unit === 'plain' ? (one.values[0] ?? []) : []))
    .slice(0, mostTerms);
  return terms.some((one, at) =>
    terms
      .slice(at + 1)
      .some(
        (two, next) =>
          one + two === sum || terms.slice(at + next + 2).some((three) => one + two + three === sum),
      ),
  );
}

/** "The fifth season" of "season 5", "on the 8th" of "8 September". */
const isNumbered = ({ unit, values: [count] }: Quantity, given: readonly Quantity[], source: string) =>
  unit === 'ordinal' &&
  (given.some((one) => one.unit === 'plain' && one.values[0] === count) ||
    findDates(source).some(({ day }) => day !== null && day === count));

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
    isOwnOrdinal(said, sentence, source) ||
    isSetNumber(said, source) ||
    isFrequency(said, sentence) ||
    isNumbered(said, given, source) ||
    isSpanFromYears(said, sentence, source) ||
    isSpanReckoned(said, sentence, source);
  return (
    isSum(said, given) ||
    isGeneration(said, sentence, source) ||
    mayBeComputed(said, given, sentence.slice(said.end)) ||
    (mayBe && !isCountedOtherwise(said, comparison))
  );
}
