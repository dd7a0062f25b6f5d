/** Finds the items of an enumeration beside a sentence that opens it, goes on with it or announces it. Pure. */
import { compareIds } from '../../core/passage-store.ts';
import type { Candidate } from './candidate.ts';

/** Sentences from an item to the next, at most. */
const reach = 8;
/** Sentences that are taken for the items of an announcement where none is counted. */
const mostUncounted = 6;

const numberOf = ({ passage: { id } }: Candidate): number => Number(id.slice(id.lastIndexOf('/') + 1));

/** The candidates of one section in the order of the document, as far as no passage is missing between them. */
function stretchAround(candidate: Candidate, candidates: readonly Candidate[]): Candidate[] {
  const { documentId, chapter, section, kind } = candidate.passage;
  const beside = candidates
    .filter(
      ({ passage: other }) =>
        other.documentId === documentId &&
        other.chapter === chapter &&
        other.section === section &&
        other.kind === kind,
    )
    .sort((a, b) => compareIds(a.passage.id, b.passage.id) || a.index - b.index);
  const isBroken = (at: number) => {
    const [left, right] = [beside[at], beside[at + 1]];
    return left === undefined || right === undefined || numberOf(right) - numberOf(left) > 1;
  };
  let [from, to] = [beside.indexOf(candidate), beside.indexOf(candidate)];
  while (from > 0 && !isBroken(from - 1)) from--;
  while (!isBroken(to)) to++;
  return beside.slice(from, to + 1);
}

const opens = ({ sentence, language }: Candidate): boolean =>
  language.cohesion?.firstItem.test(sentence.text) === true;
const goesOn = ({ sentence, language }: Candidate): boolean =>
  language.cohesion?.laterItem.test(sentence.text) === true;

/** The items from the first on. */
function itemsFrom(first: number, stretch: readonly Candidate[]): Candidate[] {
  const items = stretch.slice(first, first + 1);
  let last = first;
  for (let at = first + 1; at < stretch.length && at - last <= reach; at++) {
    const one = stretch[at];
    if (one === undefined || opens(one)) break;
    if (!goesOn(one)) continue;
    items.push(one);
    last = at;
  }
  return items;
}

/**
 * The other items of the enumeration that a sentence belongs to: "The first … The second …"; those that it announces: "There
 * are four levels of courts."; in the order of the document, none if there is no enumeration.
 * @param candidates those among which the items are looked for.
 */
export function itemsBeside(candidate: Candidate, candidates: readonly Candidate[]): Candidate[] {
  const stretch = stretchAround(candidate, candidates);
  const at = stretch.indexOf(candidate);
  const announces = candidate.language.cohesion?.announcesItems.test(candidate.sentence.text) === true;
  const isItem = goesOn(candidate) || opens(candidate);
  const first = isItem
    ? stretch.slice(0, at + 1).findLastIndex(opens)
    : stretch.findIndex((one, place) => announces && place === at + 1 && opens(one));
  const items = first < 0 ? [] : itemsFrom(first, stretch);
  if (items.length > 1 && (announces || items.includes(candidate)))
    return items.filter((one) => one !== candidate);
  return announces ? stretch.slice(at + 1, at + 1 + mostUncounted) : [];
}
