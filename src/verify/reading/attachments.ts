/**
 * Finds the word that each name is attached to, as far as word order shows it: in "Finland's Nokia opened a hub in
 * Beijing in 2025" Finland is attached to Nokia, Beijing to the hub, and Nokia to the opening. Pure.
 */

import type { AttachmentForms, Language, LinkRole } from '../../core/language.ts';
import { type Item, isDistinct } from './items.ts';
import { isCountry } from './name-keys.ts';
import { isPassive } from './passive.ts';
import { isPlainWord, type Word } from './read-words.ts';

/**
 * How an item is attached to its head: `owner` in "China's leadership" and "Chinese investment"; a link in "the
 * leadership of China"; `does` in "Orpo visited"; `undergoes` in "Kuka was bought"; `takes` in "visited China".
 */
export type Role = 'owner' | LinkRole | 'does' | 'undergoes' | 'takes';

export interface Attachment {
  role: Role;
  item: Item;
  /** Index of the word that the item is attached to. */
  head: number;
  /** The head is part of a name itself: "Nokia" in "Finland's Nokia". */
  isNamed: boolean;
}

/** How many content words after a name may belong to it: "China's emerging economic security framing". */
const longestRun = 5;
/** A verb belongs to a name at most this many words before it: "has since also been bought". */
const toVerb = 6;

const possessive = /['’]s?$/;

/** Words with the names among them. */
interface NamedWords {
  forms: AttachmentForms;
  words: readonly Word[];
  nameAt: ReadonlyMap<number, Item>;
}

const isInSentence = (one: Word, other: Word) => one.sentence === other.sentence;
const lowerAt = ({ words }: NamedWords, at: number) => words[at]?.lower ?? '';

/** The indices of the content words right after a name, up to a verb. */
function runAfter(named: NamedWords, { to }: Item): number[] {
  const { forms, words } = named;
  const run: number[] = [];
  for (let at = to + 1; run.length < longestRun; at++) {
    const word = words[at];
    // After a possessive the first word is no verb: "China's advanced technology".
    const mayBeVerb = run.length > 0 || !possessive.test(words[to]?.text ?? '');
    if (!isPlainWord(word) || word.sentence !== words[to]?.sentence || forms.adverb.test(word.lower)) break;
    if (mayBeVerb && forms.verb.test(word.lower)) break;
    run.push(at);
    // Both halves of a compound count as one: "economic-security framing".
    if (words[at + 1]?.text === '-' && isPlainWord(words[at + 2])) at++;
  }
  return run;
}

/** Whether a word is a country's adjective: "Chinese" and "the Dutch", but not "China". */
const isAdjective = (word: Word, forms: AttachmentForms) =>
  isCountry(word.key) && word.lower !== word.key.toLowerCase() && forms.adjective.test(word.lower);

/**
 * Attachments to what follows a name: "China's leadership", "Finland's Nokia", "Chinese investment", "the Huawei deal".
 */
function findOwned(named: NamedWords, item: Item, last: Word): Attachment[] {
  const { forms, words, nameAt } = named;
  const isAdjectival = isAdjective(last, forms);
  const isOwner = possessive.test(last.text) || isAdjectival;
  if (!isOwner && isCountry(last.key)) return [];
  // In "its Graz plants" somebody else is the owner.
  if (forms.owners.test(lowerAt(named, item.from - 1))) return [];
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

/** Attachments to what comes before a name: "the leadership of China", "a hub in Beijing", "visited Finland". */
function findBehind(named: NamedWords, item: Item, last: Word): Attachment[] {
  const { forms, words, nameAt } = named;
  // In "of Chinese goods" and "of Pirelli's shareholders" the name is attached to what follows.
  if (possessive.test(last.text) || (isAdjective(last, forms) && runAfter(named, item).length > 0)) return [];
  let before = item.from - 1;
  while (forms.determiners.test(lowerAt(named, before))) before--;
  const verb = words[before];
  if (
    isPlainWord(verb) &&
    !nameAt.has(before) &&
    forms.verbForm.test(verb.lower) &&
    !isPassive(words, before, forms)
  )
    return isInSentence(verb, last) ? [{ role: 'takes', item, head: before, isNamed: false }] : [];
  const role = forms.links.get(verb?.lower ?? '');
  const head = before - 1;
  const word = words[head];
  if (role === undefined || !isPlainWord(word) || !isInSentence(word, last)) return [];
  // "From Germany to China" names a route, which may be reworded by its end alone.
  if (role === 'from' && forms.links.get(lowerAt(named, item.to + 1)) === 'to') return [];
  if (nameAt.has(head) && role !== 'of' && role !== 'in') return [];
  // What is "established in Beijing" may be established elsewhere too; "its hometown of Velenje" is Velenje itself.
  if (role === 'in' && forms.verb.test(word.lower)) return [];
  if (forms.owners.test(lowerAt(named, head - 1))) return [];
  return [{ role, item, head, isNamed: nameAt.has(head) }];
}

/** Attachments to the verb after a name: "Orpo visited", "Kuka has since been bought". */
function findDeed(named: NamedWords, item: Item, last: Word): Attachment[] {
  const { forms, words, nameAt } = named;
  const before = lowerAt(named, item.from - 1);
  const isInPhrase =
    forms.prepositions.has(before) ||
    (forms.determiners.test(before) && forms.prepositions.has(lowerAt(named, item.from - 2)));
  const isAttribute = isAdjective(last, forms) && runAfter(named, item).length > 0;
  if (possessive.test(last.text) || isInPhrase || isAttribute || forms.owners.test(before)) return [];
  for (let at = item.to + 1; at <= item.to + toVerb; at++) {
    const word = words[at];
    if (word === undefined || word.kind === 'mark' || word.sentence !== last.sentence) return [];
    if (forms.breaks.test(word.lower)) return [];
    if (!isPlainWord(word) || forms.beforeVerb.test(word.lower)) continue;
    if (nameAt.has(at) || !forms.verbForm.test(word.lower)) return [];
    return [{ role: isPassive(words, at, forms) ? 'undergoes' : 'does', item, head: at, isNamed: false }];
  }
  return [];
}

/**
 * The attachments of names; none in a language whose word order is not known.
 * @param items the items of `words` (`findItems`).
 */
export function findAttachments(
  words: readonly Word[],
  items: readonly Item[],
  language: Pick<Language, 'attachments' | 'names'>,
): Attachment[] {
  const { attachments: forms } = language;
  if (forms === undefined) return [];
  const names = items.filter((item) => item.kind === 'name');
  const nameAt = new Map(
    names.flatMap((item) =>
      Array.from({ length: item.to - item.from + 1 }, (_, step): [number, Item] => [item.from + step, item]),
    ),
  );
  const named = { forms, words, nameAt };
  return names.flatMap((item): Attachment[] => {
    const last = words[item.to];
    if (last === undefined) return [];
    if (!isDistinct(item, language)) return [];
    return [
      ...findOwned(named, item, last),
      ...findBehind(named, item, last),
      ...findDeed(named, item, last),
    ];
  });
}
