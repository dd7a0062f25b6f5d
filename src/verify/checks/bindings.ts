/**
 * Numbers, dates and names bind to what is said of them: "55 % in 2024" is not carried by "55 % in 2023 and 60 % in
 * 2024". Each is held against its rivals in the source, and must stand as near to the words around it as any. Pure.
 */

import { bodies } from '../../language/en/name-words.ts';
import type { Comparison } from '../comparison.ts';
import { findItems, type Item, isDistinct, says, shares } from '../reading/items.ts';
import { isCountry } from '../reading/name-keys.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { bestFit, type ContextWord, contextOf } from './context.ts';

/**
 * A better fit than this counts, and one of `leastMargin + 1 / steepness` counts in full. On the dev triples margins up
 * to .1 are as frequent in carried sentences as in others.
 */
const leastMargin = 0.05;
const steepness = 3;
const without = (context: readonly ContextWord[], ...items: readonly Item[]) =>
  context.filter(({ key }) => !items.some(({ keys }) => keys.includes(key)));

interface Scene {
  comparison: Comparison;
  items: readonly Item[];
  sourceItems: readonly Item[];
}

/** The source's items that say the sentence's: all of its words, else some. */
function homesOf(item: Item, { sourceItems }: Scene): readonly Item[] {
  const sameKind = sourceItems.filter(({ kind }) => kind === item.kind);
  const exact = sameKind.filter((one) => says(item, one));
  return exact.length > 0 ? exact : sameKind.filter((one) => shares(item, one));
}

const isCountryName = ({ keys }: Item) => keys.some(isCountry);

/** Rivals must differ: "September 2023" is one of "October 2023", "Volvo Cars" none of "Volvo", and no country of a firm. */
function isRival(item: Item, other: Item): boolean {
  if (item.kind !== other.kind) return false;
  if (item.kind === 'date') return !says(item, other) && !says(other, item);
  return !shares(item, other) && (item.kind === 'number' || isCountryName(item) === isCountryName(other));
}

/** Items side by side are one thing's two names or a list, and say nothing against each other. */
const besides = 2;
const isBeside = (one: Item, other: Item) =>
  Math.max(one.from, other.from) - Math.min(one.to, other.to) - 1 <= besides;

/** Whether "in" or "near" stands before a name anywhere. */
function isPlace(item: Item, { comparison: { words, sourceWords } }: Scene): boolean {
  return [words, sourceWords].some((list) =>
    list.some(({ key }, at) => item.keys[0] === key && /^(?:in|near|at)$/.test(list[at - 1]?.lower ?? '')),
  );
}

const isBody = ({ keys }: Item) => keys.some((key) => bodies.has(key));

/** Short for something, which may be a body. */
function isAcronym({ keys }: Item, { comparison: { words, sourceWords } }: Scene): boolean {
  const [key] = keys;
  return (
    keys.length === 1 &&
    [...words, ...sourceWords].some((word) => word.key === key && /^\p{Lu}{2,}s?$/u.test(word.text))
  );
}

const currency = /^(?:eur|usd|rmb|gbp|euros?|dollars?|yuan|€|\$|£)$/;

/** What a number counts, roughly. */
function unitOf({ from, to }: Item, words: readonly Word[]): 'percent' | 'money' | 'plain' {
  const own = words.slice(from, to + 1);
  if (words[to + 1]?.text === '%' || own.some(({ lower }) => /^(?:per|percent|cent)$/.test(lower)))
    return 'percent';
  const around = [words[from - 1], ...own, words[to + 1]];
  return around.some((word) => word !== undefined && currency.test(word.lower)) ? 'money' : 'plain';
}

/** Whether one may stand in the other's place. */
function areAlike(one: Item, other: Item, scene: Scene): boolean {
  if (one.kind !== 'name') return true;
  if (isBody(one) !== isBody(other) && !isAcronym(one, scene) && !isAcronym(other, scene)) return false;
  return isPlace(one, scene) === isPlace(other, scene);
}

