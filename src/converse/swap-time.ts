/** "And in 2023?", "And a year earlier?": the previous question about another time. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { extendQuestion } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';

const yearPattern = /\b(?:19|20)\d\d\b/;

/** The previous question about the follow-up's time; null if the follow-up asks more than that. */
export function swapTime(
  { text }: FollowUp,
  { question, answer }: PreviousTurn,
  { times }: FollowUpForms,
): string | null {
  const own = times.inQuestion.exec(question);
  const known = own?.[2] ?? yearPattern.exec(answer)?.[0];
  const time = times.read(text.toLowerCase(), known === undefined ? null : Number(known));
  if (time === null) return null;
  const preposition = time.preposition || own?.[1] || (own === null ? times.preposition : '');
  const when = `${preposition} ${time.year}`.trim();
  return own === null ? extendQuestion(question, ` ${when}`) : question.replace(own[0], when);
}
