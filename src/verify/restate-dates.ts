/**
 * A sentence with its dates in figures as its source writes them: "’24" becomes "2024", "10/2025" and "the tenth month
 * of 2025" become "October 2025". The entailment model reads these poorly, and rules can tell which are the same.
 *
 * Of 120 sentences with short years that rules let pass, by six authors new to the model, its outputs tell the supported
 * from the changed with an area under the ROC curve of .63 as they stand and .94 restated; of 63 with numeric dates .89
 * and .93. Decades in words ("the eighties") and parts of a year it reads no better restated: they stay.
 */
import type { Language } from '../core/language.ts';
import { type DateMention, findDates } from './reading/read-dates.ts';

const shortYear = /^['’]\d\d$/;
const numeric = /^\d+[/.-]\d/;

/** Whether the two are one date, as exactly; a day of a month may leave its year to the other. */
const isSame = (one: DateMention, other: DateMention) =>
  one.month === other.month &&
  one.day === other.day &&
  one.part === other.part &&
  (one.year === other.year || (one.day !== null && (one.year === null || other.year === null)));

/** The words for a date of the sentence, or null where they stay. */
function tell(said: DateMention, given: readonly DateMention[], { dates }: Language): string | null {
  if (shortYear.test(said.text)) {
    const own = given.find(({ year }) => year !== null && year % 100 === Number(said.text.slice(1)));
    return own === undefined ? null : `${own.year}`;
  }
  const isPoor = numeric.test(said.text) || dates?.inWords.test(said.text);
  if (said.month === null || !isPoor) return null;
  return given.find((other) => isSame(said, other))?.text ?? null;
}

/** The sentence, its dates in figures in the source's words where the source has them. */
export function restateDates(sentence: string, source: readonly string[], language: Language): string {
  const text = source.join(' ');
  const given = source.flatMap((one) => findDates(one, language));
  let restated = sentence;
  // From the last on, so that the places of those before stay.
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
