/** Follow-ups about the answer itself: more of it, the same again, its page, its source, whether it is right, who said it. Pure. */
import type { AboutAnswer } from '../answer/choose/resolved-question.ts';
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

/** What it asks about the answer; undefined where it asks anything else. */
export function asksAbout({ text }: FollowUp, forms: FollowUpForms): AboutAnswer | undefined {
  if (forms.asksAgain.test(text)) return 'again';
  if (forms.asksPage.test(text)) return 'page';
  if (forms.asksSource.test(text)) return 'source';
  return forms.asksSure.test(text) ? 'sure' : undefined;
}

/** What was asked about the answer, in words for the asker. */
export function showAbout(about: AboutAnswer, shown: string, { wording }: FollowUpForms): string {
  const { askAgain, askPage, askSource, askSure } = wording;
  const tell = { again: askAgain, page: askPage, source: askSource, sure: askSure };
  return tell[about](shown);
}

/** Who said what was answered, in full; null if it asks something else. */
export function askSpeaker(followUp: FollowUp, previous: PreviousTurn, forms: FollowUpForms): string | null {
  if (!forms.asksWhoSaid.test(followUp.text)) return null;
  return forms.wording.askSpeaker(claimOf(previous, forms));
}
