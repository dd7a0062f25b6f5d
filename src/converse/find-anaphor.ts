/** Whether a question points outside itself: "it", "he", "there", "the second one" with nothing before to stand for. Pure. */
import { namesSubject } from '../subjects/subject.ts';
import { namesAnything } from './name-antecedents.ts';
import type { FollowUp } from './turn.ts';
import { contentWords, hasOpening } from './words.ts';

export type Anaphor = 'person' | 'thing' | 'place' | 'time' | 'opening';

const auxiliaries =
  "do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|shall|must|may|might|isn['’]t|aren['’]t|wasn['’]t|didn['’]t|doesn['’]t|don['’]t";

/** "It" that stands for nothing: "is it true that", "what does it take to". */
const expletive =
  /\b(?:when|if|as) it comes to\b|\bwhat['’]s in it for\b|\bget it from that\b|\bit (?:(?:is|was|be) )?(?:true|possible|likely|clear|hard|easy|important|necessary|legal|said|known|certain|worth|right|correct|fair|the case)\b|\b(?:does|did|would|will) it (?:take|mean|matter|cost) (?:to|for|that|if)\b|\b(?:is|was) it (?:\w+ )?(?:that|who)\b/i;
const existential =
  /\bthere (?:is|are|was|were|has|have|had|been|will|any|an?|no|some|exists?)\b|\b(?:is|are|was|were|has|have|had|be) there\b|\b(?:hi|hello|hey) there\b/i;

const pronouns: readonly (readonly [Anaphor, RegExp])[] = [
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
];

/** What a second clause or phrase begins with. */
const joinsClauses = /[,.:;?!–—]|\b(?:and|or|but|if|when|while|because|although|that|who|which)\b/i;

/** Demonstratives are also conjunctions: only short questions are taken to point with them. */
const mostWordsWithDemonstrative = 4;

/** What stands before the pronoun without the question's own wh-phrase: "what other top job does". */
function withoutWhPhrase(before: string): { rest: string; isBare: boolean } {
  const phrase = new RegExp(
    `^(?:(?:in|on|at|by|for|to|with|from|since|until|of|under|after|between|through) )?(?:what|which|who|whom|whose|when|where|why|how)(?:['’]s)?\\b(?:(?!\\b(?:${auxiliaries})\\b).)*(?:$|\\b(?:${auxiliaries})\\b)`,
    'i',
  ).exec(before)?.[0];
  if (phrase === undefined) return { rest: before, isBare: !/\S/.test(before) };
  const endsInAuxiliary = new RegExp(`\\b(?:${auxiliaries})\\s*$`, 'i').test(phrase);
  const named = contentWords(phrase);
  return {
    rest: endsInAuxiliary ? before.slice(phrase.length) : before,
    isBare: endsInAuxiliary ? named.length === 0 : named.length <= 1,
  };
}

function hasName(text: string): boolean {
  return /\p{Lu}/u.test(text.replace(/^\P{L}*\p{Lu}/u, (start) => start.toLowerCase())) || /\d{4}/.test(text);
}

/** "What did Ericsson say about it?": behind a preposition at the end, and not what the one clause names before. */
function endsPointing(text: string): boolean {
  const pointer = /\b(?:about|to|on|with|for|from|against|of|at|by) (?:it|that|this|them)$/i.exec(text);
  const isOneClause = !joinsClauses.test(text.replace(/\S+$/, ''));
  return pointer !== null && isOneClause;
}

function isUnbound(kind: Anaphor, text: string, found: RegExpExecArray, namesPlaceBefore: boolean): boolean {
  const before = text.slice(0, found.index);
  const pronoun = found[0].toLowerCase();
  if (/^(?:this|that|these|those)$/.test(pronoun) && contentWords(text).length > mostWordsWithDemonstrative)
    return false;
  if (kind === 'time') return !/\b(?:19|20)\d\d\b|\b(?:when|after|before|until|while|if|ago)\b/i.test(before);
  if (kind === 'thing' && endsPointing(text)) return true;
  if (hasName(before) || namesPlaceBefore) return false;
  if (kind === 'place') return true;
  const { rest, isBare } = withoutWhPhrase(before);
  const isPossessive = /^(?:its|their|his|her)$/.test(pronoun);
  // "How many of its cars does Volvo sell", "How long after it was proposed was the Sines plant built".
  const looksAhead =
    (isPossessive && rest === before) || /\b(?:after|before|when|while|once|since)\s*$/i.test(before);
  if (looksAhead && hasName(`a ${text.slice(found.index)}`)) return false;
  const isObject = /^(?:it|them|him)$/.test(pronoun) && !joinsClauses.test(rest);
  const named = contentWords(rest).length;
  if (isPossessive) return isBare && named <= 1;
  return named === 0 || (isBare && named <= 1) || (isObject && isBare);
}

/** What in a question can only be understood from the turns before; null where it stands alone. */
export function findAnaphor({ asked, text, places, throughout }: FollowUp): Anaphor | null {
  const read = text.replace(expletive, ' ').replace(existential, ' ');
  for (const [kind, pattern] of pronouns) {
    const found = pattern.exec(read);
    if (found === null) continue;
    const before = read.slice(0, found.index);
    if (
      isUnbound(
        kind,
        read,
        found,
        places.some((place) => namesSubject(before, place)),
      )
    )
      return kind;
  }
  return hasOpening(asked) && places.length === 0 && !namesAnything(text, throughout) ? 'opening' : null;
}
