/** Numbers in digits, which need no words of any language. Pure. */
import type { WrittenNumber } from '../core/number-forms.ts';
import { findDatesInFigures } from './date-figures.ts';

/** Not inside a word or a longer number: "5G", "Covid-19", "17+1" are names. Thousands stand apart by a mark or a blank. */
const inDigits =
  /(?<![\p{L}\p{N}+/.,]|\p{L}[-‑])(?<before>[€$£¥]\s?)?(?<digits>\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?<after>\s?[€$£¥])?(?![\p{L}\d+/]|[.,]\d)/gu;

/** "1.500" is 1,500 or one and a half; what has two kinds of marks, or one kind twice, can be read in one way only. */
function readDigits(digits: string): number[] {
  const marks: readonly string[] = digits.match(/\D/g) ?? [];
  const last = marks.at(-1);
  const whole = Number(digits.replace(/\D/g, ''));
  if (last === undefined || !/[.,]/.test(last)) return [whole];
  const decimals = digits.length - digits.lastIndexOf(last) - 1;
  const isDecimal = marks.indexOf(last) === marks.length - 1;
  const fraction = whole / 10 ** decimals;
  if (!isDecimal) return [whole];
  return decimals === 3 && marks.length === 1 ? [fraction, whole] : [fraction];
}

/** The numbers of a text in any language, but for dates: a sign makes money of them, and no word a unit. */
export function findNumbersInDigits(text: string): WrittenNumber[] {
  const dates = findDatesInFigures(text);
  return [...text.matchAll(inDigits)].flatMap(({ 0: own, index: start, groups = {} }): WrittenNumber[] => {
    const end = start + own.length;
    const money = (groups.before ?? groups.after ?? '').trim();
    if (money === '' && dates.some((date) => start < date.end && date.start < end)) return [];
    const values = readDigits(groups.digits ?? '');
    return [{ values, unit: money === '' ? 'plain' : 'money', money, bound: null, text: own, start, end }];
  });
}
