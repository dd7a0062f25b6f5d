/** How round a number is, by its digits. Pure. */

const mostDigits = 12;

/** The significant digits, without leading and trailing zeros: "412" of 412,000 and of 0.0412. */
function digitsOf(value: number): string {
  const [mantissa = ''] = Math.abs(value)
    .toExponential(mostDigits - 1)
    .split('e');
  return mantissa.replace('.', '').replace(/0+$/, '');
}

/** The number of significant digits, with a final 5 as half a digit: 3 for 412,000, 1 for 40, 1.5 for 45, 0 for 0. */
export function significantDigits(value: number): number {
  const digits = digitsOf(value);
  return digits.length > 1 && digits.endsWith('5') ? digits.length - 0.5 : digits.length;
}

/** Whether a number may be another one rounded: it has fewer significant digits. */
export const isRounder = (said: number, given: number): boolean =>
  significantDigits(said) < significantDigits(given);

/** The most that rounding to a number's digits can change it, as a share of it: 0.125 for 40, 0.012 for 41. */
export function roundingOff(value: number): number {
  const digits = digitsOf(value);
  return digits === '' ? 0 : 0.5 / Number(digits);
}

/** The same, if a number that ends in 5 may be rounded to the nearest five: 0.056 for 45. */
export function coarseRoundingOff(value: number): number {
  return roundingOff(value) * (digitsOf(value).endsWith('5') ? 5 : 1);
}
