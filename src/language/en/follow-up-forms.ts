/** Words and patterns by which an English follow-up is known, and what it leaves out is found. Pure. */
import type { FollowUpForms } from '../../core/follow-up-forms.ts';
import { listWords } from '../list-words.ts';
import {
  asksAgain,
  asksElse,
  asksMore,
  asksPage,
  asksSource,
  asksSure,
  asksWhoSaid,
} from './about-answer-forms.ts';
import { anaphorForms } from './anaphor-forms.ts';
import { followUpNames } from './follow-up-names.ts';
import { followUpTimes } from './follow-up-times.ts';
import { followUpWording } from './follow-up-wording.ts';

/** Joins a question to what was said before. */
const joining =
  '(?:and|but|so|or|also|then|no|yes|rather|i meant?|i mean to say|(?:what )?i (?:wanted|want) to know(?: is)?)\\b';
/** Says nothing; the second row only where a mark follows, since they may be of what is asked: "Good practices in Latvia?" */
const filling = [
  '(?:ok|okay|well|right|thanks|thank you|please|now|hm+|um+|sorry|actually|all ?right|i see|got it|wait)\\b',
  '(?:great|perfect|good|nice|fine|interesting|hi|hello|hey|cheers)(?: there)?(?=[,.:;!…])',
].join('|');
const marks = '[,.:;!…\\s]*';

/** Openings without a meaning of their own: "and", "ok so". */
const openings = new RegExp(`^(?:(?:${joining}|${filling})${marks})+`, 'iu');
const joins = new RegExp(`^(?:(?:${filling})${marks})*${joining}`, 'iu');
/** Says that what follows is of something else: "one more thing:". */
const newTopic = new RegExp(
  `^(?:(?:${joining}|${filling})${marks})*(?:${[
    '(?:(?:a|an|one|on (?:a|another)) )?(?:(?:completely|totally|entirely) )?(?:different|new|another|other|unrelated|separate|next|last|final|more) (?:subject|topic|question|thing|matter|note)',
    "(?:let['’]s )?(?:move|moving) on",
    'something (?:else|different)',
    'change of (?:subject|topic)',
  ].join('|')})[,.:;!…–—-]+\\s*`,
  'iu',
);
const closings = /(?<![\s,;–-])[\s,;–-]+(?:please|sorry|thanks|thank you|i meant?|by the way|btw)$/iu;

/** Grammar words, in lower case: they name no topic. */
const grammarWords = listWords(`
  a an the and or but so nor if as than of on in at by for from to into with without within about over under among
  between through during before after via per is am are was were be been being do does did done has have had having will
  would shall should can could may might must what which who whom whose when where why how not no there here also too very
  just only even such own all any some both each every i me my we us our you your he him his she her hers it its they them
  their this that these those then more most much many less least few other another else same one ones well still already
  yet please tell give show say says said does report chapter according while although
  among since because like unlike despite however s t re ve ll
`);

/** Verbs that open a question or stand behind its question word. */
const auxiliaries =
  /\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|shall|must|may|might)\b/iu;

/** The question word, with what it asks the measure of. */
const questionWord =
  /\b(?:what|which|who|whom|whose|when|where|why|how(?: (?:many|much|long|often|far))?)\b/iu;

/** Pronouns for what was spoken of, in any place. */
const pronouns = /\b(?:he|she|it|they|them|that|this|there)\b/i;

const ordinals = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)';
/** Opens an answer and claims nothing. */
const yesOrNo = /^(?:yes|no)\b[,.:;–-]?\s*/i;

/** Points back behind a question word. */
const pointer = '(?: (?:that|this|it|they|those|there))?';
/** A question word that leaves the rest to the question before. */
const bareQuestion = new RegExp(
  `^(?:why(?: (?:not|so|(?:is|was|are|were)${pointer}(?: so| the case)?))?|how (?:come|so|exactly)|what (?:for|else)|who else|which ones?|which of them|how (?:much|many|long|often|high|large|big|old|far)(?: (?:is|was|were|are|will|does)${pointer}(?: (?:be|take|cost|worth))?)?(?: in (?:total|all|euros?))?|(?:since |until |till |by |from )?when(?: exactly)?(?: (?:is|was|will|did|does)${pointer}(?: (?:be|happen|start|end))?)?|where(?: exactly)?(?: (?:is|was|did|does)${pointer}(?: happen)?)?|how|who(?: exactly)?(?: (?:is|was)${pointer})?|which year (?:is|was|did)${pointer}(?: happen)?|unless(?: what)?|(?:by )?how (?:much|many)(?: (?:more|less|fewer))?|(?:by|with|for|from|to|against) (?:whom|who|what|which))$`,
  'i',
);
/** "On what day", "in how many companies", "which companies": a wh-phrase and nothing that is said of it. */
const bareQuestionPhrase =
  /^(?:(?:in|on|at|by|for|to|with|from|since|until|of|under|after|between|through|across|over) )?(?:what(?! about)|which|whose|how (?:many|much|large a|big a))\b(.*)$/i;
/** Asks for a reason. */
const asksWhy = /^(?:why|how come)/i;

export const followUpForms: FollowUpForms = {
  openings,
  joins,
  newTopic,
  closings,
  grammarWords,
  auxiliaries,
  questionWord,
  pronouns,
  asksMore,
  asksElse,
  asksAgain,
  asksPage,
  asksSource,
  asksSure,
  asksWhoSaid,
  yesOrNo,
  notFound: /^(?:.{1,300}? do(?:es)? not answer|None of the [\d,]+ reports answers) this\b/i,
  bareQuestion,
  bareQuestionPhrase,
  asksWhy,
  compares:
    /\b(?:compar\w+|contrast|versus|vs|differ\w*|different|similar|same|more|less|fewer|higher|lower|better|worse|bigger|larger|smaller) (?:(?:that|this|it|them|these|those) )?(?:with|to|from|than|as|in|for|against|and)\b|\bhow does (?:that|this|it) compare\b/i,
  preposition:
    /^(?:compared (?:with|to)|in|on|at|by|for|from|to|into|with|without|between|among|during|before|after|since|until|under|over|through|across|against|within|of)\b/i,
  phraseEnd:
    /\s(?=(?:compared|in|on|at|by|for|from|to|into|with|without|between|among|during|before|after|since|until|under|over|through|across|against|within|than|and|or|that|which|who)\b)|[,;:?!()–—]/i,
  ordinal: new RegExp(`\\b${ordinals}\\b`, 'i'),
  ordinalAlone: new RegExp(`^(?:the )?(${ordinals})(?: one)?$`, 'i'),
  asksWho:
    /^(?:(?:by|for|with|from|to) )?(?:who|whom|which (?:\p{L}+ ){0,4}(?:minister|president|person|official|author|director|head|leader|chancellor|ambassador))\b/iu,
  asksAbout:
    /^(?:(?:what|how) about|(?:is it |and )?(?:the )?same (?:thing )?(?:for|with|in)) (?:for |with |in |on )?/i,
  opensQuestion:
    /^(?:what|which|who|whom|whose|when|where|why|how|since|until|he|she|it|they|there|this|that)\b/i,
  saysThere: /\b(?:there|here)$/i,
  // "What about the situation in Poland".
  filler:
    /\b(?:what|how|about|is|it|that|this|does|do|did|look|like|the|same|case|situation|question|for|in|on|with|over|to|asked|of|and|or|versus|vs|too|as|well|then|there|by|contrast|compared|comparison|instead)\b/iu,
  names: followUpNames,
  anaphora: anaphorForms,
  times: followUpTimes,
  wording: followUpWording,
};
