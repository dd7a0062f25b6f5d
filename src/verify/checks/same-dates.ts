/** Whether a date of the source supports one of the sentence, in whatever words and just as exact. Pure. */
import type { DateForms, Language } from '../../core/language.ts';
import type { DateMention } from '../reading/read-dates.ts';

/**
 * A part of a year as its first and last month, 1..12: the months that it surely covers, and those that it may be used
 * for.
 */
interface Months {
  sure: readonly [number, number];
  loose: readonly [number, number];
}

/** "Early spring": March, or February; "late spring": May, or June. */
function partsOfSeasons(): Record<string, Months> {
  const firstMonths = Object.entries({ spring: 3, summer: 6, autumn: 9 });
  const parts = firstMonths.flatMap(([season, first]): [string, Months][] => [
    [`early ${season}`, { sure: [first, first], loose: [first - 1, first] }],
    [`mid ${season}`, { sure: [first + 1, first + 1], loose: [first + 1, first + 1] }],
    [`late ${season}`, { sure: [first + 2, first + 2], loose: [first + 2, first + 3] }],
  ]);
  return Object.fromEntries(parts);
}

/** Winters span the turn of the year, so that any month will do. */
const anyMonth: Months = { sure: [1, 12], loose: [1, 12] };

const monthsOf: Readonly<Record<string, Months>> = {
  start: { sure: [1, 2], loose: [1, 4] },
  early: { sure: [1, 3], loose: [1, 4] },
  mid: { sure: [5, 8], loose: [4, 9] },
  late: { sure: [10, 12], loose: [8, 12] },
  end: { sure: [11, 12], loose: [9, 12] },
  spring: { sure: [3, 5], loose: [3, 6] },
  summer: { sure: [6, 8], loose: [6, 9] },
  autumn: { sure: [9, 11], loose: [9, 12] },
  ...partsOfSeasons(),
  winter: anyMonth,
  'early winter': anyMonth,
  'mid winter': anyMonth,
  'late winter': anyMonth,
  h1: { sure: [1, 6], loose: [1, 6] },
  h2: { sure: [7, 12], loose: [7, 12] },
  q1: { sure: [1, 3], loose: [1, 3] },
  q2: { sure: [4, 6], loose: [4, 6] },
  q3: { sure: [7, 9], loose: [7, 9] },
  q4: { sure: [10, 12], loose: [10, 12] },
};
/** The first and last year of a decade (0..9) that a part of it may be used for. */
const yearsOf: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 3],
  early: [0, 4],
  mid: [3, 7],
  late: [6, 9],
  end: [7, 9],
  h1: [0, 5],
  h2: [5, 9],
  q1: [0, 2],
  q2: [2, 5],
  q3: [5, 7],
  q4: [7, 9],
};
/** The first and last day of a month that a part of it may be used for. */
const daysOf: Readonly<Record<string, readonly [number, number]>> = {
  start: [1, 10],
  early: [1, 12],
  mid: [9, 21],
  late: [18, 31],
  end: [20, 31],
  h1: [1, 16],
  h2: [15, 31],
};

const isWithin = (value: number, span: readonly [number, number] | undefined) =>
  span !== undefined && value >= span[0] && value <= span[1];

/**
 * Whether two words name one part: "early February" and "the start of February", "the late 2010s" and "the end of the
 * 2010s".
 */
function isSamePart(one: string | null, other: string | null): boolean {
  const pair = [one, other].sort().join(' ');
  return one === other || pair === 'early start' || pair === 'end late';
}

/** Whether a date of the source lies in the part that the sentence names of the same year or month. */
function hasPart({ part, month }: DateMention, given: DateMention): boolean {
  if (part === null || isSamePart(part, given.part)) return true;
  if (month !== null) return given.day !== null && isWithin(given.day, daysOf[part]);
  const said = monthsOf[part]?.loose;
  if (given.month !== null) return isWithin(given.month, said);
  const sure = monthsOf[given.part ?? '']?.sure;
  return sure !== undefined && isWithin(sure[0], said) && isWithin(sure[1], said);
}

/** Whether a round year may name a century: "the 1800s" are ten years or a hundred, "the 2000s" always ten. */
const mayNameCentury = (year: number) => year % 100 === 0 && year < 2000;

/**
 * Whether a date of the source lies in the sentence's decade or century: 1995 in "the mid-1990s", 2014 or the late
 * 2010s in "the 2010s", 1821 in "the early 1800s".
 */
