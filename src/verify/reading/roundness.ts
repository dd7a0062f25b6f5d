/** How round a number is, by its digits. Pure. */

const mostDigits = 12;

/** The digits that count, without leading and trailing zeros: "412" of 412,000 and of 0.0412. */
function digitsOf(value: number): string {
  const [mantissa = ''] = Math.abs(value)
    .toExponential(mostDigits - 1)
    .split('e');
  return mantissa.replace('.', '').replace(/0+$/, '');
}

/** Significant digits, a last 5 as half a one: 3 of 412,000, 1 of 40, 1.5 of 45, 0 of 0. */
export function significantDigits(value: number): number {
  const digits = digitsOf(value);
  return digits.length > 1 && digits.endsWith('5') ? digits.length - 0.5 : digits.length;
}

/** Whether a number may be another one rounded: it has fewer significant digits. */
export const isRounder = (said: number, given: number): boolean =>
  significantDigits(said) < significantDigits(given);

/** The most by which rounding to its digits changes a number, as a share of it: 0.125 of 40, 0.012 of 41. */
export function roundingOff(value: number): number {
  const digits = digitsOf(value);
  return digits === '' ? 0 : 0.5 / Number(digits);
}

/** The same where a number that ends in 5 may be rounded to fives: 0.056 of 45. */
export function coarseRoundingOff(value: number): number {
  return roundingOff(value) * (digitsOf(value).endsWith('5') ? 5 : 1);
}
