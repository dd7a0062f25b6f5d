/** "Why?", "Since when?", "In how many companies?": a question word that relies on the previous question. Pure. */
import { extendQuestion, withContext } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { auxiliaryWords, contentWords } from './words.ts';

const pointer = '(?: (?:that|this|it|they|those|there))?';
const closed = new RegExp(
  `^(?:why(?: (?:not|so|(?:is|was|are|were)${pointer}(?: so| the case)?))?|how (?:come|so|exactly)|what (?:for|else)|who else|which ones?|which of them|how (?:much|many|long|often|high|large|big|old|far)(?: (?:is|was|were|are|will|does)${pointer}(?: (?:be|take|cost|worth))?)?(?: in (?:total|all|euros?))?|(?:since |until |till |by |from )?when(?: exactly)?(?: (?:is|was|will|did|does)${pointer}(?: (?:be|happen|start|end))?)?|where(?: exactly)?(?: (?:is|was|did|does)${pointer}(?: happen)?)?|how|who(?: exactly)?(?: (?:is|was)${pointer})?|which year (?:is|was|did)${pointer}(?: happen)?|(?:by|with|for|from|to|against) (?:whom|who|what|which))$`,
  'i',
);
/** "On what day", "in how many companies", "which companies": a wh-phrase alone. */
const phrase =
  /^(?:(?:in|on|at|by|for|to|with|from|since|until|of|under|after|between|through|across|over) )?(?:what(?! about)|which|whose|how (?:many|much|large a|big a))\b(.*)$/i;
const mostWords = 2;

function isBare({ text, places }: FollowUp): boolean {
  if (closed.test(text)) return true;
  const rest = phrase.exec(text)?.[1];
  if (rest === undefined || places.length > 0 || auxiliaryWords.test(rest)) return false;
  const isCapitalised = /\p{Lu}/u.test(rest);
  return !isCapitalised && /^\s/.test(rest) && contentWords(rest).length <= mostWords;
}

/** The follow-up in full; null if it is a question of its own. */
export function askBare(followUp: FollowUp, previous: PreviousTurn): string | null {
  if (!isBare(followUp)) return null;
  if (!/^(?:why|how come)/i.test(followUp.text)) return withContext(followUp.text, previous);
  const asked = followUp.text.replace(/^./u, (letter) => letter.toLowerCase());
  return extendQuestion(previous.question, `, and ${asked}`);
}
