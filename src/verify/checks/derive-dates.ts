/** Dates that a source need not have itself: they may be derived from its own, or stand for them. Pure. */
import { type DateMention, findDates } from '../reading/read-dates.ts';
import { findQuantities } from '../reading/read-quantities.ts';
import { mayOverlap } from './same-dates.ts';

/** The years that a text names, each once; those before 1800 are no dates yet (`datePattern`). */
export function yearsIn(text: string): number[] {
  const old = (text.match(/(?<![\d.,])1[0-7]\d\d(?![\d.,]\d|\d)/g) ?? []).map(Number);
  return [...new Set([...findDates(text).flatMap(({ year }) => year ?? []), ...old])];
}

/** "The following year", "a year later", "year on year", "compared with the decade before". */
const aYear =
  /\b(?:following|next|previous|preceding|subsequent|prior|last) year\b|\byear[- ](?:on|over)[- ]year\b|\byear (?:before|earlier|ago|later|after)\b|\bannual(?! (?:report|review|assessment|survey|meeting))|\bturn of\b/i;
const aDecade = /\b(?:an?|one) decade\b/i;
/** Months and days are derived from these too. */
const later =
  /\b(?:days?|weeks?|months?|years?) (?:later|earlier|after|before|ahead|late|on|prior|previously)\b|\b(?:next|following|previous|preceding) (?:day|week|month|\p{L}+day)\b/iu;

/** The spans of time that a text tells, in years: "ten years", "the following year", "the 30th anniversary". */
function spansIn(text: string): number[] {
  const spans = [...(aYear.test(text) ? [1] : []), ...(aDecade.test(text) ? [10] : [])];
  for (const { values, unit, end } of findQuantities(text)) {
    const after = text.slice(end);
    const isOfYears = unit === 'ordinal' ? /^ (?:anniversary|birthday)\b/i : /^[ -]years?\b(?! plans?\b)/i;
    if (isOfYears.test(after)) spans.push(...values);
    if (unit !== 'ordinal' && /^[ -]decades?\b/i.test(after))
      spans.push(...values.map((count) => 10 * count));
  }
  return spans;
}

/**
 * Whether a date that the source does not have may be right all the same: a doubt then, and no certain problem.
 * @param given the source's dates.
 */
export function mayBeDerivedDate(
  said: DateMention,
  given: readonly DateMention[],
  sentence: string,
  source: string,
): boolean {
  const { year, month, day, part, isDecade, text, start } = said;
  if (given.some((other) => mayOverlap(said, other))) return true;
  const years = yearsIn(source);
  const isNear = (reach: number) => year === null || years.some((one) => Math.abs(one - year) <= reach);
  // "Between January and December 2024" of what was so in 2024.
  const isOfRange =
    month !== null &&
    day === null &&
    /\b(?:between|from|to|and|until)\b|\d ?[-–]/i.test(sentence.slice(Math.max(0, start - 24), start));
  if (
    isOfRange &&
    given.some(
      (other) => other.month === null && other.part === null && (year === null || other.year === year),
    )
  )
    return true;
  if (month !== null) return part === null && later.test(source) && (isNear(1) || years.length === 0);
  if (year === null) return false;
  const isOfCentury = /\bcentur(?:y|ies)\b/i.test(source);
  if (isDecade) return isOfCentury || (year < 1800 && years.some((one) => one < 1800));
  // "The winter of 2022/23", "the year after 2016": another year than it names.
  if (/\d\/\d\d$|\b(?:turn|year)\b/i.test(`${sentence.slice(0, start).slice(-24)}${text}`) && isNear(1))
    return true;
  if (isOfCentury && year % 50 === 0) return true;
  if (
    [0, 4, 5, 9].includes(year % 10) &&
    given.some((other) => other.isDecade && Math.abs((other.year ?? 0) - year) <= 10)
  )
    return true;
  const spans = [...spansIn(source), ...spansIn(sentence)];
  return years.some((one) => spans.some((span) => Math.abs(one - year) === span));
}
