/** What a follow-up is taken to ask. Pure. */
import type { ResolvedQuestion } from '../answer/choose/resolved-question.ts';
import type { FollowUpForms } from '../core/follow-up-forms.ts';

/** A question with those that it cannot be understood without. */
export interface FullQuestion {
  /** As it is searched for. */
  text: string;
  /** The questions to be shown, the latest last: those before it that it leans on, then itself. */
  asked: readonly string[];
}

/** Letters of a question with those before it, so that it can be a turn of a request again. */
const mostShown = 1500;

export const plainQuestion = (text: string): FullQuestion => ({ text, asked: [text] });

/** The question that a talk began with, and the latest: with all between them it would be read by nobody. */
export function mostTelling(asked: readonly string[]): string[] {
  return asked.length <= 2 ? [...asked] : [...asked.slice(0, 1), ...asked.slice(-1)];
}

/** As a question is printed: a capital first, a mark last. */
function printed(question: string): string {
  const text = question.trim().replace(/^./u, (letter) => letter.toUpperCase());
  return /[?!.…]$/u.test(text) ? text : `${text}?`;
}

/** "Who owns it? (after “Which company builds a plant in Sines?”)": the question in English, for the asker. */
export function showFullQuestion({ asked }: Pick<FullQuestion, 'asked'>, { wording }: FollowUpForms): string {
  const question = printed(asked.at(-1) ?? '');
  const before = mostTelling(asked.slice(0, -1)).map(printed);
  const shown = before.length === 0 ? question : wording.after(question, before);
  return shown.length > mostShown ? question : shown;
}

/** What is searched for as one question, which stands alone once it is so put. */
export function toResolved(question: FullQuestion, forms: FollowUpForms): ResolvedQuestion {
  const shown = showFullQuestion(question, forms);
  return { text: question.text, beyond: [], ...(shown !== question.text && { shown }) };
}
