/** Numbers that a careful reader computes from two of the source: shares, complements, differences, multiples. Pure. */
import { isShare, type Quantity, scaledValues } from '../reading/read-quantities.ts';
import { isRounder, roundingOff } from '../reading/roundness.ts';

/** How far a computed number may be off, as a share of it, where it is told as a rounded one, or as a part. */
const slack = 0.06;
/** "Over a third", "less than half": how far beyond; "just over", "nearly". */
const wideSlack = 0.25;
const closeSlack = 0.12;
/** Sums that nobody rounds are exact. */
const exact = 1e-6;
/** The digits of a computed number that count. */
const precision = 4;

/** A share told by two numbers, the whole more than a dozen. */
const countedShare =
  / (?:in|of|out of) (?!(?:an? |every )?(?:hundred|twenty|fifty|20|50|100)$)(?:1[3-9]|[2-9]\d|\d{3,}|\S+teen|\S+ty(?:-\S+)?)$/i;

/** Whether a writer who computed the one may have said the other: "about 40" of 41, but neither 41 nor "about 43". */
function isNear({ bound, unit, text }: Quantity, said: number, computed: number): boolean {
  const off = (computed - said) / Math.abs(said || 1);
  // "Four out of sixty-five" is no rounded share.
  const isCounted = unit === 'fraction' && countedShare.test(text);
  const isRounded = bound !== null && isRounder(said, Number(computed.toPrecision(precision)));
  const isPart = unit === 'fraction' && !isCounted;
  const own = isRounded || isPart ? slack : isCounted ? 0 : Math.min(slack, roundingOff(said));
  if (Math.abs(off) <= own + exact) return true;
  if (!isRounded && !isPart) return false;
  if (bound === 'almost') return off < 0 && off >= -closeSlack;
  if (bound === 'slightlyOver') return off > 0 && off <= closeSlack;
  // "Up to 3.5 billion" is no difference of 2.8.
  const isBound = unit === 'fraction' || unit === 'percent' || unit === 'times';
  if (!isBound) return false;
  return (
    (bound === 'over' && off > 0 && off <= wideSlack) || (bound === 'under' && off < 0 && off >= -wideSlack)
  );
}

/**
 * Pairs of the source's numbers of one unit and currency, either way round. With many numbers nearly every share is that
 * of some two: callers leave out what seldom is compared.
 */
function pairsOf(given: readonly Quantity[]): [number, number][] {
  return given.flatMap((one, at) =>
    given.flatMap((other, to): [number, number][] =>
      at !== to && one.unit === other.unit && one.currency === other.currency && one.unit !== 'ordinal'
        ? [[scaledValues(one).at(-1) ?? 0, scaledValues(other).at(-1) ?? 0]]
        : [],
    ),
  );
}

