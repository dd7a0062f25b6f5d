/** "What about batteries there?", "And imports?": the matter changes, the rest stays. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { withContext } from './context.ts';
import type { FullQuestion } from './full-question.ts';
import { placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, hasJoin } from './words.ts';

const mostWords = 5;

/** The matter asked about, or null where the follow-up is a question of its own or names a place. */
function readAspect({ asked, text, places }: FollowUp, forms: FollowUpForms): string | null {
  const { asksAbout, auxiliaries, opensQuestion } = forms;
  const isAbout = asksAbout.test(text);
  const phrase = text.replace(asksAbout, '');
  if (!isAbout && !hasJoin(asked, forms)) return null;
  if (places.length > 0 || opensQuestion.test(phrase) || auxiliaries.test(phrase)) return null;
  const count = contentWords(phrase, forms).length;
  return count > 0 && count <= mostWords ? phrase : null;
}

/** The follow-up in full; null where it is no matter of the question before. */
export function swapAspect(
  followUp: FollowUp,
  previous: PreviousTurn,
  forms: FollowUpForms,
): FullQuestion | string | null {
  const phrase = readAspect(followUp, forms);
  if (phrase === null) return null;
  const { places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  const { saysThere, wording } = forms;
  if (saysThere.test(phrase) && here.length > 0)
    return wording.askMatter(phrase.replace(saysThere, '').trim(), placesWithin(here, forms));
  return withContext(phrase, previous, forms, wording.askAbout(phrase));
}
