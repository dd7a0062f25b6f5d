/** Every number of the sentence must be in the source, in whatever form. Pure. */
import type { Language } from '../../core/language.ts';
import type { Alignment } from '../alignment.ts';
import { findDates, tellsYear } from '../reading/read-dates.ts';
import { findAllQuantities, findQuantities, type Quantity } from '../reading/read-quantities.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { yearsIn } from './derive-dates.ts';
import { mayBeDerived } from './derive-numbers.ts';
import { isSupportedBy, sideOf } from './same-numbers.ts';

/** "Shares of 30:70", "split 70-30". */
const makesWhole = (one: Quantity, other: Quantity) =>
  Math.abs(one.start - other.end) === 1 || Math.abs(other.start - one.end) === 1
    ? (one.values[0] ?? 0) + (other.values[0] ?? 0) === 100
    : false;

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
 * Whether one of the source's numbers equals it, by itself and not by a sum.
 * @param all the numbers of its sentence.
 */
export function isNumberSaid(
  said: Quantity,
  all: readonly Quantity[],
  given: readonly Quantity[],
  language: Language,
): boolean {
  return withSharedUnit(said, all).some((one) => given.some((other) => isSupportedBy(one, other, language)));
}

/** "More than half" where the source has "less than half": the very number, but on its other side. */
const isOnOtherSide = (said: Quantity, given: readonly Quantity[], language: Language) =>
  sideOf(said.bound) !== 0 &&
  given.some(
    (one) =>
      sideOf(one.bound) === -sideOf(said.bound) &&
      isSupportedBy({ ...said, bound: null }, { ...one, bound: null }, language),
  );

/** "Two thousand twenty-three", "1967 was the year": a year that is not read as one; "2,023 firms" is none. */
const isYear = ({ unit, values: [value = 0], text }: Quantity, years: readonly number[]) =>
  unit === 'plain' && !text.includes(',') && years.includes(value);

/** "2,000 workers" of "2000 workers", which is read as a year. */
const isReadAsYear = ({ unit, values: [value = 0] }: Quantity, source: string, language: Language) =>
  unit === 'plain' &&
  findDates(source, language).some(
    (date) =>
      date.year === value &&
      !tellsYear(date, source, language) &&
      language.numbers?.countsThings.test(source.slice(date.end)),
  );

/** "Only 1 of them" means no more than "a". */
const isOne = ({ unit, values, text }: Quantity) => unit === 'plain' && values[0] === 1 && text === '1';

/** "From one partner …, from a second … and from a third": no share. */
const isThird = ({ text, start }: Quantity, sentence: string, { numbers }: Language) =>
  numbers?.third.test(text) && numbers.second.test(sentence.slice(0, start));

/** "The operator Three", "the Big Four", "Three has removed it": a number word with a capital that belongs to a name. */
const isInName = ({ text, start, end }: Quantity, sentence: string, { numbers }: Language) =>
  /^\p{Lu}\p{Ll}+$/u.test(text) &&
  (/[\p{L}\d,] $/u.test(sentence.slice(0, start)) || numbers?.behindName.test(sentence.slice(end)));

/** The words right before and behind a number. */
function wordsBeside({ start, text }: Quantity, words: readonly Word[]): string {
  const plain = words.filter(({ kind }) => kind !== 'mark');
  const before = plain.filter((word) => word.end <= start).slice(-beside);
  const after = plain.filter((word) => word.start >= start + text.length).slice(0, beside);
  return [...before.map(({ lower }) => lower), '#', ...after.map(({ lower }) => lower)].join(' ');
}
const beside = 2;

/** The number that the source has between the same words where the sentence has another: none that may be derived. */
function findReplaced(
  said: Quantity,
  all: readonly Quantity[],
  { language, words, source, sourceWords }: Alignment,
): string | null {
  const own = wordsBeside(said, words);
  for (const [sentence, text] of source.entries()) {
    const there = sourceWords.filter((word) => word.sentence === sentence);
    const numbers = findQuantities(text, language);
    const replaced = numbers.find(
      (one) => wordsBeside(one, there) === own && !isNumberSaid(one, numbers, all, language),
    );
    if (replaced !== undefined) return replaced.text;
  }
  return null;
}

export function checkNumbers(alignment: Alignment): Finding[] {
  const { language, sentence, source } = alignment;
  const text = source.join(' ');
  const given = source.flatMap((one) => findAllQuantities(one, language));
  const all = findQuantities(sentence, language);
  const years = yearsIn(text, language);
  const isNone = (said: Quantity) =>
    isOne(said) ||
    isThird(said, sentence, language) ||
    isInName(said, sentence, language) ||
    isYear(said, years) ||
    isReadAsYear(said, text, language);
  return all.flatMap((said): Finding[] => {
    if (isNumberSaid(said, all, given, language) || isNone(said)) return [];
    const replaced = findReplaced(said, all, alignment);
    const isDoubt =
      replaced === null &&
      !isOnOtherSide(said, given, language) &&
      withSharedUnit(said, all).some((one) => mayBeDerived(one, given, alignment));
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
