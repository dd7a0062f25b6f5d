/** Follow-ups that ask of the answer itself: more of it, its source, who said it, why. Pure. */
import type { FollowUp, PreviousTurn } from './turn.ts';
import { withoutEnd } from './words.ts';

const more =
  /^(?:(?:can|could|would) you )?(?:(?:tell|show|give) me )?(?:(?:some|a bit|a little|any|anything|what|is there) )*(?:more|else|further|details?|go on|continue|elaborate)(?: (?:details?|please|on (?:that|this|it)|about (?:that|this|it)|of (?:that|these|those)|does (?:it|the report) say(?: (?:about|on) (?:that|this|it))?|is (?:said|there)))*$/i;

const source =
  /^(?:(?:and )?(?:which|what|whose)(?:['’]s| is| are| was)? (?:the |its |that )?(?:sources?|references?|citations?|evidence|endnotes?|footnotes?|notes?)(?: (?:is that|is this|for (?:that|this|it)|of (?:that|this|it)|do(?:es)? (?:they|it|the report) (?:cite|give|use)(?: for (?:that|this|it))?|says (?:that|so)|was that|is cited|are cited|is it))?|(?:the |any |your )?(?:sources?|references?|citations?)(?: (?:for|of) (?:that|this|it))?(?: please)?|says who|according to (?:whom|who|what)|who says(?: so| that)?|where (?:does|do|did) (?:that|this|it|the (?:figure|number|claim)|they)(?: (?:figure|number|claim))? (?:come|get (?:that|this|it)) from|where is (?:that|this|it) from|where does (?:it|the report) say (?:that|so|this)|on (?:which|what) page(?: is that)?|which page)$/i;

const whoSaid =
  /^who (?:said|says|claimed|claims|argued|argues|wrote|stated|told (?:them|us)) (?:that|this|it|so)$/i;

/** Question words alone: what is asked for is not said again. */
const bare =
  /^(?:why(?: (?:is|was) (?:that|this|it)(?: so)?| (?:not|so|that))?|how come|how so|(?:since |until |till |by |from )?when(?: (?:was|is|will|did) (?:that|this|it)(?: (?:be|happen))?)?|(?:in )?(?:which|what) year(?: (?:was|is|did) (?:that|this|it)(?: happen)?)?|where(?: (?:was|is|exactly)(?: (?:that|this|it))?)?|how(?: exactly)?|how (?:much|many|long|often|high|large|big)(?: (?:(?:is|was|were|are) (?:that|this|it|they|there)|in (?:total|all|euros?)|exactly|money(?: (?:was|is) (?:that|this|it))?))*|(?:by|with|for|from|to) (?:whom|who|what|which)|who(?: (?:exactly|was (?:that|it)|is (?:that|it)))?|which ones?|which|what for|what else)$/i;

/** The first sentence of the answer, without what ends it. */
function firstSentence(answer: string): string {
  return withoutEnd(/^.{20,}?[.!?](?=\s+["“‘(]?\p{Lu}|$)/u.exec(answer)?.[0] ?? answer);
}

export function asksForMore({ text }: FollowUp): boolean {
  return more.test(text) && !/^what else$/i.test(text);
}

/** The follow-up in full; null where it asks something else. */
export function askAgain({ text }: FollowUp, { question, answer }: PreviousTurn): string | null {
  const said = answer === '' ? withoutEnd(question) : firstSentence(answer);
  if (source.test(text)) return `Which source does the report cite for this: ${said}?`;
  if (whoSaid.test(text)) return `Who said this: ${said}?`;
  if (bare.test(text)) {
    const asked = text.replace(/^./u, (letter) => letter.toLowerCase());
    return `${withoutEnd(question)}, and ${asked}?`;
  }
  return null;
}
