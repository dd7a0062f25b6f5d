/** What is told from the words of a question. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';

/** A text without its opening "and", "so" or the like. */
export function withoutOpening(text: string, { openings }: FollowUpForms): string {
  const rest = text.replace(openings, '');
  return rest.replace(/[\s?!.…]+/gu, '') === '' ? text : rest;
}

/** Whether a text opens with a word that joins it to what was said before: "and", not "ok". */
export const hasJoin = (text: string, { joins }: FollowUpForms): boolean => joins.test(text);

/** A question without its final punctuation. */
export function withoutEnd(text: string): string {
  return text.trim().replace(/(?<![\s?!.…])[\s?!.…]+$/u, '');
}

/** Separates the carried-over context, so that the next turn can recognise it. */
const carried = /(?<!\s)\s*\(([^()]*)\)\s*$/;

/** A question without its final punctuation and the context behind it; that with its brackets, and what they hold. */
export function splitContext(text: string): { question: string; context: string; held?: string } {
  const plain = withoutEnd(text);
  const [context = '', held] = carried.exec(plain) ?? [];
  return {
    question: plain.slice(0, plain.length - context.length),
    context,
    ...(held !== undefined && { held }),
  };
}

/** The words that name something, as written. */
export function contentWords(text: string, { grammarWords }: FollowUpForms): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}&'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  return words.filter((word) => !grammarWords.has(word.toLowerCase().replace(/['’]s?$/u, '')));
}

/** The pattern, for all places that it matches. */
export const everywhere = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}g`);

/** The topic of a question: "firm building a plant in Sines" of "Which firm is building a plant in Sines?". */
export function topicOf(question: string, forms: FollowUpForms): string {
  return withoutEnd(withoutOpening(question, forms))
    .replace(forms.questionWord, ' ')
    .replace(forms.auxiliaries, ' ')
    .replace(everywhere(forms.pronouns), ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:])/g, '')
    .replace(/^[\s,;:–-]+/, '')
    .trim();
}

/** A name without a leading function word: "Huawei" of "While Huawei". */
export function withoutLeadingGrammar(text: string, forms: FollowUpForms): string {
  const words = text.split(' ');
  const first = words.findIndex((word) => !forms.grammarWords.has(word.toLowerCase()));
  return words.slice(first < 0 ? -1 : first).join(' ');
}
