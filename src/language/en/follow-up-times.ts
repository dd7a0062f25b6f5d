/** How an English follow-up asks for another time: "in 2023", "a year earlier". Pure. */
import type { FollowUpTimes } from '../../core/follow-up-forms.ts';

const bareYear =
  /^(?:(?:what|how) about )?(?:(in|for|by|since|until|before|after|back in) )?(?:the (?:year )?)?((?:19|20)\d\d)(?: then| too| as well| ones?)?$/i;
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

export const followUpTimes: FollowUpTimes = {
  inQuestion: /\b(?:(in|for|by|since|until|before|after) )?((?:19|20)\d\d)\b/i,
  preposition: 'in',
  read: (text, from) => {
    const plain = bareYear.exec(text);
    if (plain !== null) return { preposition: plain[1] ?? '', year: Number(plain[2]) };
    const relative = relativeYear.exec(text);
    if (relative === null || from === null) return null;
    const [, count, direction, neighbour] = relative;
    const years = count === undefined ? 1 : (counts[count] ?? Number(count));
    const isEarlier = /earlier|^before/.test(direction ?? '') || /previous|before|last/.test(neighbour ?? '');
    return { preposition: '', year: from + (isEarlier ? -years : years) };
  },
};
