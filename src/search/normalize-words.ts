/** How text becomes search terms: the same for passages and questions. */
import type { Language } from '../core/language.ts';

/** NFKD takes accents off their letters, which are then dropped: "Zürich" is found by "zurich". */
function foldAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Words and numbers of a text: "U.S." stays one word, "1,200" one number, hyphens part, "'s" goes. */
export function splitWords(text: string): string[] {
  const plain = foldAccents(text)
    .toLowerCase()
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '');
  return plain.match(/\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{N}]+/gu) ?? [];
}

/** A word as it stands in the index, or null for a function word. */
export function toTerm(word: string, { words }: Pick<Language, 'words'>): string | null {
  if (words === undefined) return word;
  return words.functionWords.has(word) ? null : words.stemPlural(word);
}