/** Two items of the sentence that would fit the source better with their places changed. */
function checkSwaps(scene: Scene): Finding[] {
  const { comparison, items } = scene;
  const { sourceWords } = comparison;
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other): Finding[] => {
      if (!isRival(one, other) || !areAlike(one, other, scene)) return [];
      const { words } = comparison;
      if (one.kind === 'number' && unitOf(one, words) !== unitOf(other, words)) return [];
      const [homes, otherHomes] = [homesOf(one, scene), homesOf(other, scene)];
      if (homes.length === 0 || otherHomes.length === 0) return [];
      if (one.kind === 'name' && homes.some((home) => otherHomes.some((there) => isBeside(home, there))))
        return [];
      const context = without(contextOf(one, [other], comparison), one, other);
      const otherContext = without(contextOf(other, [one], comparison), one, other);
      const asSaid = bestFit(homes, context, sourceWords) + bestFit(otherHomes, otherContext, sourceWords);
      const swapped = bestFit(otherHomes, context, sourceWords) + bestFit(homes, otherContext, sourceWords);
      if (swapped - asSaid <= leastMargin) return [];
      return [makeFinding('swap', one, other, swapped - asSaid, scene)];
    }),
  );
}

/** An item whose surroundings fit something else in the source better, which the sentence does not name. */
function checkRivals(scene: Scene): Finding[] {
  const { comparison, items, sourceItems } = scene;
  const { sourceWords } = comparison;
  return items.flatMap((item): Finding[] => {
    const homes = homesOf(item, scene);
    const others = items.filter((one) => one !== item && one.kind === item.kind);
    const rivals = sourceItems.filter(
      (one) =>
        isRival(item, one) &&
        areAlike(item, one, scene) &&
        !others.some((named) => shares(named, one)) &&
        !(item.kind === 'name' && homes.some((home) => isBeside(home, one))),
    );
    if (homes.length === 0 || rivals.length === 0) return [];
    const context = contextOf(item, others, comparison);
    let worst: Finding | null = null;
    let most = leastMargin;
    for (const rival of rivals) {
      const shared = without(context, rival);
      const margin = bestFit([rival], shared, sourceWords) - bestFit(homes, shared, sourceWords);
      if (margin > most) {
        most = margin;
        worst = makeFinding('binding', item, rival, margin, scene);
      }
    }
    return worst === null ? [] : [worst];
  });
}

function textOf({ from, to }: Item, words: readonly Word[]): string {
  return words
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ');
}

function makeFinding(
  rule: 'swap' | 'binding',
  item: Item,
  rival: Item,
  strength: number,
  { comparison }: Scene,
): Finding {
  const text = textOf(item, comparison.words);
  const other = textOf(rival, rule === 'swap' ? comparison.words : comparison.sourceWords);
  const kind = item.kind === 'name' && item.keys.some(isCountry) ? 'country' : item.kind;
  const own = Math.min(1, (strength - leastMargin) * steepness);
  return {
    kind: item.kind,
    text,
    reason:
      rule === 'swap'
        ? `the passage has it the other way round with “${other}”`
        : `the passage says “${other}” here`,
    rule: `${rule}-${kind}`,
    // Of two dates that the source plainly has the other way round none was right: 44 of 20,000 dev sentences.
    isCertain: rule === 'swap' && kind === 'date' && own === 1,
    strength: own,
  };
}

export function checkBindings(comparison: Comparison): Finding[] {
  // The chapter's country and the document's subject are everywhere, said or unsaid.
  const known = new Set(comparison.headingWords.map(({ key }) => key));
  const distinct = (words: readonly Word[]) =>
    findItems(words, comparison.sourceWords).filter(
      (item) => isDistinct(item) && !item.keys.every((key) => known.has(key)),
    );
  const scene: Scene = {
    comparison,
    items: distinct(comparison.words),
    sourceItems: distinct(comparison.sourceWords),
  };
  return [...checkSwaps(scene), ...checkRivals(scene)];
}
