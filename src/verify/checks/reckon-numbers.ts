/** Numbers that a source need not have itself: they may be counted in it, or reckoned from its own. Pure. */
import type { Comparison } from '../comparison.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';
import { mayBeComputed } from './compute-numbers.ts';
import { isCountedOtherwise, isPartOfCount, mayBeCounted, mayBeMost } from './count-listed.ts';
import { isNumbered, isOwnOrdinal } from './own-ordinals.ts';
import { isSpanFromYears, isSpanReckoned } from './time-spans.ts';

/** "Fifth-generation networks", "the Group of Seven", "sixteen-plus-one", where the source has 5G, the G7 and 16+1. */
function isGeneration({ values, unit, end }: Quantity, sentence: string, source: string): boolean {
  const [count = 0] = values;
  if (/^[- ]plus[- ]one\b/i.test(sentence.slice(end))) return source.includes(`${count}+1`);
  if (unit === 'ordinal')
    return new RegExp(`\\b${count}G\\b`).test(source) && /\bgenerations?\b/i.test(sentence);
  return new RegExp(`\\bG${count}\\b`).test(source);
}

/** "Over 50 per cent" of a majority, "nearly 100 per cent" of "almost all", "all 27" of the EU. */
const isSetNumber = ({ values, unit, bound }: Quantity, text: string) =>
  (bound === 'over' &&
    /\bmajority\b/i.test(text) &&
    (unit === 'percent' ? values[0] === 50 : values[0] === 0.5)) ||
  (unit === 'percent' &&
    values[0] === 100 &&
    /\b(?:all|every|entire|entirely|whole|wholly|fully|complete|completely|sole)\b/i.test(text)) ||
  (unit === 'plain' && values[0] === 27 && /\b(?:EU|European Union|Europe)\b/.test(text));

/** "More than a thousand" of "thousands", "at least two dozen" of "dozens". */
const roundPlurals: readonly [RegExp, number][] = [
  [/\bdozens\b/i, 12],
  [/\bscores\b/i, 20],
  [/\bhundreds\b/i, 100],
  [/\bthousands\b/i, 1e3],
  [/\bmillions\b/i, 1e6],
  [/\bbillions\b/i, 1e9],
];
/** "Below 10 per cent" of "single digits", "at least a million" of "a seven-figure sum". */
const digitWords: readonly [RegExp, Quantity['bound'], number][] = [
  [/\bsingle[- ](?:digits?|figures?)\b/i, 'under', 10],
  [/\b(?:double|two)[- ](?:digits?|figures?)\b/i, 'over', 10],
  [/\b(?:triple|three)[- ](?:digits?|figures?)\b/i, 'over', 100],
  [/\bsix[- ]figures?\b/i, 'over', 1e5],
  [/\bseven[- ]figures?\b/i, 'over', 1e6],
  [/\beight[- ]figures?\b/i, 'over', 1e7],
];

const isInWords = ({ values, bound, end }: Quantity, sentence: string, source: string) =>
  (bound === 'over' &&
    roundPlurals.some(([words, value]) => words.test(source) && (values[0] ?? 0) <= 2 * value)) ||
  digitWords.some(
    ([words, own, value]) =>
      words.test(source) &&
      values[0] === value &&
      (own === bound || /^ or (?:more|less)\b/i.test(sentence.slice(end))),
  );

/** What is added up is small, and there is little of it. */
const largestSum = 50;
const mostTerms = 12;

/** "Twice in 2022" of what happened, and happened again. */
const isFrequency = ({ text }: Quantity, source: string) =>
  /^twice$/i.test(text) && /\b(?:again|once more|both times)\b/i.test(source);

/** "Eleven channels" where the source has two of one kind and nine of another, and the sentence neither. */
function isSum({ unit, values }: Quantity, given: readonly Quantity[], sentence: string): boolean {
  const [sum = 0] = values;
  if (unit !== 'plain' || sum > largestSum) return false;
  const own = findQuantities(sentence).map((one) => one.values[0]);
  const terms = given
    .flatMap((one) => (one.unit === 'plain' ? (one.values[0] ?? []) : []))
    .filter((term) => !own.includes(term))
    .slice(0, mostTerms);
  return terms.some((one, at) =>
    terms
      .slice(at + 1)
      .some(
        (two, next) =>
          one + two === sum || terms.slice(at + next + 2).some((three) => one + two + three === sum),
      ),
  );
}

const tableUnits: readonly [RegExp, number][] = [
  [/\bbillions?\b|\bbn\b/i, 1e9],
  [/\bmillions?\b|\bmn\b/i, 1e6],
  [/\bthousands?\b/i, 1e3],
];

/** "486 billion" of "485,873" in a table whose head says "in millions". */
function isInUnits({ values, unit }: Quantity, given: readonly Quantity[], source: string): boolean {
  const [said = 0] = values;
  if ((unit !== 'plain' && unit !== 'money') || said < 1000) return false;
  const isNear = (value: number) => Math.abs(value - said) <= 0.01 * said;
  return tableUnits.some(
    ([name, scale]) =>
      name.test(source) &&
      given.some((one) => {
        const isBare = !/[mb]n|illion|thousand/i.test(one.text);
        return isBare && (one.unit === unit || one.unit === 'plain') && isNear((one.values[0] ?? 0) * scale);
      }),
  );
}

/** "Of every three dollars one", "58 to 66 in every hundred": parts of a share, each by itself no number of the source. */
const isPartOfShare = ({ unit }: Quantity, sentence: string) =>
  (unit === 'plain' || unit === 'money') &&
  /\b(?:in|of|from) (?:every|each) (?:hundred|thousand|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i.test(
    sentence,
  );

/**
 * Whether a number that the source does not have may be right all the same: a doubt then, and no certain problem.
 * @param given the source's numbers.
 * @param isReplaced whether it stands where the source has another, in the same words: only a sum may be right there.
 */
export function mayBeReckoned(
  said: Quantity,
  given: readonly Quantity[],
  comparison: Comparison,
  isReplaced: boolean,
): boolean {
  const { sentence } = comparison;
  const source = comparison.source.join(' ');
  const mayBe =
    mayBeCounted(said, given, sentence, source) ||
    mayBeMost(said, given, source) ||
    isPartOfCount(said, sentence) ||
    isOwnOrdinal(said, given, sentence, source) ||
    isInUnits(said, given, source) ||
    isPartOfShare(said, sentence) ||
    isSetNumber(said, `${source} ${sentence}`) ||
    isFrequency(said, source) ||
    isInWords(said, sentence, source) ||
    isNumbered(said, given, source) ||
    isSpanFromYears(said, sentence, source) ||
    isSpanReckoned(said, sentence, source);
  return (
    isSum(said, given, sentence) ||
    isGeneration(said, sentence, source) ||
    (!isReplaced && mayBeComputed(said, given, sentence)) ||
    (!isReplaced && mayBe && !isCountedOtherwise(said, comparison))
  );
}
