/** Every date of the sentence must be in the source, and as exactly. Pure. */
import type { Comparison } from '../comparison.ts';
import { type DateMention, findDates } from '../reading/read-dates.ts';
import { findQuantities } from '../reading/read-quantities.ts';
import type { Finding } from '../verification.ts';
import { mayBeReckonedDate } from './reckon-dates.ts';
import { isCentury, isDateSaid, isSaidAround } from './same-dates.ts';

/** "2000 workers" of "2,000 workers": no year. */
const isCount = ({ year, month, part, isDecade }: DateMention, counts: readonly number[]) =>
  month === null && part === null && !isDecade && counts.includes(year ?? 0);

export function checkDates({ sentence, source }: Comparison): Finding[] {
  const given = source.flatMap(findDates);
  const text = source.join(' ');
  const years = new Set(given.map(({ year }) => year));
  const counts = source.flatMap((one) => findQuantities(one).flatMap(({ values }) => values));
  const unsaid = findDates(sentence).filter(
    (said) =>
      !isDateSaid(said, given, years) &&
      !isSaidAround(said, given, sentence) &&
      !isCentury(said, text) &&
      !isCount(said, counts),
  );
  return unsaid.map((said) => {
    const near = given.find(
      ({ year, month }) => year === said.year || (month !== null && month === said.month),
    );
    return {
      kind: 'date',
      text: said.text,
      reason: near === undefined ? 'not in the passage' : `the passage says ${near.text}`,
      rule: 'date',
      isCertain: !mayBeReckonedDate(said, given, sentence, text),
      strength: 1,
    };
  });
}
