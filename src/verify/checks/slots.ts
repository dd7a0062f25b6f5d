/**
 * Where a sentence that follows one of the source word by word goes its own way: the names, dates and numbers on either
 * side, between words that both have. Pure.
 */
import type { Span } from '../../core/types.ts';
import type { Comparison } from '../comparison.ts';
import { findItems, type Item, isDistinct } from '../reading/items.ts';
import { isCountry } from '../reading/name-keys.ts';
import type { Word } from '../reading/read-words.ts';

/** The share of the sentence's words, in their order, from which on it follows a sentence of the source. */
const leastShare = 0.7;

/** Pairs of words that are the same, in order: a longest common subsequence (Hirschberg 1975, algorithm A). */
function alignInOrder(words: readonly Word[], source: readonly Word[]): [number, number][] {
  const isSame = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined && other !== undefined && (one.key === other.key || one.stem === other.stem);
  const width = source.length + 1;
  const lengths = new Uint16Array((words.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = words.length - 1; row >= 0; row--) {
    for (let column = source.length - 1; column >= 0; column--) {
      lengths[row * width + column] = isSame(words[row], source[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < words.length && column < source.length; ) {
    if (isSame(words[row], source[column])) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** An item that only one side has. */
export interface SlotItem extends Item {
  /** The first of the words that tell it from others. */
  coreFrom: number;
}

/** Where the sentence goes its own way between words that both have: the items on either side. */
interface Stretch {
  own: SlotItem[];
  others: SlotItem[];
}

function stretchesBetween(
  pairs: readonly [number, number][],
  [own, others]: readonly [readonly SlotItem[], readonly SlotItem[]],
  ends: readonly [number, number],
): Stretch[] {
  const bounds: [number, number][] = [[-1, -1], ...pairs, [...ends]];
  return bounds.slice(1).map(([row, column], index) => {
    const [rowBefore, columnBefore] = bounds[index] ?? [-1, -1];
    return {
      own: own.filter(({ coreFrom, to }) => coreFrom > rowBefore && to < row),
      others: others.filter(({ coreFrom, to }) => coreFrom > columnBefore && to < column),
    };
  });
}

/** What tells a name from others: of "Chinese Geely" the firm, of "Chinese" the country. */
export function coreOf({ keys }: Item): readonly string[] {
  const others = keys.filter((key) => !isCountry(key));
  return others.length > 0 ? others : keys;
}

/** An item of the sentence where the source has another one of its kind. */
export interface Slot {
  own: SlotItem;
  other: SlotItem;
  /** What their indices count: the words, without marks, of the sentence and of the source's sentence that it follows. */
  words: readonly Word[];
  otherWords: readonly Word[];
}

/** What of these stands where the item does. */
export function within<One extends Span>(item: Item, list: readonly Word[], found: readonly One[]): One[] {
  const [first, last] = [list[item.from], list[item.to]];
  return found.filter(
    ({ start, end }) => first !== undefined && last !== undefined && start < last.end && first.start < end,
  );
}

/** What an item says, as written. */
export const textOf = ({ from, to }: Item, words: readonly Word[]): string =>
  words
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ');

/** @returns none where the sentence follows no sentence of the source. */
export function findSlots({ words, sourceWords }: Comparison): Slot[] {
  const isWord = ({ kind }: Word) => kind !== 'mark';
  const own = words.filter(isWord);
  const sentences = [...new Set(sourceWords.map(({ sentence }) => sentence))].map((sentence) =>
    sourceWords.filter((word) => word.sentence === sentence && isWord(word)),
  );
  let best: { source: Word[]; pairs: [number, number][] } | undefined;
  for (const source of sentences) {
    const pairs = alignInOrder(own, source);
    if (pairs.length > (best?.pairs.length ?? 0)) best = { source, pairs };
  }
  if (best === undefined || best.pairs.length < leastShare * own.length) return [];
  const { source, pairs } = best;
  const keys = (list: readonly Word[]) => new Set(list.map(({ key }) => key));
  const onlyIn = (list: readonly Word[], elsewhere: ReadonlySet<string>) =>
    findItems(list, sourceWords).flatMap((item): SlotItem[] => {
      const core = coreOf(item);
      if (!isDistinct(item) || core.some((key) => elsewhere.has(key))) return [];
      const first = list.slice(item.from, item.to + 1).findIndex(({ key }) => core.includes(key));
      return [{ ...item, coreFrom: item.from + Math.max(0, first) }];
    });
  const items = [onlyIn(own, keys(source)), onlyIn(source, keys(own))] as const;
  return stretchesBetween(pairs, items, [own.length, source.length]).flatMap(({ own: said, others }) =>
    said.flatMap((item): Slot[] => {
      const other = others.find(({ kind }) => kind === item.kind);
      return other === undefined ? [] : [{ own: item, other, words: own, otherWords: source }];
    }),
  );
}
