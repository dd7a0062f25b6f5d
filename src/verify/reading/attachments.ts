/**
 * What names are said of, as far as the order of words tells: of "Finland's Nokia opened a hub in Beijing
 * in 2025" Finland goes with Nokia, Beijing with the hub, and Nokia did the opening. Pure.
 */

import { type Item, isDistinct } from './items.ts';
import { isCountry } from './name-keys.ts';
import { isPassive } from './passive.ts';
import { isPlainWord, type Word } from './read-words.ts';

/** What may stand between a head and a name behind it: "a hub in Beijing", "cooperation with China". */
const links = ['of', 'in', 'with', 'to', 'from', 'on', 'by', 'at', 'against', 'for', 'into'] as const;

/**
 * How an item goes with its head: `owner` "China's leadership", "Chinese investment"; a link "the leadership of China"; `does`
 * "Orpo visited"; `undergoes` "Kuka was bought"; `takes` "visited China".
 */
export type Role = 'owner' | (typeof links)[number] | 'does' | 'undergoes' | 'takes';

export interface Attachment {
  role: Role;
  item: Item;
  /** Index of the word that the item goes with. */
  head: number;
  /** The head belongs to a name itself: "Nokia" of "Finland's Nokia". */
  isNamed: boolean;
}

/** The longest run of words that a name goes before: "China's emerging economic security framing". */
const longestRun = 5;
/** So many words may stand between a name and its verb: "has since also been". */
const toVerb = 6;

