/** How text becomes search terms: the same for passages and questions. */
import { functionWords } from '../networks/function-words.ts';

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

/** The S-stemmer (Harman 1991, "How effective is suffixing?"): plurals only, so that few words fall together. */
function stemPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /\p{N}/u.test(word)) return word;
  if (word.endsWith('ies')) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}

/** A word as it stands in the index, or null for a function word. */
export function toTerm(word: string): string | null {
  return functionWords.has(word) ? null : stemPlural(word);
}
