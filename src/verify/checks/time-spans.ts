/** Spans of time in other units: "ten years" for a decade, "twelve months" for a year. Pure. */
import { findDates } from '../reading/read-dates.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';

/** How many of the smaller unit make one of the larger. */
const larger: readonly { unit: RegExp; each: number; name: string; often?: RegExp }[] = [
  { unit: /^[ -]years?\b/i, each: 10, name: 'decade' },
  { unit: /^[ -]years?\b/i, each: 100, name: 'centur(?:y|ie)' },
  { unit: /^[ -]years?\b/i, each: 50, name: 'half[- ](?:of a |a )?century' },
  { unit: /^[ -]years?\b/i, each: 25, name: 'quarter[- ](?:of a )?century' },
  { unit: /^[ -]months?\b/i, each: 12, name: 'year', often: /\b(?:annual|yearly)/i },
  { unit: /^[ -]weeks?\b/i, each: 4, name: 'month', often: /\bmonthly\b/i },
  { unit: /^[ -]days?\b/i, each: 7, name: 'week', often: /\bweekly\b/i },
];

/** The years that a text names, each once; those before 1800 are no dates yet (`datePattern`). */
export function yearsIn(text: string): number[] {
  const old = (text.match(/(?<![\d.,])1[0-7]\d\d(?![\d.,]\d|\d)/g) ?? []).map(Number);
  return [...new Set([...findDates(text).flatMap(({ year }) => year ?? []), ...old])];
}

/** Whether the source says a number of years, months or days in a larger unit. */
export function isSpanElsewhere({ values, end }: Quantity, sentence: string, source: string): boolean {
  const said = values.at(-1) ?? 0;
  return larger.some(({ unit, each, name, often }) => {
    if (!unit.test(sentence.slice(end)) || said % each !== 0) return false;
    const count = said / each;
    if (count === 1) {
      const once = `\\b(?:an?|one|the|this|last|past|next|each|per|every)(?: (?:last|past|next))? ${name}\\b`;
      return new RegExp(once, 'i').test(source) || (often?.test(source) ?? false);
    }
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

/** "Eight years ago", "a span of six years", "for over ten years, since 2013": it depends on when it is said, or on two years, of which the source names one. */
export function isSpanFromYears({ start, end }: Quantity, sentence: string, source: string): boolean {
  const isSpan =
    /^(?:[ -]years? (?:ago|before)|-year (?:period|span))\b/i.test(sentence.slice(end)) ||
    (/\bspan of $/i.test(sentence.slice(0, start)) && /^ years\b/i.test(sentence.slice(end)));
  const isSince = /^[ -](?:year|decade)s?\b.*\bsince\b/i.test(sentence.slice(end));
  return (isSpan || isSince) && findDates(source).some(({ year }) => year !== null);
}

const spanUnits: readonly { unit: RegExp; years: number }[] = [
  { unit: /^[ -](?:full |long |whole )?years?\b/i, years: 1 },
  { unit: /^[ -](?:full |long |whole )?decades?\b/i, years: 10 },
  { unit: /^[ -](?:full |long |whole )?months?\b/i, years: 1 / 12 },
];

/** "Nine years" where the source tells of 2009 and 2018: about as many as lie between two of its years. */
export function isSpanReckoned({ values, bound, end }: Quantity, sentence: string, source: string): boolean {
  const unit = spanUnits.find((one) => one.unit.test(sentence.slice(end)));
  const isExact = bound === null && /^[ -]years? (?:after|later|before|earlier)\b/i.test(sentence.slice(end));
  if (unit === undefined || isExact) return false;
  const leeway = Math.max(1, unit.years);
  const years = yearsIn(`${source} ${sentence}`);
  const isNear = (span: number) => {
    const most = bound === 'over' || bound === 'slightlyOver' ? 1.3 * span : span;
    const least = bound === 'under' || bound === 'almost' ? 0.8 * span : span;
    return years.some((one) =>
      years.some((other) => other - one >= least - leeway && other - one <= most + leeway),
    );
  };
  return values.some((value) => isNear(value * unit.years));
}

/** "The following year", "a decade earlier": so many years from one that the source names. */
const beside =
  /\b(?:following|next|previous|preceding|subsequent) year\b|\b(?:an?|one) (?<unit>year|decade)\b/gi;

/** The spans of time that a text tells, in years: "ten years", "the following year", "the 30th anniversary". */
function spansIn(text: string): number[] {
  const spans: number[] = [...text.matchAll(beside)].map(({ groups }) =>
    groups?.unit?.toLowerCase() === 'decade' ? 10 : 1,
  );
  for (const { values, unit, end } of findQuantities(text)) {
    const after = text.slice(end);
    const span = spanUnits.find((one) => one.unit.test(after))?.years;
    // "The second year" lasts one, and a five-year plan is known by its years.
    const isOwnSpan = unit !== 'ordinal' && !/^-year plans?\b/i.test(after);
    if (span !== undefined && isOwnSpan) spans.push(...values.map((value) => value * span));
    if (unit === 'ordinal' && /^ (?:anniversary|birthday)\b/i.test(after)) spans.push(...values);
  }
  return spans;
}

/**
 * The years that may be reckoned from those of the source and its own or the sentence's spans: 1842 from "in 1841 … the
 * following year", 2019 from "since 2009" where the sentence speaks of ten years.
 */
export function reckonYears(source: string, sentence: string): ReadonlySet<number> {
  const spans = [...spansIn(source), ...spansIn(sentence)];
  const years = findDates(source).flatMap(({ year }) => year ?? []);
  return new Set(years.flatMap((year) => spans.flatMap((span) => [year - span, year + span])));
}

/** "A decade and a half", "a quarter of a century", "one quarter of 2025": no share of anything else. */
export function isPartOfSpan({ unit, start, end }: Quantity, sentence: string): boolean {
  if (unit !== 'fraction') return false;
  return (
    /\b(?:year|decade|centur(?:y|ie))s? and $/i.test(sentence.slice(0, start)) ||
    /^ of (?:(?:an?|the|that|this) (?:\S+ )?(?:year|decade|century)\b|(?:19|20)\d\d\b)/i.test(
      sentence.slice(end),
    )
  );
}
