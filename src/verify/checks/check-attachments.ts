/**
 * Checks that a name is attached to the same word in the sentence and in the source: "China's leadership" does not
 * support "Spain's leadership", nor "a hub in Beijing" "a hub in Shijiazhuang". Pure.
 */

import type { AttachmentForms, Language } from '../../core/language.ts';
import { likenessOfForms } from '../align-words.ts';
import { rankSentences } from '../aligned-sentences.ts';
import type { Alignment } from '../alignment.ts';
import { isAcronymOf } from '../reading/acronyms.ts';
import { type Attachment, findAttachments, type Role } from '../reading/attachments.ts';
import { findItems, type Item, shares } from '../reading/items.ts';
import { isCountry } from '../reading/name-keys.ts';
import { mayBeFormOf } from '../reading/names.ts';
import { isNegated } from '../reading/polarity.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { isNameKnown } from './check-names.ts';

/** How far from a competing name its short form or other names may stand, in words. */
const besides = 8;
/** Names form one list if at most this many words stand between them, all of them links ("and", a comma, a hyphen). */
const longestLink = 4;

/** How far before a noun an owner that is not named may stand ("its", "national"), in words. */
const ownReach = 3;

/** Both sides of the alignment: the names in them, and in `given` what the source attaches to what. */
interface Scene {
  alignment: Alignment;
  forms: AttachmentForms;
  items: readonly Item[];
  sourceItems: readonly Item[];
  given: readonly Attachment[];
}

/** Whether a name names only a country: "China" and "American CEO", but not "Swedish Security Service". */
const isCountryName = ({ keys }: Item, { names }: Language) =>
  keys.some(isCountry) && keys.every((key) => isCountry(key) || names?.kindsOfThings.has(key));
/** Whether a place is a whole country: "in China" does not contradict "in Beijing", but "in Shenzhen" does. */
const isWholeCountry = (name: readonly Word[]) =>
  name.some(({ key, lower }) => isCountry(key) && lower === key.toLowerCase());

/**
 * The names listed together with this one: what the source says of one of "China and Finland" holds for the other too.
 */
function joinedTo(item: Item, items: readonly Item[], words: readonly Word[], link: RegExp): Item[] {
  return items.filter((other) => {
    if (other === item || other.kind !== item.kind) return false;
    const [first, second] = other.from < item.from ? [other, item] : [item, other];
    const between = words.slice(first.to + 1, second.from);
    return (
      between.length <= longestLink &&
      between.every(({ lower, sentence }) => sentence === words[item.from]?.sentence && link.test(lower))
    );
  });
}

/** The words that tell a name from others: "Geely" in "Chinese Geely"; all words if it names only a country. */
function coreOf({ keys }: Item): readonly string[] {
  const others = keys.filter((key) => !isCountry(key));
  return others.length > 0 ? others : keys;
}

/**
 * Whether two names may be one: "Geely" and "Chinese Geely", "Chinese" and "Chinese Geely", but not "Swedish Post" and
 * "Swedish Security Service".
 */
function sharesName(one: Item, other: Item): boolean {
  const [core, otherCore] = [coreOf(one), coreOf(other)];
  const isBare = core.every(isCountry) || otherCore.every(isCountry);
  return isBare ? shares(one, other) : core.some((key) => otherCore.includes(key));
}

/**
 * The words around a rival, which may hold its other names. For the doer of something only its own name counts: another
 * name near by is somebody else.
 */
function surroundingsOf(
  { role, item: { from, to } }: Attachment,
  words: readonly Word[],
  { nameLink }: AttachmentForms,
): readonly Word[] {
  if (role !== 'does') return words.slice(Math.max(0, from - besides), to + 1 + besides);
  const isPart = (at: number) => {
    const word = words[at];
    if (word === undefined || word.sentence !== words[from]?.sentence) return false;
    return word.isCapital || nameLink.test(word.lower) || words[at - 1]?.text === '-';
  };
  let start = from;
  while (isPart(start - 1)) start--;
  let end = to + 1;
  while (isPart(end)) end++;
  return words.slice(start, end);
}

/** Whether the item may name the same as the rival: as a form of its name, its acronym, or a name beside it. */
function mayBeSame({ from, to }: Item, rival: Attachment, { alignment, forms }: Scene): boolean {
  const { language, words, sourceWords } = alignment;
  const around = surroundingsOf(rival, sourceWords, forms);
  const first = words[from];
  // The country may be missing around the rival: "the Communist Party of China" and "the CCP".
  const name = words
    .slice(from, to + 1)
    .filter(({ key, lower }) => !isCountry(key) && !language.names?.kindsOfThings.has(lower));
  return (
    isNameKnown(name, around, language) ||
    isAcronymOf(words, from, around, language) ||
    isAcronymOf(sourceWords, rival.item.from, words, language) ||
    (first !== undefined && mayBeFormOf(first, sourceWords.slice(rival.item.from, rival.item.to + 1)))
  );
}

/** Which side of an action a role stands on. */
const sides: Partial<Record<Role, 'doer' | 'done to'>> = {
  does: 'doer',
  by: 'doer',
  undergoes: 'done to',
  takes: 'done to',
};

/** Whether one role may be reworded as the other: "requested by Beijing" as "Beijing's request". */
function mayStandFor({ role }: Attachment, other: Attachment): boolean {
  const [own, there] = [sides[role], sides[other.role]];
  return own === undefined || there === undefined || own === there;
}

/** Whether two roles are the same: "Pirelli's governance" is "the governance of Pirelli". */
const isSameWay = (one: Role, other: Role) =>
  one === other || [one, other].every((role) => role === 'owner' || role === 'of');

