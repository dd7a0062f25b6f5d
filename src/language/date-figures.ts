/** Dates in figures, which need no words of any language. Pure. */
import type { DateMention } from '../core/number-forms.ts';

export type DateParts = Omit<DateMention, 'text' | 'start' | 'end'>;
export const nothing: DateParts = {
  year: null,
  month: null,
  day: null,
  part: null,
  isDecade: false,
  isEitherWay: false,
};

export const inCentury = (short: number, first: number) => Math.floor(first / 100) * 100 + short;

/** "2026-01-27", "2026/01/27", "2026-01"; "2025-29" is a range of years, and no month. */
export function readYearFirst(text: string): DateParts[] {
  const [year = 0, month = 0, day] = text.split(/[-/]/).map(Number);
  if (month > 12)
    return [
      { ...nothing, year },
      { ...nothing, year: inCentury(month, year) },
    ];
  return [{ ...nothing, year, month, day: day ?? null }];
}

/** "10/2025", "27.01.2026", "1/27/2026"; null where no month is in it. */
export function readNumeric(text: string): DateParts[] {
  const numbers = text.split(/[/.]/).map(Number);
  const year = numbers.at(-1) ?? 0;
  const [one = 0, two] = numbers;
  if (numbers.length === 2) return one >= 1 && one <= 12 ? [{ ...nothing, year, month: one }] : [];
  const [day, month] = (two ?? 0) > 12 ? [two ?? 0, one] : [one, two ?? 0];
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  return [{ ...nothing, year, month, day, isEitherWay: day <= 12 && day !== month }];
}

const year = '(?:(?:1[89]|20)\\d\\d)';
const inFigures = new RegExp(
  `(?<![\\p{L}\\d/.,+-])(?:(?<yearFirst>${year}[-/]\\d\\d(?:[-/]\\d\\d)?)|(?<numeric>(?:\\d{1,2}[/.]){1,2} ?${year})|(?<year>${year}))(?![\\p{L}\\d/+]|[.,]\\d)`,
  'gu',
);

/** The dates of a text in any language, as far as figures tell them: all four figures from 1800 on are a year. */
export const findDatesInFigures = (text: string): DateMention[] =>
  [...text.matchAll(inFigures)].flatMap(({ 0: own, index: start, groups = {} }) => {
    const { yearFirst, numeric } = groups;
    const read =
      yearFirst !== undefined
        ? readYearFirst(yearFirst)
        : numeric !== undefined
          ? readNumeric(numeric)
          : [{ ...nothing, year: Number(groups.year) }];
    return read.map((date) => ({ ...date, text: own, start, end: start + own.length }));
  });
