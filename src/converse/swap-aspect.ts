/** "What about batteries there?", "And for electric cars?": the matter changes, the place stays. Pure. */
import { joinNames } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, withoutEnd, withoutOpening } from './words.ts';

const aspect =
  /^(?:(?:what|how) about|(?:and|or|but|so),? (?:what about |how about |if you (?:look at|take) |only |just )?(?:for|in|with|on|by|from)?)\s+(.+)$/i;
const finiteStart =
  /^(?:what|which|who|whom|whose|when|where|why|how|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|since|until|he|she|it|they|there|this|that)\b/i;
const mostWords = 5;

/** The aspect asked about, or null where the follow-up is a question of its own. */
function readAspect(asked: string): string | null {
  const text = withoutEnd(asked);
  const phrase = aspect.exec(text)?.[1]?.trim();
  if (phrase === undefined || finiteStart.test(phrase)) return null;
  const count = contentWords(phrase).length;
  return count > 0 && count <= mostWords ? phrase : null;
}

/** The follow-up in full; null where it is no aspect of the question before. */
export function swapAspect(followUp: FollowUp, previous: PreviousTurn): string | null {
  const phrase = readAspect(followUp.asked);
  if (phrase === null || followUp.places.length > 0) return null;
  const { question, places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  const bare = phrase
    .replace(/\b(?:there|here|only|instead|then)\b/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\b(?:there|here)\b/i.test(phrase) && here.length > 0)
    return `What about ${bare} in ${joinNames(here)}?`;
  return `${withoutEnd(question)}: ${withoutOpening(bare)}?`;
}
