/**
 * Rewrites the dates of a sentence as its source writes them: "’24" becomes "2024"; "10/2025" and "the tenth month of
 * 2025" become "October 2025". The entailment model reads such dates poorly, and rules can tell which are the same.
 *
 * Measured on sentences that the rules let pass, by six authors new to the model, as the area under the ROC curve
 * between supported and changed ones: of 120 with short years .63 as written and .94 restated, of 63 with numeric dates
 * .89 and .93. Decades in words ("the eighties") and parts of a year gain nothing, and stay.
 */
import type { Language } from '../core/language.ts';
import { type DateMention, findDates } from './reading/read-dates.ts';

const shortYear = /^['’]\d\d$/;
const numeric = /^\d+[/.-]\d/;

/** Whether two dates are the same and equally exact; a day of a month may lack the year that the other has. */
const isSame = (one: DateMention, other: DateMention) =>
  one.month === other.month &&
  one.day === other.day &&
  one.part === other.part &&
  (one.year === other.year || (one.day !== null && (one.year === null || other.year === null)));

/** The source's wording for a date of the sentence, or null to leave it as it is. */
function tell(said: DateMention, given: readonly DateMention[], { dates }: Language): string | null {
  if (shortYear.test(said.text)) {
    const own = given.find(({ year }) => year !== null && year % 100 === Number(said.text.slice(1)));
    return own === undefined ? null : `${own.year}`;
  }
  const isPoor = numeric.test(said.text) || dates?.inWords.test(said.text);
  if (said.month === null || !isPoor) return null;
  return given.find((other) => isSame(said, other))?.text ?? null;
}

/** Restates short years and numeric dates in the source's wording where the source has the same date. */
export function restateDates(sentence: string, source: readonly string[], language: Language): string {
  const text = source.join(' ');
  const given = source.flatMap((one) => findDates(one, language));
  let restated = sentence;
  // From the last to the first, so that offsets of those before stay valid.
  for (const said of findDates(sentence, language).toReversed()) {
    const start = sentence.indexOf(said.text, said.start);
    if (start < 0 || start >= said.end || text.includes(said.text)) continue;
    const told = tell(said, given, language);
    if (told === null) continue;
    const { article } = language.dates ?? {};
    const plain = sentence.slice(0, start);
    const before = /^\d/.test(said.text) || article === undefined ? plain : plain.replace(article, '');
    restated = before + told + restated.slice(start + said.text.length);
  }
  return restated;
}
