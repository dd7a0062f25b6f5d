/** "Why?", "Since when?", "In how many companies?": a question word that relies on the previous question. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { extendQuestion, withContext } from './context.ts';
import type { FullQuestion } from './full-question.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords } from './words.ts';

const mostWords = 2;

function isBare({ text, places }: FollowUp, forms: FollowUpForms): boolean {
  if (forms.bareQuestion.test(text)) return true;
  const rest = forms.bareQuestionPhrase.exec(text)?.[1];
  if (rest === undefined || places.length > 0 || forms.auxiliaries.test(rest)) return false;
  const isCapitalised = /\p{Lu}/u.test(rest);
  return !isCapitalised && /^\s/.test(rest) && contentWords(rest, forms).length <= mostWords;
}

/** The follow-up in full; null if it is a question of its own. */
export function askBare(
  followUp: FollowUp,
  previous: PreviousTurn,
  forms: FollowUpForms,
): FullQuestion | string | null {
  if (!isBare(followUp, forms)) return null;
  if (!forms.asksWhy.test(followUp.text)) return withContext(followUp.text, previous, forms);
  const asked = followUp.text.replace(/^./u, (letter) => letter.toLowerCase());
  return extendQuestion(previous.question, forms.wording.further(asked));
}
