/** When a thing began or ended, and how many years after another: "until 2011" is not "since 2011". Pure. */

import { readSpelled } from '../../language/en/number-words.ts';
import type { Comparison } from '../comparison.ts';
import { type DateMention, findDates } from '../reading/read-dates.ts';
import type { Finding } from '../verification.ts';
import { yearsIn } from './time-spans.ts';

/** What stands this far before a date tells of it, in characters. */
const reach = 30;
const until = /\buntil(?: the (?:end|start|beginning) of)? $/i;
const endsThere =
  /\b(?:until|till|up to|through|to|by|before|prior to|end of|and|pre|late)\b[^,;]{0,14}$|[–—/-] ?$/i;
const beginsThere = /\b(?:since|from|after|following|as of|onwards?|began|post)\b[^,;]{0,14}$/i;

const begins =
  /\b(?:established|founded|launched|opened|set up|introduced|beg[au]n|started|created|enacted)\b/i;

const isSameDate = (said: DateMention, given: DateMention) =>
  said.year === given.year && (said.month === null || given.month === null || said.month === given.month);

function checkUntil({ sentence, source }: Comparison): Finding[] {
  const before = (text: string, { start }: DateMention) => text.slice(Math.max(0, start - reach), start);
  return findDates(sentence).flatMap((said): Finding[] => {
    if (!until.test(before(sentence, said))) return [];
    const homes = source.filter((text) => findDates(text).some((one) => isSameDate(said, one)));
    const given = homes.flatMap((text) =>
      findDates(text)
        .filter((one) => isSameDate(said, one))
        .map((one) => before(text, one)),
    );
    if (given.length === 0 || given.some((one) => endsThere.test(one))) return [];
    const isBegun = given.some((one) => beginsThere.test(one)) || homes.every((text) => begins.test(text));
    return isBegun ? [makeFinding(`until ${said.text}`, 'the passage has it begin there')] : [];
  });
}

/** "The following year", "three years later"; but "over a year later" may be two, and "a year before the vote" is another's. */
const later =
  /(?<!\b(?:over|than|about|around|nearly|almost|some|least|roughly|approximately) (?:a )?)\b(?:(?:the )?(?<beside>following|next|previous|preceding) year|(?<count>an?|\p{L}+|\d{1,2}) years? (?<way>later|earlier|before(?=[,.;]|$)|afterwards|thereafter)\b)/giu;
/** The source counts years itself, and the sentence may follow it. */
const counted =
  /\b(?:following|next|subsequent|previous|preceding) (?:year|spring|month|summer|autumn|winter)\b|\byears? (?:later|earlier|after|before)\b|\byear[- ]on[- ]year\b/i;

const readYears = (count: string) => (/^\d+$/.test(count) ? Number(count) : readSpelled(count));

/** "In 2021 … the following year" of what the source tells of 2023: a year is reckoned that it does not have. */
function checkLater({ sentence, source }: Comparison): Finding[] {
  const text = source.join(' ');
  if (counted.test(text)) return [];
  const dates = findDates(sentence).filter(({ year, isDecade }) => year !== null && !isDecade);
  return [...sentence.matchAll(later)].flatMap((match): Finding[] => {
    const { beside, count, way } = match.groups ?? {};
    const [from, ...more] = dates;
    const years = beside !== undefined || /^an?$/i.test(count ?? '') ? 1 : readYears(count ?? '');
    if (from?.year == null || more.length > 0 || years === null || from.start > match.index) return [];
    const isBack = /^(?:previous|preceding|earlier|before)$/i.test(beside ?? way ?? '');
    const reckoned = from.year + (isBack ? -years : years);
    return yearsIn(text).includes(reckoned)
      ? []
      : [makeFinding(match[0], `that is ${reckoned}, which is not in the passage`)];
  });
}

const makeFinding = (text: string, reason: string): Finding => ({
  kind: 'date',
  text,
  reason,
  rule: 'span',
  isCertain: true,
  strength: 1,
});

export function checkSpans(comparison: Comparison): Finding[] {
  return [...checkUntil(comparison), ...checkLater(comparison)];
}
