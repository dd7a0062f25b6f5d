/** Ordinals that a sentence counts for itself, or that the source says in another way. Pure. */
import { findDates } from '../reading/read-dates.ts';
import type { Quantity } from '../reading/read-quantities.ts';
import { isListed } from './count-listed.ts';
import { yearsIn } from './time-spans.ts';

/** "The twentieth century" of years in it, or where the source counts no centuries. */
function mayBeCentury(count: number, source: string): boolean {
  if (yearsIn(source).some((year) => Math.floor(year / 100) + 1 === count)) return true;
  return !/(?:st|nd|rd|th)[ -](?:century|centuries)\b/i.test(source);
}

/** "The third largest" may be the third that the source lists. */
const mostRanked = 5;

/** "A second sign", "the twentieth century": the sentence's own counting, or another name for what the source says. */
export function isOwnOrdinal(
  { unit, values, start, end }: Quantity,
  given: readonly Quantity[],
  sentence: string,
  source: string,
): boolean {
  if (unit !== 'ordinal') return false;
  const [count = 0] = values;
  const after = sentence.slice(end);
  // "From the sixteenth century to the nineteenth".
  if (/^ century\b/i.test(after) || (count > 12 && /\bcentur(?:y|ies)\b/i.test(sentence)))
    return mayBeCentury(count, source);
  if (/^ (?:decade|generation|year)\b/i.test(after)) return true;
  // "A twentieth of the market".
  if (count >= 10 && /\b(?:an?|one|top|best) $/i.test(sentence.slice(0, start))) return true;
  if (count <= mostRanked && !given.some((one) => one.unit === 'ordinal') && isListed(count, source))
    return true;
  const isRank = /\b(?:c[ao]m(?:e|es|ing)|rank\w*|plac\w+|finish\w*)(?: in)? $/i.test(
    sentence.slice(0, start),
  );
  return count <= 2 && !isRank;
}

/** "The fifth season" of "season 5", "goal 14" of "number 14", "on the 8th" of "8 September". */
export function isNumbered({ unit, values: [count] }: Quantity, given: readonly Quantity[], source: string) {
  const isGiven = (other: Quantity['unit']) =>
    given.some((one) => one.unit === other && one.values[0] === count);
  if (unit === 'plain') return isGiven('ordinal');
  const isDay = findDates(source).some(({ day }) => day !== null && day === count);
  return unit === 'ordinal' && (isGiven('plain') || isDay);
}
