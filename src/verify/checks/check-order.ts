/** Two names that the sentence has in one order and the source, of the same thing, in the other. Pure. */
import type { Comparison } from '../comparison.ts';
import { findItems, type Item, isDistinct, shares } from '../reading/items.ts';
import { isCountry } from '../reading/name-keys.ts';
import { isPassive } from '../reading/passive.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';

/** Whether some word between two items stands in the passive. */
function hasPassive(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (isPassive(words, at)) return true;
  return false;
}

/** Words this near to a name of the source tell of it, in places. */
const reach = 8;

interface Pair {
  first: Item;
  second: Item;
}

/** How many content words between two items are said of a pair of the source's, near it. */
function countShared({ like, sourceWords }: Comparison, from: number, to: number, pair: Pair): number {
  let count = 0;
  for (let at = from + 1; at < to; at++) {
    const isNear = (like[at] ?? []).some((match) =>
      [pair.first, pair.second].some((item) => {
        const [word, name] = [sourceWords[match.at], sourceWords[item.from]];
        return (
          word?.sentence === name?.sentence && Math.abs((word?.place ?? 0) - (name?.place ?? 0)) <= reach
        );
      }),
    );
    if (isNear) count++;
  }
  return count;
}

/** The pairs that most of the words between the two are said of; none where no word is. */
function homePairs(comparison: Comparison, from: number, to: number, pairs: readonly Pair[]): Pair[] {
  const counts = pairs.map((pair) => countShared(comparison, from, to, pair));
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : pairs.filter((_, index) => counts[index] === most);
}

/** "In", "for", "through" before a name make it an aside, which may stand anywhere; so may "Chinese" before a noun. */
function isAside({ from, to }: Item, words: readonly Word[]): boolean {
  const next = words[to + 1];
  const isAttribute =
    next?.kind === 'word' && next.isContent && !next.isCapital && words[to]?.end === (next.start ?? 0) - 1;
  return asides.test(words[from - 1]?.lower ?? '') || (isAttribute && isAdjective(words[to]));
}

const asides =
  /^(?:in|for|through|to|by|at|on|under|with|like|unlike|besides|despite|since|after|before|near|from|against)$/;
const places = /^(?:in|at|on|near|like|with)$/;
const isAdjective = (word: Word | undefined) =>
  word !== undefined && isCountry(word.key) && word.lower !== word.key.toLowerCase();

export function checkOrder(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  const items = findItems(words, sourceWords).filter((item) => item.kind === 'name' && isDistinct(item));
  const given = findItems(sourceWords, sourceWords).filter(
    (item) => item.kind === 'name' && isDistinct(item),
  );
  const isSameSentence = (one: Item, other: Item) =>
    sourceWords[one.from]?.sentence === sourceWords[other.from]?.sentence;
  return items.flatMap((one, index): Finding[] => {
    const other = items[index + 1];
    if (other === undefined || shares(one, other) || isAside(one, words)) return [];
    if (words[one.to]?.clause !== words[other.from]?.clause) return [];
    if (places.test(words[other.from - 1]?.lower ?? '')) return [];
    const pairs = given.flatMap((first) =>
      given
        .filter((second) => shares(first, one) && shares(second, other) && isSameSentence(first, second))
        // "Bite's director Gints Butens" names one person.
        .filter((second) => !/['’]s?$/.test(sourceWords[second.to]?.text ?? ''))
        .map((second) => ({ first, second })),
    );
    const homes = homePairs(comparison, one.to, other.from, pairs);
    if (homes.some(({ first, second }) => first.from < second.from)) return [];
    const isTurned = homes.some(
      ({ first, second }) =>
        hasPassive(words, one.to, other.from) === hasPassive(sourceWords, second.to, first.from),
    );
    if (!isTurned) return [];
    const text = words[one.from]?.text ?? '';
    const reason = 'the passage has it the other way round';
    return [{ kind: 'content', text, reason, rule: 'order', isCertain: false, strength: 1 }];
  });
}
