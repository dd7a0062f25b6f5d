/** What an English question points outside itself by. Pure. */
import type { AnaphorForms } from '../../core/follow-up-forms.ts';

const auxiliaries =
  "do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|shall|must|may|might|isn['’]t|aren['’]t|wasn['’]t|didn['’]t|doesn['’]t|don['’]t";

export const anaphorForms: AnaphorForms = {
  // "Is it true that", "what does it take to".
  expletive:
    /\b(?:when|if|as) it comes to\b|\bwhat['’]s in it for\b|\bget it from that\b|\bit (?:(?:is|was|be) )?(?:true|possible|likely|clear|hard|easy|important|necessary|legal|said|known|certain|worth|right|correct|fair|the case)\b|\b(?:does|did|would|will) it (?:take|mean|matter|cost) (?:to|for|that|if)\b|\b(?:is|was) it (?:\w+ )?(?:that|who)\b/i,
  existential:
    /\bthere (?:is|are|was|were|has|have|had|been|will|any|an?|no|some|exists?)\b|\b(?:is|are|was|were|has|have|had|be) there\b|\b(?:hi|hello|hey) there\b/i,
  pointers: [
    ['person', /\b(?:he|she|him|her|his|hers)\b/i],
    ['place', /\bthere\b/i],
    [
      'time',
      /\b(?:then|at (?:the|that) time|(?:year|month|week|day) (?:before|after|earlier|later)|afterwards)$/i,
    ],
    ['thing', /\b(?:it|its|they|them|their|theirs)\b/i],
    ['thing', /^which ones?\b/i],
    ['thing', /\b(?:this|that|these|those)\b/i],
    [
      'thing',
      /\bthe (?:first|second|third|last|other|others|former|latter|same|rest|biggest|largest|newest|oldest)(?: (?:one|ones|two|three))?(?=$|[?,.]| (?:is|are|was|were|about|do|does|did|in|from|for)\b)/i,
    ],
  ],
  joinsClauses: /[,.:;?!–—]|\b(?:and|or|but|if|when|while|because|although|that|who|which)\b/i,
  whPhrase: new RegExp(
    `^(?:(?:in|on|at|by|for|to|with|from|since|until|of|under|after|between|through) )?(?:what|which|who|whom|whose|when|where|why|how)(?:['’]s)?\\b(?:(?!\\b(?:${auxiliaries})\\b).)*(?:$|\\b(?:${auxiliaries})\\b)`,
    'i',
  ),
  auxiliaryAtEnd: new RegExp(`\\b(?:${auxiliaries})\\s*$`, 'i'),
  looksAhead: /\b(?:after|before|when|while|once|since)\s*$/i,
  atEnd: /\b(?:about|to|on|with|for|from|against|of|at|by) (?:it|that|this|them)$/i,
  demonstrative: /^(?:this|that|these|those)$/,
  possessive: /^(?:its|their|his|her)$/,
  object: /^(?:it|them|him)$/,
  time: /\b(?:19|20)\d\d\b|\b(?:when|after|before|until|while|if|ago)\b/i,
  person: /\b(?:he|she|him)\b/i,
  personsOwn: /\b(?:his|her)\b/i,
  there: /\bthere\b/i,
};
