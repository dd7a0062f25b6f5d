/** The numbers, dates and names of a text, each with its words. Pure. */

import type { Language } from '../../core/language.ts';
import { isName, namesOf } from './names.ts';
import type { Word } from './read-words.ts';

export type ItemKind = 'number' | 'date' | 'name';

export interface Item {
  kind: ItemKind;
  keys: readonly string[];
  /** Indices of its first and last word. */
  from: number;
  to: number;
  /** Whether the name goes on after "of". */
  isJoined?: boolean;
}

const year = /^(?:1[89]|20)\d\d$/;

function kindOf(
  words: readonly Word[],
  at: number,
  names: ReadonlySet<string>,
  language: Language,
): ItemKind | null {
  const word = words[at];
  if (word === undefined || word.kind === 'mark') return null;
  if (word.key.startsWith('#')) return 'number';
  if (word.key.startsWith('month ')) return 'date';
  if (isName(words, at, language, names)) return 'name';
  if (!year.test(word.key)) return null;
  // "Made in China 2025" is a name.
  const before = words[at - 1];
  const isNamePart =
    before !== undefined && before.sentence === word.sentence && isName(words, at - 1, language, names);
  return isNamePart ? 'name' : 'date';
}

const longestGap = 3;

/** Whether the words between two names make them one: "Institute of Economics", but not "Huawei and ZTE". */
function joins(last: Item, at: number, words: readonly Word[], { names: forms }: Language): boolean {
  if (forms === undefined) return false;
  const { bodies, connectors, opensSecondHalf } = forms;
  const between = words.slice(last.to + 1, at);
  if (between.length === 0 || between.length > longestGap) return false;
  if (!between.every(({ lower, sentence }) => connectors.has(lower) && sentence === words[at]?.sentence))
    return false;
  const isBody = words.slice(last.from, last.to + 1).some(({ lower }) => bodies.has(lower));
  const opensOut = between.some(({ lower }) => opensSecondHalf.test(lower));
  return isBody && (opensOut || last.isJoined === true);
}

/** Whether a word continues the item before it: "Hutchison Drei" is one item, "Italy's TIM" two. */
function continues(last: Item, kind: ItemKind, at: number, words: readonly Word[]): boolean {
  const before = words[last.to];
  const word = words[at];
  if (last.kind !== kind || last.to !== at - 1 || before?.sentence !== word?.sentence) return false;
  if (kind === 'number') return last.keys[0] === word?.key;
  return kind === 'date' || !/['’]s?$/.test(before?.text ?? '');
}

/**
 * Runs of words of one kind: "September 2023", "Hutchison Drei", "EUR 1.5 billion".
 * @param source shows which words that open a sentence are names: those with a capital elsewhere too.
 */
export function findItems(words: readonly Word[], source: readonly Word[], language: Language): Item[] {
  const names = namesOf(source, language);
  const items: Item[] = [];
  words.forEach((word, at) => {
    const kind = kindOf(words, at, names, language);
    if (kind === null) return;
    const last = items.at(-1);
    if (last !== undefined && kind === 'name' && last.kind === 'name' && joins(last, at, words, language)) {
      items[items.length - 1] = { ...last, keys: [...last.keys, word.key], to: at, isJoined: true };
    } else if (last !== undefined && continues(last, kind, at, words)) {
      items[items.length - 1] = { ...last, keys: [...last.keys, word.key], to: at };
    } else items.push({ kind, keys: [word.key], from: at, to: at });
  });
  return items;
}

/** Whether the two have a word in common. */
export const shares = (one: Item, other: Item): boolean => one.keys.some((key) => other.keys.includes(key));

/** Whether `other` has all words of `one`. */
export const says = (one: Item, other: Item): boolean => one.keys.every((key) => other.keys.includes(key));

/** Whether a word of a name names somebody or something by itself. */
export const namesSomething = (key: string, { names }: Pick<Language, 'names'>): boolean =>
  key.length > 2 && !/\d/.test(key) && !names?.kindsOfThings.has(key);

/** Whether an item names something in particular; only a name may fail to. */
export function isDistinct({ kind, keys }: Item, language: Pick<Language, 'names'>): boolean {
  return kind !== 'name' || keys.some((key) => namesSomething(key, language));
}
