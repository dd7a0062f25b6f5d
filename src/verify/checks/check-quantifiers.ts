/** "All" where the source says "some", "the largest" for "the second largest", "only" for "first". Pure. */
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';
import type { Doubt, DoubtRule } from '../verification.ts';
import { bestFit, contextOf } from './context.ts';
import { sourceAround } from './surroundings.ts';

/** One class a row: what says the same, as whole words in lower case. */
const classes: readonly {
  name: 'all' | 'only' | 'first';
  words: ReadonlySet<string>;
  counterparts: string;
}[] = [
  {
    name: 'all',
    words: new Set(
      'all every everyone everything entire entirely whole wholly outright full fully always total completely'.split(
        ' ',
      ),
    ),
    counterparts:
      'any across overall throughout complete unanimous no none without exclusively wholly each both 100 hundred',
  },
  {
    name: 'only',
    words: new Set('only sole solely exclusively alone unique just merely nothing'.split(' ')),
    counterparts: 'single no purely limited exception none',
  },
  {
    name: 'first',
    words: new Set('first initial initially original originally earliest pioneer'.split(' ')),
    counterparts: 'initially inaugural never new previously start begin began debut 1st',
  },
];

/** How far from what the neighbours match its like may stand, in places. */
const reach = 12;
const nearby = 5;

const superlative = /^\p{L}{2,}(?:est|most)$/u;
const noSuperlative =
  /^(?:interest|invest|request|protest|test|west|guest|forest|harvest|manifest|contest|suggest|latest|almost|honest|modest|budapest|bucharest|brest|earnest|utmost|foremost|most|nearest|rest|best|past|cost|arrest|quest|divest|reinvest|northwest|southwest)$/;

const isSuperlative = (word: Word | undefined) =>
  word !== undefined &&
  (word.lower === 'best' || (superlative.test(word.lower) && !noSuperlative.test(word.lower)));

/** Words that stand for a superlative in general. */
const tops = new Set(
  'top leading main largest biggest highest most greatest strongest best key primary record lead dominant major number single'.split(
    ' ',
  ),
);
const opposedTops = new Set('lowest smallest least fewest worst weakest slowest poorest'.split(' '));

function makeDoubt(word: Word, rule: DoubtRule, reason: string, strength: number): Doubt {
  return { kind: 'quantifier', text: word.text, reason, rule, isCertain: false, strength };
}

function checkClasses(comparison: Comparison): Doubt[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Doubt[] => {
    // "At least", "not all", "most of all", "at first": not the quantifier.
    const before = words[at - 1]?.lower ?? '';
    if (word.isInDate || /^(?:at|above|after|not)$/.test(before)) return [];
    const own = classes.find((one) => one.words.has(word.lower));
    // "All-important": no quantifier; "in every hundred": part of a number.
    const isInNumber = words[at + 1]?.key.startsWith('#') === true && word.lower === 'every';
    if (own === undefined || isInNumber || comparison.sentence[word.end] === '-') return [];
    const around = sourceAround(comparison, at, reach);
    const counterparts = new Set(own.counterparts.split(' '));
    const isThere = [...around.keys()].some((index) => {
      const other = sourceWords[index];
      return (
        other !== undefined &&
        (own.words.has(other.lower) || counterparts.has(other.lower) || counterparts.has(other.stem))
      );
    });
    if (!isThere) return [makeDoubt(word, `quantifier-${own.name}`, 'the passage does not say so', 1)];
    if (own.name !== 'first') return [];
    const like = [...around.keys()]
      .flatMap((index) => sourceWords[index] ?? [])
      .filter((other) => own.words.has(other.lower));
    return like.length === 0 ? [] : checkRank(comparison, at, like);
  });
}

/** "The most important", "second most common": a superlative, not a majority. */
function isMostOf(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (words[at]?.lower !== 'most' || next?.kind !== 'word' || !next.isContent) return false;
  return (
    /^(?:the|its|their|'s|second|third|by|far)$/.test(words[at - 1]?.lower ?? '') ||
    /(?:ive|ous|ant|ent|al|ed|ic|ble|ful|ing|mon)$/.test(next.lower)
  );
}

/** Parts and wholes that say otherwise than each other. */
const conflicts: readonly { said: ReadonlySet<string>; given: ReadonlySet<string> }[] = [
  {
    said: new Set('several many numerous various multiple'.split(' ')),
    given: new Set('only sole single alone none no hardly little'.split(' ')),
  },
  {
    said: new Set('some part parts partly partially few half'.split(' ')),
    given: new Set('all entire entirely whole every each fully any wholly completely both'.split(' ')),
  },
];

function checkConflicts(comparison: Comparison): Doubt[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Doubt[] => {
    const own = conflicts.find(({ said }) => said.has(word.lower));
    if (own === undefined || words.some(({ lower }) => own.given.has(lower))) return [];
    const around = [...sourceAround(comparison, at, nearby).keys()].flatMap(
      (index) => sourceWords[index] ?? [],
    );
    if (around.some(({ lower }) => own.said.has(lower))) return [];
    const other = around.find(({ lower }) => own.given.has(lower));
    return other === undefined
      ? []
      : [makeDoubt(word, 'quantifier-conflict', `the passage says “${other.text}”`, 1)];
  });
}

