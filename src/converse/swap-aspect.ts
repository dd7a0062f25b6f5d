/** "What about batteries there?", "And imports?": the matter changes, the rest stays. Pure. */
import { auxiliaries } from '../language/en/follow-up-words.ts';
import { withContext } from './context.ts';
import { placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, hasOpening } from './words.ts';

const asksAbout = /^(?:what|how) about (?:for |with |in |on )?/i;
const opensQuestion =
  /^(?:what|which|who|whom|whose|when|where|why|how|since|until|he|she|it|they|there|this|that)\b/i;
const mostWords = 5;

/** The matter asked about, or null where the follow-up is a question of its own or names a place. */
function readAspect({ asked, text, places }: FollowUp): string | null {
  const isAbout = asksAbout.test(text);
  const phrase = text.replace(asksAbout, '');
  if (!isAbout && !hasOpening(asked)) return null;
  if (places.length > 0 || opensQuestion.test(phrase) || auxiliaries.test(phrase)) return null;
  const count = contentWords(phrase).length;
  return count > 0 && count <= mostWords ? phrase : null;
}

/** The follow-up in full; null where it is no matter of the question before. */
export function swapAspect(followUp: FollowUp, previous: PreviousTurn): string | null {
  const phrase = readAspect(followUp);
  if (phrase === null) return null;
  const { places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  const saysThere = /\b(?:there|here)$/i;
  if (saysThere.test(phrase) && here.length > 0)
    return `What about ${phrase.replace(saysThere, '').trim()} ${placesWithin(here)}?`;
  return withContext(phrase, previous);
}
