/** Follow-ups about the answer itself: more of it, its source, who said it. Pure. */
import { asksElse, asksMore, asksSource, asksWhoSaid, yesOrNo } from '../language/en/follow-up-words.ts';
import { sentenceAnswering } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, topicOf, withoutEnd } from './words.ts';

/** A shorter sentence does not state its claim by itself. */
const leastWords = 8;

/** The claim: the answering sentence, preceded by the question's topic if it is short. */
function claimOf(previous: PreviousTurn): string {
  const topic = topicOf(previous.question);
  const said = withoutEnd(sentenceAnswering(previous)).replace(yesOrNo, '');
  if (said === '') return topic;
  return contentWords(said).length < leastWords ? `${topic}: ${said}` : said;
}

export function asksForMore({ text }: FollowUp): boolean {
  return asksMore.test(text) && !asksElse.test(text);
}

export function asksForSource({ text }: FollowUp): boolean {
  return asksSource.test(text);
}

/** The follow-up in full; null if it asks something else. */
export function askAgain(followUp: FollowUp, previous: PreviousTurn): string | null {
  if (asksForSource(followUp)) return `Which source does the report cite for this: ${claimOf(previous)}?`;
  if (asksWhoSaid.test(followUp.text)) return `Who said this: ${claimOf(previous)}?`;
  return null;
}
