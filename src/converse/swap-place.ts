/** "And in Poland?": the question before, asked about another place. Pure. */
import { lowerWords } from '../subjects/subject.ts';
import { extendQuestion } from './context.ts';
import { placesWithin, swapPlaces } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords } from './words.ts';

/** Words around a place that ask nothing of their own: "what about the situation in Poland". */
const filler =
  /\b(?:what|how|about|is|it|that|this|does|do|did|look|like|the|same|case|situation|question|for|in|on|with|over|to|asked|of|and|or|versus|vs|too|as|well|then|there|by|contrast|compared|comparison|instead)\b/giu;

/** Whether a follow-up names places and nothing else. */
function namesOnlyPlaces({ text, places }: FollowUp): boolean {
  const rest = places
    .flatMap(lowerWords)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ' '), text.toLowerCase());
  return places.length > 0 && contentWords(rest.replace(filler, ' ').replace(/['’]s/g, ' ')).length === 0;
}

/** The question before asked about the places of the follow-up; null where the follow-up asks more than a place. */
export function swapPlace(followUp: FollowUp, { question, places }: PreviousTurn): string | null {
  const to = followUp.places;
  if (!namesOnlyPlaces(followUp)) return null;
  // A comparison takes in one more; a question without a place gets one.
  if (places.length === 1) return swapPlaces(question, places, to);
  const joiner = places.length > 1 ? ', and ' : ' ';
  return extendQuestion(question, `${joiner}${placesWithin(to)}`);
}
