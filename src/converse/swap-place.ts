/** "And in Poland?": the question before, asked about another place. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { lowerWords } from '../subjects/subject.ts';
import { extendQuestion } from './context.ts';
import { placesWithin, swapPlaces } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, everywhere } from './words.ts';

/** Whether a follow-up names places and nothing else. */
function namesOnlyPlaces({ text, places }: FollowUp, forms: FollowUpForms): boolean {
  const rest = places
    .flatMap(lowerWords)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ' '), text.toLowerCase());
  const named = rest.replace(everywhere(forms.filler), ' ').replace(/['’]s\b/g, ' ');
  return places.length > 0 && contentWords(named, forms).length === 0;
}

/** The question before asked about the places of the follow-up; null where the follow-up asks more than a place. */
export function swapPlace(
  followUp: FollowUp,
  { question, places }: PreviousTurn,
  forms: FollowUpForms,
): string | null {
  const to = followUp.places;
  if (!namesOnlyPlaces(followUp, forms)) return null;
  // A comparison takes in one more; a question without a place gets one.
  if (places.length === 1) return swapPlaces(question, places, to, forms);
  const within = placesWithin(to, forms);
  return extendQuestion(question, places.length > 1 ? forms.wording.further(within) : ` ${within}`);
}
