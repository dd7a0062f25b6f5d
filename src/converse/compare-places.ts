/** "Compare that with Germany": the question before, held against another place. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { extendQuestion } from './context.ts';
import { namePlaces, placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords } from './words.ts';

/** A comparison names nothing of its own but the place and how it compares. */
const mostWords = 3;

/** The question before about both places; null where the follow-up does not compare. */
export function comparePlaces(
  followUp: FollowUp,
  { question, places, impliedPlaces }: PreviousTurn,
  forms: FollowUpForms,
): string | null {
  const { text } = followUp;
  const others = followUp.places.filter(({ name }) => !places.some((place) => place.name === name));
  if (others.length === 0 || !forms.compares.test(text)) return null;
  if (contentWords(text, forms).length > mostWords) return null;
  const { further, comparedWith } = forms.wording;
  const here =
    places.length > 0 || impliedPlaces.length === 0 ? '' : ` ${placesWithin(impliedPlaces, forms)}`;
  // An average of the EU stands beside the country's figure, in its chapter.
  if (others.length === 1 && others[0]?.kind === 'union')
    return extendQuestion(question, `${here}${further(placesWithin(others, forms))}`);
  return extendQuestion(question, `${here}${comparedWith(namePlaces(others, forms))}`);
}
