/** Finds the items of an enumeration beside a sentence that opens it, goes on with it or announces it. Pure. */
import { compareIds } from '../../core/passage-store.ts';
import type { Candidate } from './candidate.ts';

/** Sentences from an item to the next, at most. */
const reach = 8;
/** Sentences behind an announcement that are taken for its items, at most, where none of them says which item it is. */
const mostUnmarked = 6;

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

/** How many items a sentence announces: as many as it says, or any number for "several"; null where it announces none. */
function countAnnounced({ sentence, language }: Candidate): number | null {
  const announced = language.cohesion?.announcesItems.exec(sentence.text);
  if (!announced) return null;
  return language.numbers?.read(announced.groups?.count ?? '') ?? Number.POSITIVE_INFINITY;
}

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
 * are four levels of courts.", and no more of these than it says; in the order of the document, none if there is no enumeration.
 * @param candidates those among which the items are looked for.
 */
export function itemsBeside(candidate: Candidate, candidates: readonly Candidate[]): Candidate[] {
  const announced = countAnnounced(candidate);
  if (announced === null && !opens(candidate) && !goesOn(candidate)) return [];
  const stretch = stretchAround(candidate, candidates);
  const at = stretch.indexOf(candidate);
  if (announced !== null) {
    const behind = stretch.slice(at + 1);
    const items = behind.slice(0, 1).some(opens) ? itemsFrom(0, behind) : [];
    return items.length > 1 ? items.slice(0, announced) : behind.slice(0, Math.min(announced, mostUnmarked));
  }
  const first = stretch.slice(0, at + 1).findLastIndex(opens);
  const items = first < 0 ? [] : itemsFrom(first, stretch);
  return items.includes(candidate) ? items.filter((one) => one !== candidate) : [];
}
