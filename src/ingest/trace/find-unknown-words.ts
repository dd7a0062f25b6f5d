/** Finds words that no dictionary has: text whose letters were misread, or whose words run together, is full of them. Pure. */
import type { Language } from '../../core/language.ts';
import type { Passage, PlacedWord } from '../../core/types.ts';

/**
 * In small letters, since names are in no dictionary; not within a link, a file's name or a number, nor before "n't"; nor the rest
 * of one whose first letter is in brackets ("[i]nterfere").
 */
const plainWord =
  /(?<![\p{L}\p{N}@./\\_&=#-]|\[\p{L}\])\p{Ll}{4,}(?![\p{L}\p{N}@/\\_&=-]|['’]t|\.[\p{L}\p{N}])/gu;

/** A sign between letters where a font has another one for them: "Tes4ng", "Objec&ves". */
const brokenWord = /(?<![\p{L}\p{N}@./\\_&=#-])\p{L}{2,}[\d&]\p{Ll}{2,}(?![\p{L}\p{N}@/\\_=-])/gu;

/** A word that the text has so often is its own: a term of its matter. */
const ownFrom = 3;

/**
 * The words of body text and tables, and those that neither the dictionary of their language nor the text itself knows;
 * undefined for a language without a dictionary.
 */
export function findUnknownWords(
  passages: readonly Passage[],
  { isWord, words }: Language,
): { all: number; unknown: PlacedWord[] } | undefined {
  if (isWord === undefined) return undefined;
  const found = passages
    .filter(({ kind }) => kind !== 'note')
    .flatMap(({ sentences }) =>
      sentences.flatMap(({ text, pages: [page = 1] }) =>
        [...text.matchAll(plainWord), ...text.matchAll(brokenWord)].map(
          ([word]): PlacedWord => ({ text: word, page }),
        ),
      ),
    );
  const counts = new Map<string, number>();
  for (const { text } of found) counts.set(text, (counts.get(text) ?? 0) + 1);
  const isKnown = (word: string) => isWord(word) || isWord(words?.respell(word) ?? word);
  const isUnknown = (word: string, count: number) =>
    !/^\p{Ll}+$/u.test(word) || (count < ownFrom && !isKnown(word));
  const unknown = new Set([...counts].flatMap(([word, count]) => (isUnknown(word, count) ? [word] : [])));
  return { all: found.length, unknown: found.filter(({ text }) => unknown.has(text)) };
}
