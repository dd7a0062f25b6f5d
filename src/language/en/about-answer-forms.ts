/** How English questions ask about the answer before them. Each pattern matches the whole of a question. Pure. */

const pointer = '(?:that|this|it|them|these|those|so)';
const part =
  '(?:answer|sentence|quote|quotation|passage|text|figure|number|claim|statement|information|place|bit|part)s?';
const that = `(?:${pointer}|(?:the|that|this|these|those) (?:exact |last |full |original )?${part})`;
const politely = "(?:(?:can|could|would|will) (?:you|i) (?:please )?|please |i(?:['’]d| would) like to )?";
const again = '(?:again|once more|one more time|another time|a second time)';
const after = '(?: (?:please|for me|to me|in full|word for word|exactly))*';
const report = '(?:the |this )?(?:report|document|paper|text|book|pdf|file|manual)';
const is = "(?:['’]s| is| are| was| were)";

const whole = (...alternatives: readonly string[]) => new RegExp(`^(?:${alternatives.join('|')})$`, 'i');

/** "Show me that again", "say that again", "repeat that". */
export const asksAgain = whole(
  `${politely}(?:show|give|tell|read|quote|say|repeat|cite|see|hear|have)(?: (?:me|us))?(?: ${that})?(?: to me| back)? ${again}${after}`,
  `${politely}repeat(?: ${that})?${after}`,
  `${politely}(?:show|quote|read|cite|see)(?: (?:me|us))? ${that}${after}`,
  again,
  '(?:come|say) again',
  `what was (?:${that})(?: ${again})?`,
  `what${is} the (?:exact|original|full) (?:wording|${part})(?: ${again})?`,
);

const stands = '(?:stands?|appears?|found|printed|written|located|mentioned|stated|read|from|on|in)';
const pages = '(?:pages?|page numbers?|chapters?|sections?)';
/** "Which page?", "what page was that on?", "where does it say that?" */
export const asksPage = whole(
  `(?:(?:on|in|from) )?(?:which|what) ${pages}(?:${is}| does| did| do)?(?: ${that})?(?: ${stands}| come from)?(?: (?:on|in))?`,
  `(?:(?:on|in) )?(?:which|what) ${pages} (?:says?|said|states?) ${that}`,
  `(?:(?:on|in) )?(?:which|what) ${pages} (?:can|do|could|should) i (?:find|read|see|look up) ${that}(?: on| in)?`,
  `what${is} the ${pages}(?: (?:of|for) ${that})?`,
  `(?:the )?${pages}(?: (?:of|for) ${that})?`,
  `${politely}(?:give|tell|show)(?: me)? (?:the|its) ${pages}(?: (?:of|for) ${that})?`,
  `where (?:exactly )?(?:does|did) (?:it|they|${report}) (?:say|state|mention|claim|write) ${that}`,
  `where (?:exactly )?(?:can|do|could|should) i (?:find|read|check|see|look up) ${that}`,
  `where (?:exactly )?in ${report}(?:${is} ${that})?(?: ${stands})?`,
  `where${is} ${that} ${stands}(?: in ${report})?`,
);

const sources = '(?:sources?|references?|citations?|evidence|endnotes?|footnotes?|notes?)';
/** "What is the source for that?", "according to whom?", "who says so?" */
export const asksSource = whole(
  `(?:which|what|whose)(?:${is})? (?:the |its |their |that |your )?${sources}(?:${is})?(?: (?:for|of|behind))?(?: ${that})?`,
  `(?:which|what) ${sources} (?:says? ${that}|(?:do|does) (?:they|it|${report}) (?:cite|give|use)(?: for ${that})?|(?:is|are) (?:cited|given|used)(?: for ${that})?|(?:backs?|supports?) ${that}(?: up)?)`,
  `(?:the |any |its |your )?${sources}(?: (?:for|of|behind) ${that})?`,
  `is there (?:a|any) ${sources}(?: (?:for|of|behind) ${that})?`,
  `${politely}(?:give|show|tell)(?: me)? (?:the|its|your) ${sources}(?: (?:for|of|behind) ${that})?`,
  'says who',
  'according to (?:whom|who|what)',
  `who says(?: ${that})?`,
  `where (?:does|do|did) (?:${that}|they|you) (?:come|get (?:${that}|the ${part})) from`,
  `where${is} ${that} from`,
  `what${is} ${that} based on`,
);
/** "Who said that?" */
export const asksWhoSaid = whole(`who (?:said|claimed|claims|argued|argues|stated|told (?:them|us)) ${that}`);
