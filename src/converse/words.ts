/** The word lists by which follow-ups are recognised. Pure. */
import {
  auxiliaries,
  grammarWords,
  openings,
  pronouns,
  questionWord,
} from '../language/en/follow-up-words.ts';

/** A text without its opening "and", "so" or the like. */
export function withoutOpening(text: string): string {
  const rest = text.replace(openings, '');
  return rest.replace(/[\s?!.…]+/gu, '') === '' ? text : rest;
}

/** Whether a text opens with "and" or the like and continues. */
export function hasOpening(text: string): boolean {
  return withoutOpening(text) !== text;
}

/** A question without its final punctuation. */
export function withoutEnd(text: string): string {
  return text.trim().replace(/[\s?!.…]+$/u, '');
}

/** The words that name something, as written. */
export function contentWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}&'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  return words.filter((word) => !grammarWords.has(word.toLowerCase().replace(/['’]s?$/u, '')));
}

/** The topic of a question: "firm building a plant in Sines" of "Which firm is building a plant in Sines?". */
export function topicOf(question: string): string {
  return withoutEnd(withoutOpening(question))
    .replace(questionWord, ' ')
    .replace(auxiliaries, ' ')
    .replaceAll(pronouns, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:])/g, '')
    .replace(/^[\s,;:–-]+/, '')
    .trim();
}

/** A name without a leading function word: "Huawei" of "While Huawei". */
export function withoutLeadingGrammar(text: string): string {
  const [first = '', ...rest] = text.split(' ');
  return rest.length > 0 && grammarWords.has(first.toLowerCase())
    ? withoutLeadingGrammar(rest.join(' '))
    : text;
}
