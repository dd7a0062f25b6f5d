/** Dates that the source may lack, because they can be derived from its own dates or mean the same. Pure. */
import type { Language } from '../../core/language.ts';
import { type DateMention, findDates } from '../reading/read-dates.ts';
import { findQuantities } from '../reading/read-quantities.ts';
import { mayOverlap } from './same-dates.ts';

/** The years in a text, each once. Years before 1800 are no dates (`datePattern`) and are found here alone. */
export function yearsIn(text: string, language: Language): number[] {
  const old = (text.match(/(?<![\d.,])1[0-7]\d\d(?![\d.,]\d|\d)/g) ?? []).map(Number);
  return [...new Set([...findDates(text, language).flatMap(({ year }) => year ?? []), ...old])];
}

/** The lengths of time in a text, in years: "ten years", "the following year", "the 30th anniversary". */
function spansIn(text: string, language: Language): number[] {
  const { dates } = language;
  if (dates === undefined) return [];
  const spans = [...(dates.aYear.test(text) ? [1] : []), ...(dates.aDecade.test(text) ? [10] : [])];
  for (const { values, unit, end } of findQuantities(text, language)) {
    const after = text.slice(end);
    const isOfYears = unit === 'ordinal' ? dates.anniversary : dates.years;
    if (isOfYears.test(after)) spans.push(...values);
    if (unit !== 'ordinal' && dates.decades.test(after)) spans.push(...values.map((count) => 10 * count));
  }
  return spans;
}

/**
 * Whether a date that the source lacks may be right nevertheless, so that it is a doubt and no certain problem.
 * @param given the source's dates.
 */
export function mayBeDerivedDate(
  said: DateMention,
  given: readonly DateMention[],
  sentence: string,
  source: string,
  language: Language,
): boolean {
  const { dates } = language;
  const { year, month, day, part, isDecade, text, start } = said;
  if (given.some((other) => mayOverlap(said, other))) return true;
  const years = yearsIn(source, language);
  // The source may name the month in words that are not recognised.
  if (dates === undefined) return month !== null && (year === null || years.includes(year));
  const isNear = (reach: number) => year === null || years.some((one) => Math.abs(one - year) <= reach);
  // "Between January and December 2024" where the source has "in 2024".
  const isOfRange =
    month !== null && day === null && dates.opensRange.test(sentence.slice(Math.max(0, start - 24), start));
  if (
    isOfRange &&
    given.some(
      (other) => other.month === null && other.part === null && (year === null || other.year === year),
    )
  )
    return true;
  if (month !== null) return part === null && dates.later.test(source) && (isNear(1) || years.length === 0);
  if (year === null) return false;
  const isOfCentury = dates.century.test(source);
  if (isDecade) return isOfCentury || (year < 1800 && years.some((one) => one < 1800));
  // A wording that means another year than it names: "the winter of 2022/23", "the year after 2016".
  if (dates.turn.test(`${sentence.slice(0, start).slice(-24)}${text}`) && isNear(1)) return true;
  if (isOfCentury && year % 50 === 0) return true;
  if (
    [0, 4, 5, 9].includes(year % 10) &&
    given.some((other) => other.isDecade && Math.abs((other.year ?? 0) - year) <= 10)
  )
    return true;
  const spans = [...spansIn(source, language), ...spansIn(sentence, language)];
  return years.some((one) => spans.some((span) => Math.abs(one - year) === span));
}
