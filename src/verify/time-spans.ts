/** Spans of time in other units: "ten years" for a decade, "twelve months" for a year. Pure. */
import { findDates } from './read-dates.ts';
import { findQuantities, type Quantity } from './read-quantities.ts';

/** How many of the smaller unit make one of the larger. */
const larger: readonly { unit: RegExp; each: number; name: string }[] = [
  { unit: /^[ -]years?\b/i, each: 10, name: 'decade' },
  { unit: /^[ -]years?\b/i, each: 100, name: 'centur(?:y|ie)' },
  { unit: /^[ -]months?\b/i, each: 12, name: 'year' },
  { unit: /^[ -]weeks?\b/i, each: 4, name: 'month' },
  { unit: /^[ -]days?\b/i, each: 7, name: 'week' },
];

/** Whether the source says a number of years, months or days in a larger unit. */
export function isSpanElsewhere({ values, end }: Quantity, sentence: string, source: string): boolean {
  const said = values.at(-1) ?? 0;
  return larger.some(({ unit, each, name }) => {
    if (!unit.test(sentence.slice(end)) || said % each !== 0) return false;
    const count = said / each;
    if (count === 1)
      return new RegExp(
        `\\b(?:an?|one|the|this|last|past|next|each|per|every)(?: (?:last|past|next))? ${name}\\b`,
        'i',
      ).test(source);
    return findQuantities(source).some(
      (given) =>
        given.values.includes(count) && new RegExp(`^[ -]${name}s?\\b`, 'i').test(source.slice(given.end)),
    );
  });
}

/** Whether a number of years lies between two years that the source names: "five years later". */
export function isSpanBetweenYears({ values, end }: Quantity, sentence: string, source: string): boolean {
  if (!/^[ -]years? (?:after|later|before|earlier|younger|older|on)\b/i.test(sentence.slice(end)))
    return false;
  const years = [...new Set(findDates(source).flatMap(({ year }) => (year === null ? [] : [year])))];
  return values.some((span) => years.some((year) => years.includes(year + span)));
}

/** "Eight years ago", "a span of six years": it depends on when it is said, or on two years, of which the source names one. */
export function isSpanFromYears({ start, end }: Quantity, sentence: string, source: string): boolean {
  const isSpan =
    /^(?:[ -]years? (?:ago|before)|-year (?:period|span))\b/i.test(sentence.slice(end)) ||
    (/\bspan of $/i.test(sentence.slice(0, start)) && /^ years\b/i.test(sentence.slice(end)));
  return isSpan && findDates(source).some(({ year }) => year !== null);
}

/** "A decade and a half", "a quarter of a century": no share of anything else. */
export function isPartOfSpan({ unit, start, end }: Quantity, sentence: string): boolean {
  if (unit !== 'fraction') return false;
  return (
    /\b(?:year|decade|centur(?:y|ie))s? and $/i.test(sentence.slice(0, start)) ||
    /^ of (?:an?|the) (?:year|decade|century)\b/i.test(sentence.slice(end))
  );
}
