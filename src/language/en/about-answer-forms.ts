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

/** Words that name nothing of a report: of grammar and courtesy, and those that answers and reports are spoken of with. */
const idleWords = `
  a an the this that these those it its them so there here some any all no not yes near each
  i me my we us you u ur your yours they their authors? writers? one someone somebody else anyone own
  is are was were be been am isn aren wasn do does did don doesn didn done has have had having can could would will
  shall should may might must let lets s re d ll m t ve
  please pls plz and or but if then just now also too very quite exactly precisely definitely really actually
  in on at of to from for by with about up out back as into than what whats wat which wich whose
  ok okay hi hey well h?m+ u[hm]+ sorry wait oh ah mean kind sort things? like want need get got getting help mind able
  give gave given giving show shows shown showing tell told say says said saying state states stated
  put puts see seen look looks looking read reading find finding found come comes came coming know known think check go
  turn take took bring display print printed write written wrote appears? stands? located mention mentioned mentions
  claims? claimed answers? answered reply replies response responses sentences? quotes? quoted quotation passages?
  text lines? figures? numbers? statements? information info facts? bits? parts? places? points?
  reports? documents? paper pdf file book manual words? wording whole full entire original exact
  previous last first moment ago before earlier above time spot originally`
  .trim()
  .split(/\s+/)
  .join('|');

/** Nobody asks about an answer in more characters. */
const longest = 160;

/**
 * All of it idle words and some more, and something of it that tells what is asked. So "which page of history" asks nothing of
 * the answer, however it is put.
 */
const ofWords = (tells: readonly string[], more: string) => {
  const words = `${more.trim().split(/\s+/).join('|')}|${idleWords}`;
  return `^(?=.{1,${longest}}$)(?=.*?(?:${tells.join('|')}))\\W*(?:(?:${words})\\b\\W*)+$`;
};

const either = (...patterns: readonly string[]) => new RegExp(patterns.join('|'), 'i');
const whole = (...alternatives: readonly string[]) => `^(?:${alternatives.join('|')})$`;

/** "Show me that again", "say that again", "repeat that". */
export const asksAgain = either(
  ofWords(
    [
      '\\b(?:show|give|tell|say|repeat|read|quote|put|display|see|answer|reply|response)\\b.*\\b(?:again|once more|second time|back up)\\b',
      '\\b(?:again|once more),? (?:please|pls)\\W*$',
      '\\bwhat (?:did|have|was it) (?:that )?you (?:just )?(?:say|said|answer|answered|tell|told)',
      '\\b(?:your|the) (?:last|previous|earlier) (?:answer|reply|response)\\b',
      '\\brepe+a?t\\b.*\\b(?:last|that|it|answer)\\b',
      '\\b(?:go back to|re-?send|one more time|once more|pardon|didn.t (?:catch|get|hear))\\b',
      '^\\W*(?:sorry|huh)\\W+what was that\\W*$',
    ],
    'again once more second repe+a?t re-?send huh pardon catch hear scrolled away by accident lost closed missed',
  ),
  whole(
    `${politely}(?:show|give|tell|read|quote|say|repeat|cite|see|hear|have)(?: (?:me|us))?(?: ${that})?(?: to me| back)? ${again}${after}`,
    `${politely}repeat(?: ${that})?${after}`,
    `${politely}(?:show|quote|read|cite|see)(?: (?:me|us))? ${that}${after}`,
    again,
    '(?:come|say) again',
    `what was (?:${that})(?: ${again})?`,
    `what${is} the (?:exact|original|full) (?:wording|${part})(?: ${again})?`,
  ),
);

const stands = '(?:stands?|appears?|found|printed|written|located|mentioned|stated|read|from|on|in)';
const pages = '(?:pages?|page numbers?|chapters?|sections?)';
/** "Which page?", "what page was that on?", "where does it say that?" */
export const asksPage = either(
  ofWords(
    [
      '\\b(?<!number of )(?:pages?|pg|p|whereabouts)\\b',
      '\\b(?:point|spot|place)\\b.*\\b(?:report|document|pdf)\\b.*\\b(?:that|this|it)\\b',
      '\\bwhere\\b.*\\b(?:say|said|says|stated?s?|writ|report|document|pdf|file|quote)',
    ],
    'pages? pg p nr no where whereabouts context beginning start middle end chapter section annex main again missed',
  ),
  whole(
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
  ),
);

const sources = '(?:sources?|references?|citations?|evidence|endnotes?|footnotes?|notes?)';
/** "What is the source for that?", "according to whom?", "who says so?" */
export const asksSource = either(
  ofWords(
    [
      '\\b(?:sources?|refe?rences?|citations?|cit(?:e|es|ed|ing)|(?:end|foot)notes?|bibliograph\\w+)\\b',
      '\\b(?:stud(?:y|ies)|paper|dataset|data|research)\\b.*\\b(?:based|behind|come|from)\\b',
      '\\b(?:that|this|it|they|these)\\b.*\\bbased\\b',
      '\\bwhose (?:data|figures?|numbers?|estimates?)\\b',
      '\\bget (?:this|that|the|these) (?:figures?|numbers?|data|information) from\\b',
      '\\bquoting (?:someone|somebody|anyone)',
      '\\bback(?:s|ed)? (?:this|that|it) up\\b',
    ],
    `who whom where sources? refe?rences? lists? citations? cit(?:e|es|ed|ing) (?:end|foot)?notes? bibliograph\\w+ entry
    stud(?:y|ies) dataset data research based behind rel(?:y|ies) estimates? evidence backs? backed supports? supported`,
  ),
  whole(
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
  ),
);
/** "Who said that?" */
export const asksWhoSaid = either(
  whole(`who (?:said|claimed|claims|argued|argues|stated|told (?:them|us)) ${that}`),
);

/** "Are you sure?", "is that really so?" */
export const asksSure = either(
  ofWords(
    [
      '\\b(?:sure|certain|confident|convinced|seriously|real+y|true|correct|right|accurate|reliable|trust|believe|doubt)\\b',
      '\\b(?:wrong|mistaken|verify|double|other way round|making (?:this|that|it) up)\\b',
      '^\\W*no way\\W*$',
    ],
    `sure certain absolutely confident convinced seriously real+y true correct right accurate reliable trust believe doubt
    wrong mistaken? verify double checked seems? sounds? hundred percent how thought remember other different way round making`,
  ),
);

/** "Tell me more", "can I have a longer answer?" */
export const asksMore = either(
  ofWords(
    [
      '\\b(?:more|further|details?|elaborate|continue|expand|longer)\\b',
      '\\b(?:anything|something) else\\b|\\belse\\b.*\\b(?:say|said|know|find|report|document)\\b|\\bwhat else have you\\b',
      '\\bgo on$|\\bkeep going\\b|\\bis that (?:all|it)\\b',
    ],
    `more further details? elaborate continue expand longer else elsewhere anything something what much little bit short
    keep going interesting matter subject topic issue`,
  ),
);
/** Looks like that, but asks what else there is. */
export const asksElse = /^what else$/i;
