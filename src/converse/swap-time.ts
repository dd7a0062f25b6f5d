/** "And in 2023?", "And a year earlier?": the previous question about another time. Pure. */
import { extendQuestion } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';

const yearPattern = /\b(?:19|20)\d\d\b/;
const timePattern = /\b(?:(in|for|by|since|until|before|after) )?((?:19|20)\d\d)\b/i;
const bareYear =
  /^(?:(?:what|how) about )?(?:(in|for|by|since|until|before|after|back in) )?(?:the year )?((?:19|20)\d\d)(?: then| too| as well)?$/i;
const counts: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  the: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
};
const relativeYear =
  /^(?:(?:what|how) about |in )?(?:(a|one|two|three|four|five|ten|\d+) years? (earlier|before|later|after|on)|the (?:year )?(previous|year before|last|next|following|year after)(?: year)?)(?: that)?$/i;

/** "before 2020": the preposition, possibly empty, and the year. */
interface Time {
  preposition: string;
  year: number;
}

/** The time that a follow-up names, computed from a year if it is relative; null if it names more. */
function readTime(asked: string, from: number | null): Time | null {
  const text = asked.toLowerCase();
  const plain = bareYear.exec(text);
  if (plain !== null) return { preposition: plain[1] ?? '', year: Number(plain[2]) };
  const relative = relativeYear.exec(text);
  if (relative === null || from === null) return null;
  const [, count, direction, neighbour] = relative;
  const years = count === undefined ? 1 : (counts[count] ?? Number(count));
  const isEarlier = /earlier|^before/.test(direction ?? '') || /previous|before|last/.test(neighbour ?? '');
  return { preposition: '', year: from + (isEarlier ? -years : years) };
}

/** The previous question about the follow-up's time; null if the follow-up asks more than that. */
export function swapTime({ text }: FollowUp, { question, answer }: PreviousTurn): string | null {
  const own = timePattern.exec(question);
  const known = own?.[2] ?? yearPattern.exec(answer)?.[0];
  const time = readTime(text, known === undefined ? null : Number(known));
  if (time === null) return null;
  const preposition = time.preposition || own?.[1] || (own === null ? 'in' : '');
  const when = `${preposition} ${time.year}`.trim();
  return own === null ? extendQuestion(question, ` ${when}`) : question.replace(own[0], when);
}
