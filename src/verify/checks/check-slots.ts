/**
 * A sentence that follows one of the source word by word must have the same names and dates in the same places: "NÚKIB describes TikTok's cameras" is not carried by "NÚKIB describes Chinese cameras", though another sentence
 * of the source speaks of TikTok. Pure.
 */

import type { Comparison } from '../comparison.ts';
import { isAcronymOf } from '../reading/acronyms.ts';
import { findItems, type Item, isDistinct } from '../reading/items.ts';
import { isCountry } from '../reading/name-keys.ts';
import { mayBeFormOf } from '../reading/names.ts';
import { type DateMention, findDates } from '../reading/read-dates.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { isDateSaid } from './same-dates.ts';

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
interface SlotItem extends Item {
  /** The first of the words that tell it from others. */
  coreFrom: number;
}

/** Where the sentence goes its own way between words that both have: the items on either side. */
interface Slot {
  own: SlotItem[];
  others: SlotItem[];
}

function slotsBetween(
  pairs: readonly [number, number][],
  [own, others]: readonly [readonly SlotItem[], readonly SlotItem[]],
  ends: readonly [number, number],
): Slot[] {
  const bounds: [number, number][] = [[-1, -1], ...pairs, [...ends]];
  return bounds.slice(1).map(([row, column], index) => {
    const [rowBefore, columnBefore] = bounds[index] ?? [-1, -1];
    return {
      own: own.filter(({ coreFrom, to }) => coreFrom > rowBefore && to < row),
      others: others.filter(({ coreFrom, to }) => coreFrom > columnBefore && to < column),
    };
  });
}

const textOf = ({ from, to }: Item, words: readonly Word[]) =>
  words
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ');

/** What tells a name from others: of "Chinese Geely" the firm, of "Chinese" the country. */
function coreOf({ keys }: Item): readonly string[] {
  const others = keys.filter((key) => !isCountry(key));
  return others.length > 0 ? others : keys;
}

/** The words of the sentence, of the source's sentence that it follows, and of the whole source. */
type Lists = readonly [readonly Word[], readonly Word[], readonly Word[]];

/** Whether one may name what the other does: short for it, or beside it somewhere, as in "Contemporary Amperex (CATL)". */
function mayBeSame(own: SlotItem, other: SlotItem, [words, source, sourceWords]: Lists): boolean {
  if (own.kind !== 'name') return false;
  const spelledOut = source.slice(other.from, other.to + 1);
  if (isAcronymOf(words, own.coreFrom, spelledOut) || isAcronymOf(source, other.coreFrom, words)) return true;
  const core = words[own.coreFrom];
  if (core !== undefined && mayBeFormOf(core, spelledOut)) return true;
  const places = (item: Item) =>
    sourceWords.flatMap(({ key }, at) => (coreOf(item).includes(key) ? [at] : []));
  return places(own).some((here) =>
    places(other).some((there) => Math.abs(here - there) <= other.to - other.from + 3),
  );
}

/**
 * Whether a date stands where the source has another: one of its own. What it does not have itself is another check's
 * matter, and "the late 2010s" may stand for its 2018.
 */
function isOtherDate(
  own: Item,
  other: Item,
  { sentence, source }: Comparison,
  [words, sourceWords]: Lists,
): boolean {
  const mentions = (item: Item, list: readonly Word[], text: string) => {
    const [first, last] = [list[item.from], list[item.to]];
    return findDates(text).filter(
      ({ start, end }) => first !== undefined && last !== undefined && start < last.end && first.start < end,
    );
  };
  const given = mentions(other, sourceWords, source[sourceWords[other.from]?.sentence ?? -1] ?? '');
  const said = mentions(own, words, sentence);
  const saysAll = (dates: readonly DateMention[]) => {
    const years = new Set(dates.map(({ year }) => year));
    return said.every((one) => isDateSaid(one, dates, years));
  };
  return said.length > 0 && saysAll(source.flatMap(findDates)) && !saysAll(given);
}

export function checkSlots(comparison: Comparison): Finding[] {
  const { words, sourceWords, headingWords } = comparison;
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
  const [ownKeys, sourceKeys, known] = [keys(own), keys(source), keys(headingWords)];
  const onlyIn = (list: readonly Word[], elsewhere: ReadonlySet<string>) =>
    findItems(list, sourceWords).flatMap((item): SlotItem[] => {
      const core = coreOf(item);
      // Numbers have many forms ("a tenth", "10 %"), and a check of their own.
      if (item.kind === 'number' || !isDistinct(item) || core.some((key) => elsewhere.has(key))) return [];
      const first = list.slice(item.from, item.to + 1).findIndex(({ key }) => core.includes(key));
      return [{ ...item, coreFrom: item.from + Math.max(0, first) }];
    });
  const items = [onlyIn(own, sourceKeys), onlyIn(source, ownKeys)] as const;
  return slotsBetween(pairs, items, [own.length, source.length]).flatMap(({ own: said, others }): Finding[] =>
    said.flatMap((item): Finding[] => {
      const other = others.find(({ kind }) => kind === item.kind);
      const lists: Lists = [own, source, sourceWords];
      if (other === undefined || mayBeSame(item, other, lists)) return [];
      if (item.kind === 'date' && !isOtherDate(item, other, comparison, lists)) return [];
      // The chapter's country may stand for what is at home there, and need not be named.
      if (item.kind === 'name' && item.keys.every((key) => known.has(key))) return [];
      const reason = `the passage says “${textOf(other, source)}” here`;
      // Of names one in twelve is another name of the same, or of what the sentence before tells of.
      const isCertain = item.kind === 'date';
      return [{ kind: item.kind, text: textOf(item, own), reason, rule: 'slot', isCertain, strength: 1 }];
    }),
  );
}
