/**
 * What a name of the sentence goes with must go with it in the source too: "Spain's leadership" is not
 * supported by "China's leadership", nor "a hub in Shijiazhuang" by "a hub in Beijing". Pure.
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

/** A name and what is short for it stand this near to each other, in words. */
const besides = 8;
/** Names with no more than this between them, and only links, are one list. */
const longestLink = 4;

/** Whose a thing is may be said without a name, so many words before it. */
const ownReach = 3;

/** Both sides of the alignment, with what goes with what. */
interface Scene {
  alignment: Alignment;
  forms: AttachmentForms;
  items: readonly Item[];
  sourceItems: readonly Item[];
  given: readonly Attachment[];
}

/** "China" and "American CEO", and no "Swedish Security Service". */
const isCountryName = ({ keys }: Item, { names }: Language) =>
  keys.some(isCountry) && keys.every((key) => isCountry(key) || names?.kindsOfThings.has(key));
/** "In China" and "in Beijing" may both be true, "in Beijing" and "in Shenzhen" are two places. */
const isWholeCountry = (name: readonly Word[]) =>
  name.some(({ key, lower }) => isCountry(key) && lower === key.toLowerCase());

/** Names joined to one by "and", a comma or a hyphen: what one of "China and Finland" has or does, the other has or does too. */
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

/** What tells a name from others: of "Chinese Geely" the firm, of "Chinese" the country. */
function coreOf({ keys }: Item): readonly string[] {
  const others = keys.filter((key) => !isCountry(key));
  return others.length > 0 ? others : keys;
}

/** "Geely" and "Chinese Geely", "Chinese" and "Chinese Geely", but not "Swedish Post" and "Swedish Security Service". */
function sharesName(one: Item, other: Item): boolean {
  const [core, otherCore] = [coreOf(one), coreOf(other)];
  const isBare = core.every(isCountry) || otherCore.every(isCountry);
  return isBare ? shares(one, other) : core.some((key) => otherCore.includes(key));
}

/** The rival with what stands beside it, its other names among that; who does a thing and who stands near by are two. */
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

/** Whether the item may be another name of the rival: a form of it, short for it, or what stands beside it. */
function mayBeSame({ from, to }: Item, rival: Attachment, { alignment, forms }: Scene): boolean {
  const { language, words, sourceWords } = alignment;
  const around = surroundingsOf(rival, sourceWords, forms);
  const first = words[from];
  // "The Communist Party of China" of "the CCP".
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

/** The sides of a deed. */
const sides: Partial<Record<Role, 'doer' | 'done to'>> = {
  does: 'doer',
  by: 'doer',
  undergoes: 'done to',
  takes: 'done to',
};

/** Whether what goes with a head in one way may be told in another: "Beijing's request" of "requested by Beijing". */
function mayStandFor({ role }: Attachment, other: Attachment): boolean {
  const [own, there] = [sides[role], sides[other.role]];
  return own === undefined || there === undefined || own === there;
}

/** "Pirelli's governance" is the governance of Pirelli. */
const isSameWay = (one: Role, other: Role) =>
  one === other || [one, other].every((role) => role === 'owner' || role === 'of');

/** What the source has in the item's place; none where it has the item there too, in whatever words. */
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
 * Whether it can hardly be otherwise (how seldom that is wrong, src/workshop/tune/certain-refusals.test.ts holds). Not so where the
 * source has the head without anything too, and of what each side has its own of.
 */
function isCertain(
  said: Attachment,
  rivals: readonly Attachment[],
  { alignment, forms, given }: Scene,
): boolean {
  const { language, words, sourceWords, headingWords } = alignment;
  const { role, item, isNamed } = said;
  const head = words[said.head];
  // "The takeover of Kuka" may be its own or another's.
  if (head === undefined || role === 'of') return false;
  // Another sentence of the source may tell of something else.
  const [aligned] = rankSentences(alignment);
  const isAligned = (rival: Attachment) =>
    rival.role === role && sourceWords[rival.head]?.sentence === aligned?.[0];
  if (!rivals.some(isAligned)) return false;
  const places = sourceWords.flatMap(({ stem, kind }, at) =>
    stem === head.stem && kind === 'word' ? [at] : [],
  );
  if (isNamed) return true;
  // "No more cooperation with China is expected": the source need not speak of any.
  if (words.some((_, at) => isNegated(words, at, language))) return false;
  if (forms.shared.has(head.stem) || (role === 'does' && forms.speech.has(head.stem))) return false;
  const isAttached = (at: number) => given.some((other) => other.role === role && other.head === at);
  if (places.every(isAttached)) return true;
  // "Its investment", "national security" may be the chapter's country's.
  const isOwnUnnamed = places.some((at) =>
    sourceWords.slice(Math.max(0, at - ownReach), at).some(({ lower }) => forms.unnamedOwner.test(lower)),
  );
  if (isOwnUnnamed) return false;
  const isKnown = item.keys.every((key) => headingWords.some((word) => word.key === key));
  return isKnown && role !== 'in' && rivals.some((rival) => sourceWords[rival.head]?.lower === head.lower);
}

/** The words from an item to its head, or back. */
function textOf({ item, head }: Attachment, words: readonly Word[], texts: readonly string[]): string {
  const [from, to] = [words[Math.min(item.from, head)], words[Math.max(item.to, head)]];
  return texts[from?.sentence ?? 0]?.slice(from?.start, to?.end) ?? '';
}

export function checkAttachments(alignment: Alignment): Finding[] {
  const { language, sentence, words, source, sourceWords } = alignment;
  const { attachments: forms } = language;
  if (forms === undefined) return [];
  const items = findItems(words, sourceWords, language);
  const sourceItems = findItems(sourceWords, sourceWords, language);
  const given = findAttachments(sourceWords, sourceItems, language);
  const scene: Scene = { alignment, forms, items, sourceItems, given };
  // Each word of "Finland's Ministry of Science" is a head; one is enough to tell.
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