const prepositions = new Set(
  `of in with at for by from to on near between among against about than like via into toward towards after before
  without through over under within including as`.split(/\s+/),
);
const owners = /^(?:its|their|his|her|our)$/;
const determiners = /^(?:the|its|their|then|former)$/;
const possessive = /['’]s?$/;

/** Verbs that end a run of words before them. */
const verbs =
  /^(?:\p{L}+ed|held|says?|said|drew|makes?|made|went|rose|fell|grew|took|saw|leads?|led|builds?|built|met|won|lost|set|put|runs?|ran|became|becomes?|remains?|already|may|might|uses?|wants?|plans?|plays?)$/u;
/** What may be one, and is where it stands beside a name. */
const verbForm =
  /^(?!across$|whereas$|besides$|perhaps$|always$|versus$|overseas$)(?:.*(?:ed|s|ught|old|aid|ew|ook|ave|ade|wn)|set|met|let|put|cut|went|sent|spent|lent|built|lost|kept|left|felt|ran|began|won|led|fell|did|rose|chose|chosen|given|taken|broken)$/;
/** What joins a name to something else than its verb. */
const breaks = /^(?:and|or|that|which|who|of|for|by|with|to)$/;

/** Words with the names among them. */
interface NamedWords {
  words: readonly Word[];
  nameAt: ReadonlyMap<number, Item>;
}

const isInSentence = (one: Word, other: Word) => one.sentence === other.sentence;
const lowerAt = ({ words }: NamedWords, at: number) => words[at]?.lower ?? '';

/** The content words right behind a name, up to a verb. */
function runAfter(named: NamedWords, { to }: Item): number[] {
  const { words } = named;
  const run: number[] = [];
  for (let at = to + 1; run.length < longestRun; at++) {
    const word = words[at];
    // "China's advanced technology".
    const mayBeVerb = run.length > 0 || !possessive.test(words[to]?.text ?? '');
    if (!isPlainWord(word) || word.sentence !== words[to]?.sentence || /ly$|^since$/.test(word.lower)) break;
    if (mayBeVerb && verbs.test(word.lower)) break;
    run.push(at);
    // "Economic-security framing".
    if (words[at + 1]?.text === '-' && isPlainWord(words[at + 2])) at++;
  }
  return run;
}

/** "Chinese", "the Dutch", and no "China". */
const isAdjective = (word: Word) =>
  isCountry(word.key) &&
  word.lower !== word.key.toLowerCase() &&
  /(?:ese|ish|an|ch|ic|ek|ss)$/.test(word.lower);

/** "China's leadership", "Finland's Nokia", "Chinese investment", "the Huawei deal". */
function findOwned(named: NamedWords, item: Item, last: Word): Attachment[] {
  const { words, nameAt } = named;
  const isAdjectival = isAdjective(last);
  const isOwner = possessive.test(last.text) || isAdjectival;
  if (!isOwner && isCountry(last.key)) return [];
  // "Its Graz plants" are somebody's.
  if (owners.test(lowerAt(named, item.from - 1))) return [];
  const run = runAfter(named, item);
  const owned = run.map((at) => nameAt.get(at)).find((name) => name !== undefined);
  if (owned === undefined) {
    const head = run.at(-1);
    return head === undefined ? [] : [{ role: 'owner', item, head, isNamed: false }];
  }
  if (!isOwner) return [];
  const heads = words.flatMap((word, at) =>
    at >= owned.from && at <= owned.to && isPlainWord(word) ? [at] : [],
  );
  return heads.map((head) => ({ role: 'owner', item, head, isNamed: true }));
}

/** "The leadership of China", "a hub in Beijing", "visited Finland". */
function findBehind(named: NamedWords, item: Item, last: Word): Attachment[] {
  const { words, nameAt } = named;
  // "Of Chinese goods", "of Pirelli's shareholders": the name goes with what follows.
  if (possessive.test(last.text) || (isAdjective(last) && runAfter(named, item).length > 0)) return [];
  let before = item.from - 1;
  while (determiners.test(lowerAt(named, before))) before--;
  const verb = words[before];
  if (isPlainWord(verb) && !nameAt.has(before) && verbForm.test(verb.lower) && !isPassive(words, before))
    return isInSentence(verb, last) ? [{ role: 'takes', item, head: before, isNamed: false }] : [];
  const role = links.find((link) => link === verb?.lower);
  const head = before - 1;
  const word = words[head];
  if (role === undefined || !isPlainWord(word) || !isInSentence(word, last)) return [];
  // "From Germany to China", told of the way and of its end.
  if (role === 'from' && lowerAt(named, item.to + 1) === 'to') return [];
  if (nameAt.has(head) && role !== 'of' && role !== 'in') return [];
  // "Established in Beijing" and elsewhere; "its hometown of Velenje" is Velenje.
  if (role === 'in' && verbs.test(word.lower)) return [];
  if (owners.test(lowerAt(named, head - 1))) return [];
  return [{ role, item, head, isNamed: nameAt.has(head) }];
}

/** "Orpo visited", "Kuka has since been bought". */
function findDeed(named: NamedWords, item: Item, last: Word): Attachment[] {
  const { words, nameAt } = named;
  const before = lowerAt(named, item.from - 1);
  const isInPhrase =
    prepositions.has(before) || (determiners.test(before) && prepositions.has(lowerAt(named, item.from - 2)));
  const isAttribute = isAdjective(last) && runAfter(named, item).length > 0;
  if (possessive.test(last.text) || isInPhrase || isAttribute || owners.test(before)) return [];
  for (let at = item.to + 1; at <= item.to + toVerb; at++) {
    const word = words[at];
    if (word === undefined || word.kind === 'mark' || word.sentence !== last.sentence) return [];
    if (breaks.test(word.lower)) return [];
    if (!isPlainWord(word) || /ly$|^also$/.test(word.lower)) continue;
    if (nameAt.has(at) || !verbForm.test(word.lower)) return [];
    return [{ role: isPassive(words, at) ? 'undergoes' : 'does', item, head: at, isNamed: false }];
  }
  return [];
}

/** @param items those of the words. */
export function findAttachments(words: readonly Word[], items: readonly Item[]): Attachment[] {
  const names = items.filter((item) => item.kind === 'name');
  const nameAt = new Map(
    names.flatMap((item) =>
      Array.from({ length: item.to - item.from + 1 }, (_, step): [number, Item] => [item.from + step, item]),
    ),
  );
  const named = { words, nameAt };
  return names.flatMap((item): Attachment[] => {
    const last = words[item.to];
    if (last === undefined) return [];
    if (!isDistinct(item)) return [];
    return [
      ...findOwned(named, item, last),
      ...findBehind(named, item, last),
      ...findDeed(named, item, last),
    ];
  });
}
