/** Numbers that may be counted from what the source lists, where it gives no such number itself. Pure. */
import type { Comparison } from '../comparison.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';
import type { Word } from '../reading/read-words.ts';

/** Whether some sentence of the source lists at least so many things. */
export const isListed = (count: number, source: string) =>
  source.split(/[.!?] /).some((one) => (one.match(/[,;]| and | or /g)?.length ?? 0) >= count - 1);

/** "Two laws, the Communications Act and the Assessment Act, apply": the sentence itself lists them. */
function isListedHere(count: number, after: string): boolean {
  const list = /^[^,:()]{3,60}(?:[,:(]| [–—-]) ?(?<items>.+)/u.exec(after)?.groups?.items ?? '';
  return count > 1 && (list.match(/,(?! and\b)| and /g)?.length ?? 0) >= count - 1;
}

/** "The two companies": small numbers in words are often counted from a list; larger ones seldom. */
export const smallCount = 4;
const largestCount = 12;

const inWords = /^[\p{L} ]+$/u;

const spanOfTime = /^[ -](?:day|week|month|year|decade)s?\b/i;

/** Whether a number may be counted from what the source lists, where that gives no such number itself. */
export function mayBeCounted(
  said: Quantity,
  given: readonly Quantity[],
  sentence: string,
  source: string,
): boolean {
  const [count = 0] = said.values;
  const isCount = inWords.test(said.text) || (/^\d$/.test(said.text) && count <= smallCount);
  if (said.unit !== 'plain' || !isCount || count > largestCount) return false;
  if (spanOfTime.test(sentence.slice(said.end))) return false;
  if (isListed(count, source) || isListedHere(count, sentence.slice(said.end))) return true;
  const isSmall = (one: Quantity) => one.unit === 'plain' && (one.values[0] ?? 0) <= largestCount;
  return count <= smallCount || !(given.some(isSmall) || /\b(?:hundreds|thousands|dozens)\b/i.test(source));
}

/** "Half" and more may be told of "most", where the source has no share itself. */
export function mayBeMost(
  { unit, text, values, bound }: Quantity,
  given: readonly Quantity[],
  source: string,
): boolean {
  return (
    unit === 'fraction' &&
    inWords.test(text) &&
    bound !== 'under' &&
    bound !== 'almost' &&
    values.some((share) => share >= 0.5) &&
    !given.some((one) => one.unit === 'percent' || one.unit === 'fraction') &&
    /\b(?:most|majority|mostly|mainly)\b/i.test(source)
  );
}

/** The content word that a number counts: the first within a few words after it. */
function countedBy({ start, end }: Quantity, words: readonly Word[], sentence: number): number {
  const from = words.findIndex((word) => word.sentence === sentence && word.start >= end);
  if (from < 0 || start < 0) return -1;
  const near = words.slice(from, from + 3);
  const step = near.findIndex(({ isContent, kind }) => isContent && kind === 'word');
  return step < 0 ? -1 : from + step;
}

/** "Of the four one half": a part of a small number that the sentence has itself. */
export const isPartOfCount = ({ unit, values: [share = 0], text }: Quantity, sentence: string): boolean =>
  unit === 'fraction' &&
  inWords.test(text) &&
  findQuantities(sentence).some(
    (one) =>
      one.unit === 'plain' &&
      (one.values[0] ?? 0) > 1 &&
      (one.values[0] ?? 0) <= largestCount &&
      Number.isInteger(share * (one.values[0] ?? 0)),
  );

/** The largest number that counts what the source tells of one by one: "873 of the law" is a paragraph's. */
const mostCounted = 100;

/** "The sole beneficial owner". */
const aloneWords: ReadonlySet<string> = new Set(['sole', 'only', 'single']);
/** So many words may stand between. */
const aloneReach = 2;

/** Whether the source has one of what the word of the sentence counts: "two owners" of "the sole beneficial owner". */
function isOnlyOne(counted: number, { sourceWords, like }: Comparison): boolean {
  return (like[counted] ?? []).some(({ at }) => {
    const noun = sourceWords[at];
    const before = sourceWords.slice(Math.max(0, at - 1 - aloneReach), at);
    return (
      noun !== undefined &&
      !noun.lower.endsWith('s') &&
      before.some(({ lower, clause }) => aloneWords.has(lower) && clause === noun.clause)
    );
  });
}

/** Whether the source counts the same things and comes to another number: "two offices" for "three offices". */
export function isCountedOtherwise(said: Quantity, comparison: Comparison): boolean {
  const { source, words, sourceWords, like } = comparison;
  if (said.unit !== 'plain') return false;
  const counted = countedBy(said, words, 0);
  if (isOnlyOne(counted, comparison)) return true;
  const places = new Set((like[counted] ?? []).map(({ at }) => at));
  return source.some((text, sentence) =>
    findQuantities(text).some(
      (given) =>
        given.unit === 'plain' &&
        (given.values[0] ?? 0) <= mostCounted &&
        given.text !== said.text &&
        places.has(countedBy(given, sourceWords, sentence)),
    ),
  );
}
