/** Units of measure that one quantity may be told in: kilometres and metres, hectares and square kilometres. Pure. */
import { findQuantities, type Quantity } from './read-quantities.ts';

/** One measure a row: its units as patterns, and how much of the smallest each is. */
const measures: readonly (readonly [RegExp, number][])[] = [
  [
    [/^[ -]?(?:mm|millimet(?:er|re)s?)\b/i, 1],
    [/^[ -]?(?:cm|centimet(?:er|re)s?)\b/i, 10],
    [/^[ -]?(?:m|met(?:er|re)s?)\b/, 1e3],
    [/^[ -]?(?:km|kilomet(?:er|re)s?)\b/i, 1e6],
  ],
  [
    [/^[ -]?(?:kg|kilograms?|kilos?)\b/i, 1],
    [/^[ -]?(?:t|(?:metric )?ton(?:ne)?s?)\b/i, 1e3],
    [/^[ -]?(?:kt|kiloton(?:ne)?s?)\b/i, 1e6],
  ],
  [
    [/^[ -]?(?:ha|hectares?)\b/i, 1],
    [/^[ -]?(?:km²|km2|sq\.? km|square kilomet(?:er|re)s?)/i, 100],
  ],
  [
    [/^[ -]?(?:seconds?)\b/i, 1],
    [/^[ -]?(?:min|minutes?)\b/i, 60],
    [/^[ -]?(?:h|hours?)\b/i, 3600],
    [/^[ -]?days?\b/i, 86_400],
    [/^[ -]?weeks?\b/i, 604_800],
  ],
];

/** Sums have their unit within: "0.25 euros", "EUR 5". Cents may be of either. */
const currencies: readonly RegExp[] = [/ euros?$|^(?:EUR|€)/i, / dollars?$|^(?:USD|US ?\$|\$)/i];
const cents = /^[ -](?:euro )?cents?\b/i;

interface Size {
  measure: string;
  /** How much of the smallest unit its own is. */
  unit: number;
  /** In the smallest unit of the measure. */
  size: number;
}

/** What a quantity is in each measure that its unit belongs to; none for what has no unit of measure. */
function sizesOf({ values, start, text: own, end }: Quantity, text: string): Size[] {
  const after = [text.slice(end), text.slice(start + own.length)];
  const as = (measure: string, unit: number): Size[] =>
    values.map((value) => ({ measure, unit, size: value * unit }));
  return [
    ...measures.flatMap((units, measure) => {
      const unit = units.find(([name]) => after.some((rest) => name.test(rest)))?.[1];
      return unit === undefined ? [] : as(`${measure}`, unit);
    }),
    ...currencies.flatMap((name) => {
      if (name.test(own)) return as(name.source, 100);
      return after.some((rest) => cents.test(rest)) ? as(name.source, 1) : [];
    }),
  ];
}

const equal = 1e-6;

/** Whether the source has the quantity in another unit of the same measure. */
export function isInOtherUnit(said: Quantity, sentence: string, source: string): boolean {
  const own = sizesOf(said, sentence);
  return findQuantities(source).some((given) =>
    sizesOf(given, source).some(({ measure, unit, size }) =>
      own.some(
        (one) => one.measure === measure && one.unit !== unit && Math.abs(one.size - size) <= equal * size,
      ),
    ),
  );
}
