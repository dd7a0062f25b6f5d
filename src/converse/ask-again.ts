/** Follow-ups about the answer itself: more of it, its source, who said it. Pure. */
import { sentenceAnswering } from './context.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, topicOf, withoutEnd } from './words.ts';

const more =
  /^(?:(?:can|could|would) you )?(?:(?:tell|show|give) me )?(?:(?:some|a bit|a little|any|anything|what|is there) )*(?:more|else|further|details?|go on|continue|elaborate)(?: (?:details?|please|on (?:that|this|it)|about (?:that|this|it)|of (?:that|these|those)|does (?:it|the report) say(?: (?:about|on) (?:that|this|it))?|is (?:said|there)))*$/i;

const source =
  /^(?:(?:and )?(?:which|what|whose)(?:['’]s| is| are| was)? (?:the |its |that )?(?:sources?|references?|citations?|evidence|endnotes?|footnotes?|notes?)(?: (?:is that|is this|for (?:that|this|it)|of (?:that|this|it)|do(?:es)? (?:they|it|the report) (?:cite|give|use)(?: for (?:that|this|it))?|says (?:that|so)|was that|is cited|are cited|is it))?|(?:the |any |your )?(?:sources?|references?|citations?)(?: (?:for|of) (?:that|this|it))?(?: please)?|says who|according to (?:whom|who|what)|who says(?: so| that)?|where (?:does|do|did) (?:that|this|it|the (?:figure|number|claim)|they)(?: (?:figure|number|claim))? (?:come|get (?:that|this|it)) from|where is (?:that|this|it) from|where does (?:it|the report) say (?:that|so|this)|where can i (?:read|find|check|see) (?:that|this|it)|(?:(?:can|could) you )?(?:give|show|tell) (?:me )?(?:the|its|your) sources?|(?:on )?(?:which|what) page(?: (?:is|was) (?:that|this|it)(?: on)?)?)$/i;

const whoSaid =
  /^who (?:said|says|claimed|claims|argued|argues|wrote|stated|told (?:them|us)) (?:that|this|it|so)$/i;

/** A shorter sentence does not state its claim by itself. */
const leastWords = 8;

/** The claim: the answering sentence, preceded by the question's topic if it is short. */
function claimOf(previous: PreviousTurn): string {
  const topic = topicOf(previous.question);
  const said = withoutEnd(sentenceAnswering(previous)).replace(/^(?:yes|no)\b[,.:;–-]?\s*/i, '');
  if (said === '') return topic;
  return contentWords(said).length < leastWords ? `${topic}: ${said}` : said;
}

export function asksForMore({ text }: FollowUp): boolean {
  return more.test(text) && !/^what else$/i.test(text);
}

export function asksForSource({ text }: FollowUp): boolean {
  return source.test(text);
}

/** The follow-up in full; null if it asks something else. */
export function askAgain(followUp: FollowUp, previous: PreviousTurn): string | null {
  if (asksForSource(followUp)) return `Which source does the report cite for this: ${claimOf(previous)}?`;
  if (whoSaid.test(followUp.text)) return `Who said this: ${claimOf(previous)}?`;
  return null;
}
