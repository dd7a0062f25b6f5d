/** "Why?", "Since when?", "In how many companies?": a question word that relies on the previous question. Pure. */
import { asksWhy, auxiliaries, bareQuestion, bareQuestionPhrase } from '../language/en/follow-up-words.ts';
import { extendQuestion, withContext } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords } from './words.ts';

const mostWords = 2;

function isBare({ text, places }: FollowUp): boolean {
  if (bareQuestion.test(text)) return true;
  const rest = bareQuestionPhrase.exec(text)?.[1];
  if (rest === undefined || places.length > 0 || auxiliaries.test(rest)) return false;
  const isCapitalised = /\p{Lu}/u.test(rest);
  return !isCapitalised && /^\s/.test(rest) && contentWords(rest).length <= mostWords;
}

/** The follow-up in full; null if it is a question of its own. */
export function askBare(followUp: FollowUp, previous: PreviousTurn): string | null {
  if (!isBare(followUp)) return null;
  if (!asksWhy.test(followUp.text)) return withContext(followUp.text, previous);
  const asked = followUp.text.replace(/^./u, (letter) => letter.toLowerCase());
  return extendQuestion(previous.question, `, and ${asked}`);
}