/**
 * The rivals of an attachment, its competing mentions: what the source attaches to the same head in place of the item.
 * None where the source attaches the item there too, in whatever words.
 */
function findRivals(said: Attachment, scene: Scene): Attachment[] {
  const { alignment, forms, items, sourceItems, given } = scene;
  const { words, sourceWords } = alignment;
  const head = words[said.head];
  if (head === undefined) return [];
  const likeHead = given.filter((other) => {
    const word = sourceWords[other.head];
    if (word === undefined || !mayStandFor(said, other)) return false;
    const isSaying = said.role === 'does' && forms.speech.has(word.stem) && forms.speech.has(head.stem);
    return isSaying || likenessOfForms(head, word, alignment.language) > 0;
  });
  const owners = likeHead.flatMap(({ item }) => [
    item,
    ...joinedTo(item, sourceItems, sourceWords, forms.listLink),
  ]);
  if (owners.some((owner) => sharesName(owner, said.item))) return [];
  const sameHead = given.filter(
    (other) => isSameWay(said.role, other.role) && sourceWords[other.head]?.stem === head.stem,
  );
  const own = joinedTo(said.item, items, words, forms.listLink);
  if (sameHead.some(({ item }) => own.some((one) => sharesName(item, one)))) return [];
  const isCountryHere = (item: Item, list: readonly Word[]) =>
    said.role === 'in'
      ? isWholeCountry(list.slice(item.from, item.to + 1))
      : isCountryName(item, alignment.language);
  const isCountrySaid = isCountryHere(said.item, words);
  const rivals = sameHead.filter(({ item }) => isCountryHere(item, sourceWords) === isCountrySaid);
  const isName = !isCountryName(said.item, alignment.language);
  return isName && rivals.some((rival) => mayBeSame(said.item, rival, scene)) ? [] : rivals;
}

/**
 * Whether an attachment with rivals is certainly unsupported; src/workshop/tune/certain-refusals.test.ts bounds how
 * often that is wrong. As a rule it is not certain where the source also has the head with nothing attached, nor for a
 * head that each side has its own of, such as "government" (`forms.shared`).
 */
function isCertain(
  said: Attachment,
  rivals: readonly Attachment[],
  { alignment, forms, given }: Scene,
): boolean {
  const { language, words, sourceWords, headingWords } = alignment;
  const { role, item, isNamed } = said;
  const head = words[said.head];
  // Kuka may be the buyer or the bought in "the takeover of Kuka".
  if (head === undefined || role === 'of') return false;
  // A rival in a sentence that is not aligned may belong to another statement.
  const [aligned] = rankSentences(alignment);
  const isAligned = (rival: Attachment) =>
    rival.role === role && sourceWords[rival.head]?.sentence === aligned?.[0];
  if (!rivals.some(isAligned)) return false;
  const places = sourceWords.flatMap(({ stem, kind }, at) =>
    stem === head.stem && kind === 'word' ? [at] : [],
  );
  if (isNamed) return true;
  // A denied sentence, "no more cooperation with China is expected", may hold though the source never mentions the
  // name.
  if (words.some((_, at) => isNegated(words, at, language))) return false;
  if (forms.shared.has(head.stem) || (role === 'does' && forms.speech.has(head.stem))) return false;
  const isAttached = (at: number) => given.some((other) => other.role === role && other.head === at);
  if (places.every(isAttached)) return true;
  // The owner in "its investment" or "national security" may be the country of the chapter.
  const isOwnUnnamed = places.some((at) =>
    sourceWords.slice(Math.max(0, at - ownReach), at).some(({ lower }) => forms.unnamedOwner.test(lower)),
  );
  if (isOwnUnnamed) return false;
  const isKnown = item.keys.every((key) => headingWords.some((word) => word.key === key));
  return isKnown && role !== 'in' && rivals.some((rival) => sourceWords[rival.head]?.lower === head.lower);
}

/** The text between an item and its head, both included. */
function textOf({ item, head }: Attachment, words: readonly Word[], texts: readonly string[]): string {
  const [from, to] = [words[Math.min(item.from, head)], words[Math.max(item.to, head)]];
  return texts[from?.sentence ?? 0]?.slice(from?.start, to?.end) ?? '';
}

/**
 * A finding for each attachment of the sentence that has only rivals in the source; none in a language without forms
 * for them.
 */
export function checkAttachments(alignment: Alignment): Finding[] {
  const { language, sentence, words, source, sourceWords } = alignment;
  const { attachments: forms } = language;
  if (forms === undefined) return [];
  const items = findItems(words, sourceWords, language);
  const sourceItems = findItems(sourceWords, sourceWords, language);
  const given = findAttachments(sourceWords, sourceItems, language);
  const scene: Scene = { alignment, forms, items, sourceItems, given };
  // In "Finland's Ministry of Science" each word of the ministry's name is a head; one finding is enough.
  const told = new Set<Item>();
  return findAttachments(words, items, language).flatMap((said): Finding[] => {
    const rivals = findRivals(said, scene);
    const [rival] = rivals;
    if (rival === undefined || (said.isNamed && told.has(said.item))) return [];
    if (said.isNamed) told.add(said.item);
    return [
      {
        kind: said.item.kind,
        text: textOf(said, words, [sentence]),
        reason: `the passage says “${textOf(rival, sourceWords, source)}”`,
        rule: 'attached',
        isCertain: isCertain(said, rivals, scene),
        strength: 1,
      },
    ];
  });
}