function hasDecade({ year, part }: DateMention, given: DateMention): boolean {
  if (year === null || given.year === null) return false;
  if (given.isDecade && year === given.year) return part === null || isSamePart(part, given.part);
  const after = given.year - year;
  const span = part === null ? ([0, 9] as const) : yearsOf[part];
  if (mayNameCentury(year) && isWithin(Math.floor(after / 10), span)) return true;
  return !given.isDecade && isWithin(after, span);
}

/**
 * Whether a date of the source supports that of the sentence. A month of the source without a year may have any year
 * named there.
 */
function saysDate(said: DateMention, given: DateMention, years: ReadonlySet<number | null>): boolean {
  if (said.isDecade) return hasDecade(said, given);
  if (given.isDecade) return false;
  if (said.month !== null && said.month !== given.month) return false;
  if (said.day !== null && said.day !== given.day) return false;
  if (said.year !== null && said.year !== given.year) {
    if (given.year !== null || given.month === null || !years.has(said.year)) return false;
  }
  return hasPart(said, given);
}

/**
 * Whether one of the source's dates supports that of the sentence.
 * @param years the years of the whole source, which a month without its own may take.
 */
export function isDateSaid(
  said: DateMention,
  given: readonly DateMention[],
  years: ReadonlySet<number | null>,
): boolean {
  const isSaid = (one: DateMention) => given.some((other) => saysDate(one, other, years));
  if (isSaid(said)) return true;
  if (!said.isEitherWay) return false;
  if (said.day !== null) return isSaid({ ...said, month: said.day, day: said.month });
  return [-400, -300, -200, -100, 100].some((off) => isSaid({ ...said, year: (said.year ?? 0) + off }));
}

/**
 * Whether the sentence has the last day of a period whose end the source names: "31 December 2027" for "the end of
 * 2027", "30 June" for "the end of June".
 */
const isLastDay = ({ day, month, year }: DateMention, given: DateMention) =>
  given.part === 'end' &&
  year === given.year &&
  (given.month === null ? month === 12 && day === 31 : month === given.month && (day ?? 0) >= 28);

/**
 * Whether the sentence says "by the end of 2023" of what happened in 2023, or "since the start of 2023" of what has
 * lasted since then.
 */
const isByEndOf = (
  { part, month }: DateMention,
  given: DateMention,
  before: string,
  { untilEnd, sinceStart }: DateForms,
) =>
  month === null &&
  given.month === null &&
  given.part === null &&
  ((part === 'end' && untilEnd.test(before)) || (part === 'start' && sinceStart.test(before)));

/** Whether the sentence says "before 2024" for "by the end of 2023". */
const isBeforeEnd = (
  { year, month, part }: DateMention,
  given: DateMention,
  before: string,
  { beforeYear }: DateForms,
) =>
  month === null &&
  part === null &&
  given.part === 'end' &&
  year !== null &&
  year - 1 === given.year &&
  beforeYear.test(before);

/** Whether a date of the source supports that of the sentence given the words around it: "by the end of 2023". */
export function isSaidAround(
  said: DateMention,
  given: readonly DateMention[],
  sentence: string,
  { dates }: Pick<Language, 'dates'>,
): boolean {
  const before = sentence.slice(0, said.start);
  if (dates === undefined) return false;
  return given.some(
    (other) =>
      isLastDay(said, other) ||
      isBeforeEnd(said, other, before, dates) ||
      (other.year === said.year && isByEndOf(said, other, before, dates)),
  );
}

/** The first and last month that a date may be used for; undefined for a whole year. */
const spanOf = ({ month, part }: DateMention): readonly [number, number] | undefined =>
  month === null ? monthsOf[part ?? '']?.loose : [month, month];

/**
 * Whether two dates may mean the same time, as overlapping parts of one year: "early 2026" and "the spring of 2026",
 * "between July and September" and "the third quarter".
 */
export function mayOverlap(said: DateMention, given: DateMention): boolean {
  if (said.isDecade || given.isDecade || said.day !== null) return false;
  if (said.month !== null && given.month !== null) return false;
  // The first month of "from January to June 2024" has no year of its own.
  if (said.year !== given.year && (said.year !== null || said.month === null)) return false;
  const own = spanOf(said);
  const other = spanOf(given);
  return own !== undefined && other !== undefined && own[0] <= other[1] && other[0] <= own[1];
}
