/** Every date of the sentence must be in the source, and as exactly. Pure. */
import type { Comparison } from './comparison.ts';
import { type DateMention, findDates } from './read-dates.ts';
import type { Finding } from './verification.ts';

/** The months that a part of a year is made of, 1..12, generously. */
const monthsOf: Readonly<Record<string, readonly [from: number, to: number]>> = {
  early: [1, 4],
  mid: [4, 9],
  late: [8, 12],
  spring: [3, 6],
  summer: [6, 9],
  autumn: [9, 12],
  winter: [1, 12],
  h1: [1, 6],
  h2: [7, 12],
  q1: [1, 3],
  q2: [4, 6],
  q3: [7, 9],
  q4: [10, 12],
};

function hasPart({ part }: DateMention, given: DateMention): boolean {
  if (part === null || part === given.part) return true;
  const span = monthsOf[part];
  return given.month !== null && span !== undefined && given.month >= span[0] && given.month <= span[1];
}

/** Whether a date of the source says that of the sentence. A month without a year takes it from any other date. */
export function saysDate(said: DateMention, given: DateMention, years: ReadonlySet<number | null>): boolean {
  if (said.isDecade !== given.isDecade) return false;
  if (said.month !== null && said.month !== given.month) return false;
  if (said.day !== null && said.day !== given.day) return false;
  if (said.year !== null && said.year !== given.year) {
    if (given.year !== null || given.month === null || !years.has(said.year)) return false;
  }
  return hasPart(said, given);
}

export function checkDates({ sentence, source }: Comparison): Finding[] {
  const given = source.flatMap(findDates);
  const years = new Set(given.map(({ year }) => year));
  const isThere = (said: DateMention) => given.some((one) => saysDate(said, one, years));
  return findDates(sentence)
    .filter((said) => !isThere(said))
    .map((said) => {
      const near = given.find(
        ({ year, month }) => year === said.year || (month !== null && month === said.month),
      );
      return {
        kind: 'date',
        text: said.text,
        reason: near === undefined ? 'not in the passage' : `the passage says ${near.text}`,
        rule: 'date',
        isCertain: true,
        strength: 1,
      };
    });
}