/** By these a sentence speaks of what another share leaves over, or denies it. */
const ofTheRest =
  /\b(?:others?|rest|remain\w*|not|no|none|never|nor|neither|without|outside|beyond|besides|except|rather|instead|lack\w*|left|un(?!der|til|i)\w+|non\w*|\w+less|only|still|yet|fail\w*|miss\w*)\b|n['’]t\b/i;

/** "The other 40 per cent" of "60 %": where the sentence speaks of the rest. */
const isComplement = (said: Quantity, given: readonly Quantity[], sentence: string) =>
  isShare(said) &&
  ofTheRest.test(sentence) &&
  scaledValues(said).some((share) =>
    given.some((one) => isShare(one) && scaledValues(one).some((other) => isNear(said, share, 1 - other))),
  );

/** By these a sentence speaks of what lies between two sums. */
const compares =
  /\b(?:more|less|higher|lower|larger|smaller|above|below|short|ahead|behind|between|differ\w*|gap|margin|deficit|surplus|balance|extra|add\w*|gain\w*|ris\w+|rose|gr[eo]w\w*|increas\w+|decreas\w+|declin\w+|fell|fall\w*|drop\w*|shr[aiu]nk\w*|lost|los[est]\w*|cut|left|remain\w*|rest|exceed\w*|outstrip\w*|up|down|by (?:about|around|some|nearly|almost|over|more than|roughly)? ?(?:EUR|USD|€|\$|\d))/i;

/** "Two percentage points more", "29 billion euros more": what lies between two numbers. */
function isDifference(said: Quantity, given: readonly Quantity[], sentence: string): boolean {
  const after = sentence.slice(said.end);
  const isPoints = said.unit === 'plain' && /^ (?:percentage )?points?\b/i.test(after);
  const isMore = /^ (?:\S+ )?(?:more|fewer|less|additional|extra|above|below|ahead|behind)\b/i.test(after);
  if (said.unit !== 'percent' && said.unit !== 'money' && !isPoints && !isMore) return false;
  const unit = isPoints ? 'percent' : said.unit;
  const scale = isPoints ? 0.01 : 1;
  if (said.unit === 'money' && !isMore && !compares.test(sentence)) return false;
  const own = given.filter((one) => one.unit === unit);
  return scaledValues(said).some((value) =>
    pairsOf(own).some(([more, less]) => more > less && isNear(said, value * scale, more - less)),
  );
}

/** "A third lower", "two thirds of what it was", "one in four of its fields": one number as a share of another. */
const isShareOfOther = (said: Quantity, given: readonly Quantity[]) =>
  isShare(said) &&
  scaledValues(said).some((share) =>
    pairsOf(given.filter((one) => !isShare(one))).some(
      ([one, other]) =>
        other > one && (isNear(said, share, one / other) || isNear(said, share, 1 - one / other)),
    ),
  );

const growth =
  /\b(?:rose|risen|rises?|rising|gr[eo]wn?|grows|growth|growing|increas\w+|up|gain\w*|climb\w*|jump\w*|surg\w+|expand\w*|more|higher|larger)\b/i;

/** "Grew by 50 per cent" of 100 and 150. */
const isGrowth = (said: Quantity, given: readonly Quantity[], sentence: string) =>
  isShare(said) &&
  growth.test(sentence) &&
  scaledValues(said).some((share) =>
    pairsOf(given.filter((one) => !isShare(one))).some(
      ([one, other]) => other > one && isNear(said, share, other / one - 1),
    ),
  );

/** The lesser of two parts of a sum, as a share of the other. */
const leastPart = 0.2;
const together = /\b(?:together|combined|total\w*|sum|in all|altogether|jointly|overall|between them)\b/i;

/** "Together EUR 40 million" of EUR 10 and 30 million, "half" of 30 % and 20 %, "1,500 km" of 900 and 600. */
function isTotal(said: Quantity, given: readonly Quantity[], sentence: string): boolean {
  const isTold = together.test(sentence);
  if (isShare(said) && !isTold) return false;
  const own = given.filter((one) => one.unit === said.unit || (isShare(one) && isShare(said)));
  // 120,000 and 20,000 seldom are parts of one sum that goes untold.
  const mayBeParts = (one: number, other: number) => Math.min(one, other) >= leastPart * Math.max(one, other);
  return pairsOf(own).some(([one, other]) =>
    scaledValues(said).some((sum) =>
      isTold
        ? isNear(said, sum, one + other)
        : mayBeParts(one, other) && Math.abs(one + other - sum) < exact * sum,
    ),
  );
}

const smallDifference = 20;

/** "Nine of the eleven are not" of eleven and two: what is left of a small count. */
const isRest = ({ unit, values: [value = 0] }: Quantity, given: readonly Quantity[]) =>
  unit === 'plain' &&
  value > 1 &&
  value <= smallDifference &&
  pairsOf(given.filter((one) => one.unit === 'plain')).some(([all, part]) => all - part === value);

/** "About twenty" of "a third" of sixty, "one hundred" of "half" of 200. */
const isShareOfCount = (said: Quantity, given: readonly Quantity[]) =>
  (said.unit === 'plain' || said.unit === 'money') &&
  given.some(
    (share) =>
      isShare(share) &&
      given.some(
        (whole) =>
          whole.unit === said.unit &&
          scaledValues(share).some((part) =>
            isNear(said, said.values[0] ?? 0, part * (whole.values[0] ?? 0)),
          ),
      ),
  );

/** "A quarter as many" of "four times as many". */
const isReciprocal = (said: Quantity, given: readonly Quantity[]) =>
  said.unit === 'fraction' &&
  scaledValues(said).some((share) =>
    given.some(
      ({ unit, values }) => unit === 'times' && values.some((times) => isNear(said, share, 1 / times)),
    ),
  );

/** "Quadrupled" of "a rise of almost 300 %", "up by 100 per cent" of "doubled", "twice" of 60 and 30. */
function isMultiple(said: Quantity, given: readonly Quantity[]): boolean {
  const risen = (one: Quantity) =>
    one.unit === 'percent'
      ? one.values.map((value) => 1 + value / 100)
      : one.unit === 'times'
        ? one.values
        : [];
  if (said.unit !== 'times' && said.unit !== 'percent') return false;
  const isGiven = risen(said).some((times) =>
    given.some((one) => one.unit !== said.unit && risen(one).some((other) => isNear(said, times, other))),
  );
  return (
    isGiven ||
    (said.unit === 'times' &&
      pairsOf(given).some(([one, other]) => isNear(said, said.values[0] ?? 0, one / other)))
  );
}

/** Whether a number follows from two of the source, or from one and the whole; a sum from sums of its own currency. */
export function mayBeComputed(said: Quantity, all: readonly Quantity[], sentence: string): boolean {
  const given = all.filter(
    ({ unit, currency }) => unit !== 'money' || said.unit !== 'money' || currency === said.currency,
  );
  return (
    isGrowth(said, given, sentence) ||
    isTotal(said, given, sentence) ||
    isReciprocal(said, given) ||
    isRest(said, given) ||
    isShareOfCount(said, given) ||
    isComplement(said, given, sentence) ||
    isDifference(said, given, sentence) ||
    isShareOfOther(said, given) ||
    isMultiple(said, given)
  );
}
