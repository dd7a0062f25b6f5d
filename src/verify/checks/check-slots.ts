/**
 * A sentence that follows one of the source word by word must have the same names and dates in the same places: "NÚKIB describes TikTok's cameras" is not carried by "NÚKIB describes Chinese cameras", though another sentence
 * of the source speaks of TikTok. Pure.
 */

import type { Comparison } from '../comparison.ts';
import { isAcronymOf } from '../reading/acronyms.ts';
import { mayBeFormOf } from '../reading/names.ts';
import { type DateMention, findDates } from '../reading/read-dates.ts';
import type { Finding } from '../verification.ts';
import { isDateSaid } from './same-dates.ts';
import { coreOf, findSlots, type Slot, type SlotItem, textOf, within } from './slots.ts';

/** Whether one may name what the other does: short for it, or beside it somewhere, as in "Contemporary Amperex (CATL)". */
function mayBeSame({ own, other, words, otherWords }: Slot, { sourceWords }: Comparison): boolean {
  const spelledOut = otherWords.slice(other.from, other.to + 1);
  if (isAcronymOf(words, own.coreFrom, spelledOut) || isAcronymOf(otherWords, other.coreFrom, words))
    return true;
  const core = words[own.coreFrom];
  if (core !== undefined && mayBeFormOf(core, spelledOut)) return true;
  const places = (item: SlotItem) =>
    sourceWords.flatMap(({ key }, at) => (coreOf(item).includes(key) ? [at] : []));
  return places(own).some((here) =>
    places(other).some((there) => Math.abs(here - there) <= other.to - other.from + 3),
  );
}

/**
 * Whether a date stands where the source has another: one of its own. What it does not have itself is another check's
 * matter, and "the late 2010s" may stand for its 2018.
 */
function isOtherDate({ own, other, words, otherWords }: Slot, { sentence, source }: Comparison): boolean {
  const there = findDates(source[otherWords[other.from]?.sentence ?? -1] ?? '');
  const given = within(other, otherWords, there);
  const said = within(own, words, findDates(sentence));
  const saysAll = (dates: readonly DateMention[]) => {
    const years = new Set(dates.map(({ year }) => year));
    return said.every((one) => isDateSaid(one, dates, years));
  };
  return said.length > 0 && saysAll(source.flatMap(findDates)) && !saysAll(given);
}

export function checkSlots(comparison: Comparison): Finding[] {
  const known = new Set(comparison.headingWords.map(({ key }) => key));
  return findSlots(comparison).flatMap((slot): Finding[] => {
    const { own, other, words, otherWords } = slot;
    // Numbers have many forms ("a tenth", "10 %"), and a check of their own.
    if (own.kind === 'number') return [];
    const isOther = own.kind === 'date' ? isOtherDate(slot, comparison) : !mayBeSame(slot, comparison);
    // The chapter's country may stand for what is at home there, and need not be named.
    if (!isOther || (own.kind === 'name' && own.keys.every((key) => known.has(key)))) return [];
    return [
      {
        kind: own.kind,
        text: textOf(own, words),
        reason: `the passage says “${textOf(other, otherWords)}” here`,
        rule: 'slot',
        // Of names one in twelve is another name of the same, or of what the sentence before tells of.
        isCertain: own.kind === 'date',
        strength: 1,
      },
    ];
  });
}
