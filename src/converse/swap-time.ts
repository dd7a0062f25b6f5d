/** "And in 2023?", "And a year earlier?": the question before, asked about another time. Pure. */
import type { FollowUp, PreviousTurn } from './turn.ts';
import { withoutEnd } from './words.ts';

const yearPattern = /\b(?:19|20)\d\d\b/;
const bareYear =
  /^(?:(?:what|how) about |(?:in|for|by|since|until|before|after|back in) |(?:the year )?)*(?:the year )?((?:19|20)\d\d)(?: then| too| as well)?$/i;
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

/** The year that a follow-up names, reckoned from the one before where it is relative; null where it names more. */
function yearAsked(asked: string, from: number | null): number | null {
  const text = asked.toLowerCase();
  const plain = bareYear.exec(text)?.[1];
  if (plain !== undefined) return Number(plain);
  const relative = relativeYear.exec(text);
  if (relative === null || from === null) return null;
  const [, count, direction, neighbour] = relative;
  const years = count === undefined ? 1 : (counts[count] ?? Number(count));
  const isEarlier = /earlier|^before/.test(direction ?? '') || /previous|before|last/.test(neighbour ?? '');
  return from + (isEarlier ? -years : years);
}

/** The question before asked about the year of the follow-up; null where the follow-up asks more than a year. */
export function swapTime({ text }: FollowUp, { question, answer }: PreviousTurn): string | null {
  const own = yearPattern.exec(question)?.[0];
  const known = own ?? yearPattern.exec(answer)?.[0];
  const year = yearAsked(text, known === undefined ? null : Number(known));
  if (year === null) return null;
  return own === undefined ? `${withoutEnd(question)} in ${year}?` : question.replace(own, String(year));
}
