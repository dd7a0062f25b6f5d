/** How English questions ask several things at once. Pure. */
import type { SeveralForms } from '../../core/question-forms.ts';

const wondering = 'why|how|what|when|who|whom|whose|where|which';
const asking = `${wondering}|is|are|was|were|do|does|did|has|have|had|can|could|will|would`;
const preposition = 'by|in|on|at|to|from|for|with|under|until|since|of';
/** A word of an item: no verb or preposition stands in it, and none that opens a clause. */
const word = String.raw`(?!(?:and|or|vs|versus|with|of|for|in|on|from|to|by|between|at|than|is|are|was|were|be|has|have|had|do|does|did|can|could|will|would|must|may|might|should|why|how|what|when|who|whom|whose|where|which)\b)[\p{L}\p{N}$%&(][\p{L}\p{N}$%&()/.’'-]*`;
const item = `${word}(?: ${word}){0,5}`;

export const severalForms: SeveralForms = {
  second: new RegExp(
    `[,;]\\s+(?:and|but)\\s+(?=(?:(?:${preposition})\\s+)?(?:${asking})\\b)|(?<!\\s)\\s+and\\s+(?=(?:(?:${preposition})\\s+)?(?:${wondering})\\b)|[?]\\s+(?:and\\s+)?(?=(?:(?:${preposition})\\s+)?(?:${asking})\\b)`,
    'iu',
  ),
  opens: /^\W*(?:why|how|what|when|who|whom|whose|where)\b/iu,
  leansBack:
    /\b(?:it|its|he|his|him|she|her|they|their|them|that|this|these|those|there|one|the (?:other|latter|former))\b/iu,
  between:
    /(?:\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|vs\.?|versus)\s+|(?<=^\S+(?: \S+){0,5})\s+with\s+)(?:the\s+)?/iu,
  run: new RegExp(
    `\\b(?:of|for|between|compare|from|in|to|do|does|did|are|were)\\s+(?:the\\s+)?(?<items>${item}(?:, ${item})+,? (?:and|or) ${item})|\\bcompare\\s+(?:the\\s+)?(?<pair>${item} (?:and|with|versus|vs\\.?) ${item})|\\b(?:do|does|did|are|were)\\s+(?:the\\s+)?(?<sides>${item} and ${item}) (?=(?:differ|compare)\\b)`,
    'iu',
  ),
  asks: new RegExp(`^(?:(?:${preposition}) )?(?:${asking})\\b`, 'iu'),
  holdsTogether:
    /^\W*(?:please\s+)?(?:compare|list|name|give me|give)\s+|\b(?:each|respectively|both|all)\s+|\s+(?:each|respectively)\b/iu,
  enumerates:
    /^\W*(?:please\s+)?(?:compare|list|name|give)\b|\b(?:each|respectively|differ|compared?|versus|vs)\b|:\s|,[^,?]+\b(?:and|or)\b/iu,
};
