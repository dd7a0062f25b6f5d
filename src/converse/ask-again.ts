/** Follow-ups about the answer itself: more of it, its source, who said it. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { sentenceAnswering } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, topicOf, withoutEnd } from './words.ts';

/** A shorter sentence does not state its claim by itself. */
const leastWords = 8;

/** The claim: the answering sentence, preceded by the question's topic if it is short. */
function claimOf(previous: PreviousTurn, forms: FollowUpForms): string {
  const topic = topicOf(previous.question, forms);
  const said = withoutEnd(sentenceAnswering(previous, forms)).replace(forms.yesOrNo, '');
  if (said === '') return topic;
  return contentWords(said, forms).length < leastWords ? `${topic}: ${said}` : said;
}

export function asksForMore({ text }: FollowUp, { asksMore, asksElse }: FollowUpForms): boolean {
  return asksMore.test(text) && !asksElse.test(text);
}

export function asksForSource({ text }: FollowUp, { asksSource }: FollowUpForms): boolean {
  return asksSource.test(text);
}

/** The follow-up in full; null if it asks something else. */
export function askAgain(followUp: FollowUp, previous: PreviousTurn, forms: FollowUpForms): string | null {
  const { askSource, askSpeaker } = forms.wording;
  if (asksForSource(followUp, forms)) return askSource(claimOf(previous, forms));
  if (forms.asksWhoSaid.test(followUp.text)) return askSpeaker(claimOf(previous, forms));
  return null;
}