const everyYear =
  /\b(?:every (?:single )?(year|month|week|day)|(annual|year|month|week|dai)ly|once an? (year|month|week))\b/i;
const everyFew = /\bevery (?:other|second|third|two|three|four|five|six|ten|\d+) (year|month|week|day)s?\b/i;

/** "Every year" for "every two years". */
function checkIntervals({ sentence, words, source }: Comparison): Doubt[] {
  const said = everyYear.exec(sentence);
  const given = source.map((one) => everyFew.exec(one)).find((found) => found !== null);
  const word = words.find(({ start }) => start === said?.index);
  if (said === null || given === undefined || given === null || word === undefined) return [];
  if (everyFew.test(sentence) || source.some((one) => everyYear.test(one))) return [];
  return [makeDoubt(word, 'interval', `the passage says “${given[0]}”`, 1)];
}

function checkSuperlatives(comparison: Comparison): Doubt[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Doubt[] => {
    if (!isSuperlative(word) && !isMostOf(words, at)) return [];
    const around = sourceAround(comparison, at, reach);
    const others = [...around.keys()].flatMap((index) => sourceWords[index] ?? []);
    const same = others.filter((other) => other.stem === word.stem || other.lower === word.lower);
    const isTop = !opposedTops.has(word.lower);
    const like = others.filter(
      (other) =>
        (isSuperlative(other) && opposedTops.has(other.lower) === !isTop) || (isTop && tops.has(other.lower)),
    );
    if (same.length === 0 && like.length === 0)
      return [makeDoubt(word, 'superlative', 'the passage does not say so', 1)];
    return checkRank(comparison, at, same.length > 0 ? same : like);
  });
}

/** "One of the ten countries with the highest": so many words before it. */
const farBefore = 8;
/** Fits this near to the best are as good. */
const closeFit = 0.05;
const ranks = /^(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th)$/;

/** "Second", "one of", "among the country's": what stands before a superlative and takes from it. */
function qualifierBefore(words: readonly Word[], at: number): string | null {
  const before = words.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const rank = before.find((one) => ranks.test(one));
  if (rank !== undefined) return rank;
  // "The ten most innovative countries".
  if (words[at - 1]?.key.startsWith('#')) return 'one of';
  const all = words
    .slice(Math.max(0, at - farBefore), at)
    .filter(({ clause }) => clause === words[at]?.clause)
    .map(({ lower }) => lower);
  return /\b(?:(?:one|some|many|two|three|several|part) of|among|top) /.test(`${all.join(' ')} `)
    ? 'one of'
    : null;
}

/** "The second largest" and "one of the largest" are not "the largest". */
function checkRank(comparison: Comparison, at: number, like: readonly Word[]): Doubt[] {
  const { words, sourceWords } = comparison;
  const word = words[at];
  if (word === undefined) return [];
  const context = contextOf({ from: at, to: at }, [], comparison);
  const places = like.map((other) => sourceWords.indexOf(other));
  const fits = places.map((place) => bestFit([{ from: place, to: place }], context, sourceWords));
  const best = Math.max(...fits);
  const given = places
    .filter((_, index) => (fits[index] ?? 0) > best - closeFit)
    .map((place) => qualifierBefore(sourceWords, place));
  const own = qualifierBefore(words, at);
  if (given.includes(own) || (own === 'one of' && given.length > 0)) return [];
  const [qualifier = null] = given;
  const reason = `the passage says “${qualifier ?? 'the'} … ${like[0]?.text ?? ''}”`;
  // What the source takes back, and the sentence does not, was wrong in all of 43 dev sentences.
  const isCertain = own === null && qualifier !== null;
  return [{ ...makeDoubt(word, 'rank', reason, 1), isCertain }];
}

/** Parts that the source speaks of and the sentence widens to the whole. */
export function checkQuantifiers(comparison: Comparison): Doubt[] {
  return [
    ...checkClasses(comparison),
    ...checkSuperlatives(comparison),
    ...checkConflicts(comparison),
    ...checkIntervals(comparison),
  ];
}
