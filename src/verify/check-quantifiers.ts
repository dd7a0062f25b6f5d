/** "All" where the source says "some", "the largest" for "the second largest", "only" for "first". Pure. */
import type { Comparison } from './comparison.ts';
import type { Word } from './read-words.ts';
import { sourceAround } from './surroundings.ts';
import type { Finding } from './verification.ts';

/** One class a row: what says the same, as whole words in lower case. */
const classes: readonly { name: string; words: ReadonlySet<string>; counterparts: string }[] = [
  {
    name: 'all',
    words: new Set(
      'all every everyone everything entire entirely whole wholly outright full fully always total completely'.split(
        ' ',
      ),
    ),
    counterparts: 'any across overall throughout complete unanimous no none without exclusively wholly',
  },
  {
    name: 'only',
    words: new Set('only sole solely exclusively alone unique just merely nothing'.split(' ')),
    counterparts: 'single no purely limited exception none',
  },
  {
    name: 'none',
    words: new Set('none never nobody nothing'.split(' ')),
    counterparts: 'no not without neither nor only zero',
  },
  {
    name: 'most',
    words: new Set('most majority mostly mainly largely predominantly primarily overwhelmingly'.split(' ')),
    counterparts:
      'main many widely half dominate dominant bulk typically generally often chiefly primary concentrate',
  },
  {
    name: 'first',
    words: new Set('first initial initially original originally earliest pioneer'.split(' ')),
    counterparts: 'initially inaugural never new previously start begin began debut 1st',
  },
  {
    name: 'last',
    words: new Set('last final finally latest'.split(' ')),
    counterparts: 'recent recently end most newest',
  },
];

/** How far from what the neighbours match its like may stand, in places. */
const reach = 12;

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

function makeFinding(word: Word, rule: string, reason: string, strength: number): Finding {
  return { kind: 'quantifier', text: word.text, reason, rule, isCertain: false, strength };
}

function checkClasses(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Finding[] => {
    // "At least", "not all", "most of all", "at first": not the quantifier.
    const before = words[at - 1]?.lower ?? '';
    if (word.isInDate || /^(?:at|above|after|not)$/.test(before)) return [];
    const own = classes.find((one) => one.words.has(word.lower));
    if (own === undefined || (word.lower === 'most' && isAdverb(words[at + 1]))) return [];
    const around = sourceAround(comparison, at, reach);
    const counterparts = new Set(own.counterparts.split(' '));
    const isThere = [...around.keys()].some((index) => {
      const other = sourceWords[index];
      return (
        other !== undefined &&
        (own.words.has(other.lower) || counterparts.has(other.lower) || counterparts.has(other.stem))
      );
    });
    if (!isThere) return [makeFinding(word, `quantifier-${own.name}`, 'the passage does not say so', 1)];
    if (own.name !== 'first') return [];
    const like = [...around.keys()]
      .flatMap((index) => sourceWords[index] ?? [])
      .filter((other) => own.words.has(other.lower));
    return like.length === 0 ? [] : checkRank(comparison, at, like);
  });
}

/** "Most important": a superlative, not a majority. */
const isAdverb = (next: Word | undefined) =>
  next !== undefined && /(?:ive|ous|ant|ent|al|ed|ic|ble|ful|ing)$/.test(next.lower);

function checkSuperlatives(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  return words.flatMap((word, at): Finding[] => {
    if (!isSuperlative(word) && !(word.lower === 'most' && isAdverb(words[at + 1]))) return [];
    const around = sourceAround(comparison, at, reach);
    const others = [...around.keys()].flatMap((index) => sourceWords[index] ?? []);
    const same = others.filter((other) => other.stem === word.stem || other.lower === word.lower);
    const isTop = !opposedTops.has(word.lower);
    const like = others.filter(
      (other) =>
        (isSuperlative(other) && opposedTops.has(other.lower) === !isTop) || (isTop && tops.has(other.lower)),
    );
    if (same.length === 0 && like.length === 0)
      return [makeFinding(word, 'superlative', 'the passage does not say so', 1)];
    return checkRank(comparison, at, same.length > 0 ? same : like);
  });
}

const ranks = /^(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th)$/;

/** "The second largest" and "one of the largest" are not "the largest". */
function checkRank({ words, sourceWords }: Comparison, at: number, like: readonly Word[]): Finding[] {
  const word = words[at];
  if (word === undefined) return [];
  const qualifierBefore = (list: readonly Word[], index: number): string | null => {
    const before = list.slice(Math.max(0, index - 4), index).map(({ lower }) => lower);
    const rank = before.find((one) => ranks.test(one));
    if (rank !== undefined) return rank;
    return /\b(?:one|some|among|many) (?:of )?(?:\S+ )?(?:the )?$/.test(`${before.join(' ')} `)
      ? 'one of'
      : null;
  };
  const own = qualifierBefore(words, at);
  const given = like.map((other) => qualifierBefore(sourceWords, sourceWords.indexOf(other)));
  if (given.includes(own) || (own === 'one of' && given.length > 0)) return [];
  return [makeFinding(word, 'rank', `the passage says “${given[0] ?? 'the'} … ${like[0]?.text ?? ''}”`, 1)];
}

/** Parts that the source speaks of and the sentence widens to the whole. */
export function checkQuantifiers(comparison: Comparison): Finding[] {
  return [...checkClasses(comparison), ...checkSuperlatives(comparison)];
}
