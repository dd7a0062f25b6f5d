/** Numbers in a text as values with their units: "EUR 1.5 billion", "two thirds", "1,500", "29 per cent". Pure. */
import type { Language } from '../../core/language.ts';
import type { WrittenNumber } from '../../core/number-forms.ts';
import { findNumbersInDigits } from '../../language/number-digits.ts';
import { region } from '../../subjects/region.ts';

export interface Quantity extends Omit<WrittenNumber, 'money'> {
  /** Its code, or the sign where several have it. */
  currency: string | null;
}

/** Part of a whole: in per cent, or as a fraction. */
export const isShare = ({ unit }: Quantity): boolean => unit === 'percent' || unit === 'fraction';

/** The readings of a quantity on one scale: shares as 0..1. */
export const scaledValues = ({ unit, values }: Quantity): readonly number[] =>
  unit === 'percent' ? values.map((value) => value / 100) : values;

/** @param around the text that the amount stands in, which tells whose sign "¥" is; the sign itself where it does not. */
function currencyOf(text: string, around: string): string | null {
  const name = text.trim();
  if (name === '') return null;
  const sharers = region.sharedSigns[name];
  if (sharers !== undefined) {
    const [found, another] = sharers.filter(({ near }) => near.test(around));
    return found === undefined || another !== undefined ? name : found.code;
  }
  return region.currencies.find(({ names }) => names.test(name))?.code ?? name.toUpperCase();
}

/** Whether two amounts may be of one currency: "¥" is yuan or yen. */
export function mayBeOneCurrency(one: string | null, other: string | null): boolean {
  const shares = (sign: string | null, code: string | null) =>
    sign !== null && region.sharedSigns[sign]?.some((sharer) => sharer.code === code) === true;
  return one === other || shares(one, other) || shares(other, one);
}

const withCurrency =
  (text: string) =>
  ({ money, ...number }: WrittenNumber): Quantity => ({ ...number, currency: currencyOf(money, text) });

/** All numbers of a text but for those that belong to dates and set phrases. */
export const findQuantities = (text: string, { numbers }: Pick<Language, 'numbers'>): Quantity[] =>
  (numbers?.find ?? findNumbersInDigits)(text).map(withCurrency(text));

/** With what a reader may as well take out of a text: of "one project out of twenty" the twenty, of a range its first share. */
export const findAllQuantities = (text: string, { numbers }: Pick<Language, 'numbers'>): Quantity[] =>
  (numbers?.findAll ?? findNumbersInDigits)(text).map(withCurrency(text));
