/** Every number of the sentence must be in the source, in whatever form. Pure. */
import type { Comparison } from '../comparison.ts';
import { isInOtherUnit } from '../reading/measures.ts';
import { findDates, tellsYear } from '../reading/read-dates.ts';
import { findAllQuantities, findQuantities, isShare, type Quantity } from '../reading/read-quantities.ts';
import type { Finding } from '../verification.ts';
import { mayBeReckoned } from './reckon-numbers.ts';
import { carries, rounding, sideOf } from './same-numbers.ts';
import { findSlots, type Slot, within } from './slots.ts';
import { isPartOfSpan, isSpanBetweenYears, isSpanElsewhere, yearsIn } from './time-spans.ts';

/** "Doubled" is carried by 20 and 48.7 (their ratio is at least 2, and less than 3), "almost half" by 18 and 36.7. */
function isRatio({ unit, values }: Quantity, given: readonly Quantity[]): boolean {
  const [ratio] = values;
  if ((unit !== 'times' && unit !== 'fraction') || ratio === undefined) return false;
  const least = (1 - rounding.fraction) * ratio;
  const most = unit === 'times' ? ratio + 1 : (1 + rounding.fraction) * ratio;
  const isWithin = (one: number, other: number) => one / other >= least && one / other < most;
  const measures = given.filter((one) => one.unit === 'money' || (one.unit === 'plain' && unit === 'times'));
  return measures.some((one) =>
    measures.some(
      (other) =>
        one.unit === other.unit &&
        one.currency === other.currency &&
        isWithin(one.values[0] ?? 0, other.values[0] ?? 1),
    ),
  );
}

/** "11 out of 27" is carried by "eleven of the 27": both of its numbers are. */
function isShareOfCounts({ unit, text }: Quantity, given: readonly Quantity[]): boolean {
  if (unit !== 'fraction' || !/ (?:in|out of) /i.test(text)) return false;
  const counts = findQuantities(text.replace(/ (?:in|out of) /i, ', '));
  return counts.length === 2 && counts.every((count) => given.some((other) => carries(count, other)));
}

/** "Shares of 30:70", "split 70-30". */
const makesWhole = (one: Quantity, other: Quantity) =>
  Math.abs(one.start - other.end) === 1 || Math.abs(other.start - one.end) === 1
    ? (one.values[0] ?? 0) + (other.values[0] ?? 0) === 100
    : false;

/** The share that a number makes with another: "9 of 10 firms", "of every hundred cars more than five"; null for none. */
function shareWith(said: Quantity, other: Quantity, all: readonly Quantity[], sentence: string) {
  const [first, second] = said.start < other.start ? [said, other] : [other, said];
  if (first.unit !== 'plain' || second.unit !== 'plain') return null;
  const isOfEach =
    /\bof (?:every|each) $/i.test(sentence.slice(0, first.start)) &&
    all[all.indexOf(first) + 1] === second &&
    !/[;:]/.test(sentence.slice(first.end, second.start));
  const isOf = /^ of (?:the |every |its |their )?$/.test(sentence.slice(first.end, second.start));
  if (!isOf && !isOfEach) return null;
  const [part, whole] = isOf ? [first, second] : [second, first];
  const share = (part.values[0] ?? 0) / (whole.values[0] || 1);
  const ratio: Quantity = { ...part, values: [share], unit: 'fraction' };
  return share < 1 ? ratio : null;
}

/** A per cent in other words; "nine of ten firms" may have been counted. */
const perHundred = /\bof (?:every|each) (?:hundred|thousand|100|1,?000)\b/i;

/** Whether the source has the share that a number makes with another; null where it makes none, or the source has no shares. */
function isShareOfPair(
  said: Quantity,
  all: readonly Quantity[],
  sentence: string,
  given: readonly Quantity[],
): boolean | null {
  const ratios = all.flatMap((other) =>
    other === said ? [] : (shareWith(said, other, all, sentence) ?? []),
  );
  const shares = given.filter(isShare);
  if (ratios.length === 0 || shares.length === 0) return null;
  return ratios.some((ratio) => shares.some((one) => carries(ratio, one)));
}

/** "Exports fell by ten per cent, imports by nine": a bare number takes its unit from one beside it. */
function withSharedUnit(said: Quantity, all: readonly Quantity[]): Quantity[] {
  if (said.unit !== 'plain') return [said];
  // "A share of 0.8".
  if (/^0[.,]\d/.test(said.text)) return [said, { ...said, unit: 'fraction' }];
  if (all.some((other) => makesWhole(said, other))) return [said, { ...said, unit: 'percent' }];
  const others = all
    .filter(({ unit }) => unit === 'percent')
    .map(({ unit, currency }) => ({ ...said, unit, currency }));
  return [said, ...others.slice(0, 1)];
}

/**
 * Whether one of the source's numbers says it, itself and not by a sum.
 * @param all the numbers of its sentence.
 */
