/** Dates that a source need not have itself: they may be reckoned from its own, or stand for them. Pure. */
import type { DateMention } from '../reading/read-dates.ts';
import { mayOverlap } from './same-dates.ts';
import { reckonYears, yearsIn } from './time-spans.ts';

/** "The winter of 2022/23", "the turn of 2023" of what happened in either year. */
const isTurnOfYear = ({ text, year, start }: DateMention, given: readonly DateMention[], sentence: string) =>
  (/\d\/\d\d$/.test(text) || /\bturn of (?:the year )?$/i.test(sentence.slice(0, start))) &&
  given.some((other) => Math.abs((other.year ?? 0) - (year ?? 0)) <= 1);

/** "Compared with 2024" of what rose year on year in 2025. */
const isYearBefore = ({ year, month, part }: DateMention, given: readonly DateMention[], source: string) =>
  month === null &&
  part === null &&
  given.some((other) => other.year !== null && other.year - 1 === year) &&
  /\byear[- ](?:on|over)[- ]year\b|\b(?:previous|preceding|prior|last) year\b|\byear (?:before|earlier|ago)\b|\bannual(?! (?:report|review|assessment|survey|meeting))/i.test(
    source,
  );

/** A year before or after, a month is the same one. */
const yearsLater = /\byears? (?:later|earlier|after|before|ahead|on|prior|previously)\b/i;
const later =
  /\b(?:days?|weeks?|months?) (?:later|earlier|after|before|ahead|late|on|prior|previously)\b|\b(?:next|following|previous|preceding) (?:day|week|month|\p{L}+day)\b|\bday (?:after|before)\b/iu;

/** "On 21 November 2021" of what followed three days after the 18th: the day is reckoned. */
function isDayReckoned(
  { month, year, part }: DateMention,
  given: readonly DateMention[],
  source: string,
): boolean {
  if (month === null || part !== null) return false;
  const isMonthKept = given.some((other) => other.month === month);
  if (!later.test(source) && !(isMonthKept && yearsLater.test(source))) return false;
  const years = given.flatMap((other) => other.year ?? []);
  return year === null || years.length === 0 || years.some((one) => Math.abs(one - year) <= 1);
}

/** "Between 2010 and 2014", "around 2005" of "the early 2010s" and "the mid-2000s": years that begin, halve or end a decade. */
const isOfDecade = ({ year, month, part, isDecade }: DateMention, given: readonly DateMention[]) =>
  !isDecade &&
  month === null &&
  part === null &&
  year !== null &&
  [0, 4, 5, 9].includes(year % 10) &&
  given.some((other) => other.isDecade && Math.floor((other.year ?? 0) / 10) === Math.floor(year / 10));

/** "In the year after 2016" says another year than it names. */
const isBesideYear = ({ start }: DateMention, sentence: string) =>
  /\byear (?:that )?(?:after|before|follow\w+|preced\w+) $/i.test(sentence.slice(0, start));

/** Years before 1800 are read as numbers (`datePattern`): whether a decade is theirs is not told. */
const isOfOldYears = ({ year, isDecade }: DateMention, source: string) =>
  isDecade && (year ?? 0) < 1800 && yearsIn(source).some((one) => one < 1800);

/** "From about 1850 on", "until 2010", "about 1985", of a century or a decade: the year that begins or halves it. */
function isRound(
  { year, month, part, isDecade }: DateMention,
  given: readonly DateMention[],
  source: string,
): boolean {
  if (year === null || month !== null || part !== null || isDecade) return false;
  if (year % 50 === 0 && /\bcentur(?:y|ies)\b/i.test(source)) return true;
  if (given.some((other) => other.isDecade && other.part === 'mid' && other.year === year - 5)) return true;
  return year % 10 === 0 && given.some((other) => other.isDecade && Math.abs((other.year ?? 0) - year) <= 10);
}

/**
 * Whether a date that the source does not have may be right all the same: a doubt then, and no certain problem.
 * @param given the source's dates.
 */
export function mayBeReckonedDate(
  said: DateMention,
  given: readonly DateMention[],
  sentence: string,
  source: string,
): boolean {
  return (
    isOfOldYears(said, source) ||
    isBesideYear(said, sentence) ||
    given.some((other) => mayOverlap(said, other)) ||
    isTurnOfYear(said, given, sentence) ||
    isYearBefore(said, given, source) ||
    isDayReckoned(said, given, source) ||
    isOfDecade(said, given) ||
    isRound(said, given, source) ||
    (said.month === null && reckonYears(source, sentence).has(said.year ?? 0))
  );
}
