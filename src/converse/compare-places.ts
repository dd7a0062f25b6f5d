/** "Compare that with Germany": the question before, held against another place. Pure. */
import { extendQuestion } from './context.ts';
import { namePlaces, placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords } from './words.ts';

const compares =
  /\b(?:compar\w+|contrast|versus|vs|differ\w*|different|similar|same|more|less|fewer|higher|lower|better|worse|bigger|larger|smaller) (?:(?:that|this|it|them|these|those) )?(?:with|to|from|than|as|in|for|against|and)\b|\bhow does (?:that|this|it) compare\b/i;
/** A comparison names nothing of its own but the place and how it compares. */
const mostWords = 3;

/** The question before about both places; null where the follow-up does not compare. */
export function comparePlaces(
  followUp: FollowUp,
  { question, places, impliedPlaces }: PreviousTurn,
): string | null {
  const { text } = followUp;
  const others = followUp.places.filter(({ name }) => !places.some((place) => place.name === name));
  if (others.length === 0 || !compares.test(text) || contentWords(text).length > mostWords) return null;
  const here = places.length > 0 || impliedPlaces.length === 0 ? '' : ` ${placesWithin(impliedPlaces)}`;
  // An average of the EU stands beside the country's figure, in its chapter.
  if (others.length === 1 && others[0]?.kind === 'union')
    return extendQuestion(question, `${here}, and ${placesWithin(others)}`);
  return extendQuestion(question, `${here}, compared with ${namePlaces(others)}`);
}