export function isNumberSaid(said: Quantity, all: readonly Quantity[], given: readonly Quantity[]): boolean {
  return withSharedUnit(said, all).some((one) => given.some((other) => carries(one, other)));
}

/** "More than half" where the source has "less than half": the very number, but on its other side. */
const isOnOtherSide = (said: Quantity, given: readonly Quantity[]) =>
  sideOf(said.bound) !== 0 &&
  given.some(
    (one) =>
      sideOf(one.bound) === -sideOf(said.bound) && carries({ ...said, bound: null }, { ...one, bound: null }),
  );

/** "Two thousand twenty-three", "1967 was the year": a year that is not told as one; "2,023 firms" are none. */
const isYear = ({ unit, values: [value = 0], text }: Quantity, years: readonly number[]) =>
  unit === 'plain' && !text.includes(',') && years.includes(value);

/** "2,000 workers" of "2000 workers", which is read as a year. */
const isReadAsYear = ({ unit, values: [value = 0] }: Quantity, source: string) =>
  unit === 'plain' &&
  findDates(source).some(
    (date) => date.year === value && !tellsYear(date, source) && /^ \p{Ll}+s\b/u.test(source.slice(date.end)),
  );

/** "Eleven times" of "on eleven occasions". */
const isOccasions = ({ unit, values }: Quantity, given: readonly Quantity[], source: string) =>
  unit === 'times' &&
  /\b(?:occasions|instances|cases)\b/i.test(source) &&
  given.some((one) => one.unit === 'plain' && one.values[0] === values[0]);

/** "Only 1 of them" says no more than "a". */
const isOne = ({ unit, values, text }: Quantity) => unit === 'plain' && values[0] === 1 && text === '1';

/** "From one partner …, from a second … and from a third": no share. */
const isThird = ({ text, start }: Quantity, sentence: string) =>
  /^a third$/i.test(text) && /\b(?:a|the) second\b/i.test(sentence.slice(0, start));

/** "The operator Three", "the Big Four", "Three has removed it": a number word with a capital that belongs to a name. */
const isInName = ({ text, start, end }: Quantity, sentence: string) =>
  /^\p{Lu}\p{Ll}+$/u.test(text) &&
  (/[\p{L}\d,] $/u.test(sentence.slice(0, start)) ||
    /^(?:['’]s| (?:has|is|was|does|uses|plans|says|wants))\b/.test(sentence.slice(end)));

/**
 * The number that the source has where the sentence, which follows it word by word, has another: one that might be counted
 * or reckoned, or one of another sentence of the source.
 */
function findReplaced(
  said: Quantity,
  all: readonly Quantity[],
  slots: readonly Slot[],
  source: readonly string[],
): string | null {
  for (const { own, other, words, otherWords } of slots) {
    if (own.kind !== 'number' || !within(own, words, [said]).includes(said)) continue;
    const there = findQuantities(source[otherWords[other.from]?.sentence ?? -1] ?? '');
    const replaced = within(other, otherWords, there);
    const isGone = replaced.length > 0 && replaced.every((one) => !isNumberSaid(one, there, all));
    if (isGone && !isNumberSaid(said, all, there)) return replaced.map(({ text }) => text).join(', ');
  }
  return null;
}

export function checkNumbers(comparison: Comparison): Finding[] {
  const { sentence, source } = comparison;
  const text = source.join(' ');
  const given = source.flatMap(findAllQuantities);
  const all = findQuantities(sentence);
  const years = yearsIn(text);
  const isDerived = (said: Quantity) =>
    isYear(said, years) ||
    isReadAsYear(said, text) ||
    isRatio(said, given) ||
    isOccasions(said, given, text) ||
    isShareOfCounts(said, given) ||
    isShareOfPair(said, all, sentence, given) === true ||
    isInOtherUnit(said, sentence, text) ||
    isSpanElsewhere(said, sentence, text) ||
    isSpanBetweenYears(said, sentence, text);
  const told = all.filter(
    (said) =>
      !isPartOfSpan(said, sentence) && !isOne(said) && !isThird(said, sentence) && !isInName(said, sentence),
  );
  const slots = told.length === 0 ? [] : findSlots(comparison);
  return told.flatMap((said): Finding[] => {
    const isSaid = isNumberSaid(said, all, given);
    const isTurned = !isSaid && isOnOtherSide(said, given);
    if (!isSaid && !isTurned && withSharedUnit(said, all).some(isDerived)) return [];
    const replaced = findReplaced(said, all, slots, source);
    if (isSaid && replaced === null) return [];
    const isOtherShare = perHundred.test(sentence) && isShareOfPair(said, all, sentence, given) === false;
    const isDoubt =
      !isSaid && !isTurned && !isOtherShare && mayBeReckoned(said, given, comparison, replaced !== null);
    return [
      {
        kind: 'number',
        text: said.text,
        reason: replaced === null ? 'not in the passage' : `the passage says “${replaced}” here`,
        rule: 'number',
        isCertain: !isDoubt,
        strength: 1,
      },
    ];
  });
}
