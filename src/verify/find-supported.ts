/** Which numbers, dates, names and quotations of a sentence its source supports for certain, and where. Pure. */

import type { Language } from '../core/language.ts';
import type { Alignment } from './alignment.ts';
import { isNameKnown } from './checks/check-names.ts';
import { isNumberSaid } from './checks/check-numbers.ts';
import { findQuotations, hasQuotation } from './checks/check-quotations.ts';
import { isDateSaid } from './checks/same-dates.ts';
import { findItems, type ItemKind, namesSomething } from './reading/items.ts';
import { findDates } from './reading/read-dates.ts';
import { findAllQuantities, findQuantities } from './reading/read-quantities.ts';
import type { Word } from './reading/read-words.ts';

export interface SupportedItem {
  kind: ItemKind | 'quotation';
  /** The words of the written sentence; of a quotation without its marks. */
  text: string;
  /** Index in `alignment.source` of a sentence that has it, in the same words if there is one. */
  sentence: number;
}

/** An item of the written sentence, with a test for whether a sentence of the source has it. */
interface Sought extends Omit<SupportedItem, 'sentence'> {
  /** Offsets in the written sentence, end exclusive. */
  start: number;
  end: number;
  isIn: (sentence: number) => boolean;
}

function seekQuotations({ sentence, source }: Alignment): Sought[] {
  return findQuotations(sentence).map((span) => ({
    ...span,
    kind: 'quotation',
    isIn: (at) => hasQuotation(source[at] ?? '', span.text),
  }));
}

/** A name as a whole if a sentence of the source has it, else its words: "Germany Bosch" may be two names. */
function wholeOrWords(
  name: readonly Word[],
  bySentence: readonly (readonly Word[])[],
  language: Language,
): (readonly Word[])[] {
  const isWhole = bySentence.some((words) => isNameKnown(name, words, language));
  return isWhole ? [name] : name.map((word) => [word]);
}

/** Whether a name names something: "European" and "Made" name nothing by themselves, "EU" does. */
const isTelling = (name: readonly Word[], language: Language) =>
  name.some(({ text, key }) => namesSomething(key, language) || /^\p{Lu}{2}/u.test(text));

function seekNames({ language, sentence, source, words, sourceWords }: Alignment): Sought[] {
  const bySentence = source.map((_, at) => sourceWords.filter((word) => word.sentence === at));
  return findItems(words, sourceWords, language)
    .filter(({ kind }) => kind === 'name')
    .flatMap(({ from, to }) => wholeOrWords(words.slice(from, to + 1), bySentence, language))
    .filter((name) => isTelling(name, language))
    .map((name) => {
      const start = name[0]?.start ?? 0;
      const end = name.at(-1)?.end ?? 0;
      const text = sentence.slice(start, end).replace(/['’]s?$/, '');
      return {
        kind: 'name',
        text,
        start,
        end,
        isIn: (at) => isNameKnown(name, bySentence[at] ?? [], language),
      };
    });
}

function seekDates({ language, sentence, source }: Alignment): Sought[] {
  const given = source.map((one) => findDates(one, language));
  const years = new Set(given.flat().map(({ year }) => year));
  return findDates(sentence, language).map((said) => ({
    kind: 'date',
    text: said.text,
    start: said.start,
    end: said.end,
    isIn: (at) => isDateSaid(said, given[at] ?? [], years),
  }));
}

function seekNumbers({ language, sentence, source }: Alignment): Sought[] {
  const given = source.map((one) => findAllQuantities(one, language));
  const all = findQuantities(sentence, language);
  return all.map((said) => ({
    kind: 'number',
    text: said.text,
    start: said.start,
    end: said.end,
    isIn: (at) => isNumberSaid(said, all, given[at] ?? [], language),
  }));
}

/** Whether an item is part of a longer one: "2025" in "Made in China 2025", a name in a quotation. */
function isPart(one: Sought, all: readonly Sought[]): boolean {
  const length = ({ start, end }: Sought) => end - start;
  return all.some((other) => length(other) > length(one) && other.start <= one.start && other.end >= one.end);
}

/**
 * The numbers, dates, names and quotations of a written sentence that a sentence of its source has, each once and in
 * order. What is derived from the source ("doubled"), or known from a heading alone, is left out.
 */
export function findSupported(alignment: Alignment): SupportedItem[] {
  const { source } = alignment;
  const sought = [seekQuotations, seekNames, seekDates, seekNumbers].flatMap((seek) => seek(alignment));
  const own = sought.filter((one) => !isPart(one, sought)).sort((a, b) => a.start - b.start);
  const found = new Map<string, SupportedItem>();
  for (const { kind, text, isIn } of own) {
    const key = text.toLowerCase();
    const places = source.flatMap((_, at) => (isIn(at) ? [at] : []));
    // Of two sentences the one with "Germany" is taken before the one with "German".
    const sentence = places.find((at) => source[at]?.toLowerCase().includes(key)) ?? places[0];
    if (sentence !== undefined && !found.has(key)) found.set(key, { kind, text, sentence });
  }
  return [...found.values()];
}
