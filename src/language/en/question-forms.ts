/** How English questions ask. Pure. */
import type { QuestionForms } from '../../core/question-forms.ts';
import { listWords } from '../list-words.ts';
import { answerTypes } from './answer-types.ts';
import { comparingForms } from './comparing-forms.ts';
import { documentForms } from './document-forms.ts';
import { gistForms } from './gist/gist-forms.ts';
import { reckoningForms } from './reckoning-forms.ts';
import { severalForms } from './several-forms.ts';
import { smallTalkForms } from './small-talk-forms.ts';
import { sweepingForms } from './sweeping-forms.ts';
import { spellOutPeriods, tradeTerms } from './trade-terms.ts';

const part = '(?:chapter|section|contribution|part)s?';
const authors = [
  `^(?:so |and )?who(?:m| is| are| was| were|'s)?\\b[^?,]*\\b(?:wrote|written|authore?d?|authors?|writers?)\\b[^?,]*\\b${part}\\b`,
  `^(?:by whom|who)\\b[^?,]*\\b${part}\\b[^?,]*\\b(?:written|authored) by\\b`,
  `^by whom\\b[^?,]*\\b${part}\\b[^?,]*\\bwritten\\b`,
  `^(?:(?:name|list|give me) )?(?:the )?(?:authors?|writers?) (?:of|for|behind)\\b[^?,]*\\b${part}\\b`,
].map((pattern) => new RegExp(pattern, 'i'));

export const questionForms: QuestionForms = {
  answerTypes,
  list: /\b(?:list|name|which|what)\s+(?:are\s+)?(?:the\s+)?(?:(?:two|three|four|five|six|seven|main|other|chinese|all)\s+)*\p{L}+s\b|\bwhat (?:kinds?|sorts?|types?) of\b|\bexamples?\b/iu,
  things:
    /\b(?:list|name|enumerate|give(?: me)?)\s+(?:all|every|each|the|its|their|some)\b|\b(?:what|which)\s+(?:are|were)\b|\b(?:what|which)\s+(?:\p{L}+[ -]){0,3}?(?!(?:does|is|was|has|this|its|happens|makes|us|as|whose|status|process|basis|analysis|crisis|means|plus|less|across)\b)\p{L}{2,}s\b|\b(?:all|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\p{L}+[ -]){0,2}?\p{L}{2,}s\b|\b(?:kinds|sorts|types|examples|ways) of\b|\bcriteria\b|^\p{L}{2,}s (?:for|of|to|from)\b/iu,
  negated: /\b(?:not|never|no|none|without|isn't|didn't|doesn't|hasn't|won't)\b/i,
  second:
    /\band\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|why|how|what|when|who|whom|whose|where|which)\b/i,
  yesOrNo:
    /^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|shall)\b|\bwhether\b/i,
  choice: /^\W*(?:in |to |on |by )?(?:which|what|when|where|who)\b/i,
  summary: /\bsummary\b/i,
  authors,
  smallTalk: smallTalkForms,
  emptyWord:
    /^(?:what|which|who|whom|whose|when|where|why|how|does|do|did|is|are|was|were|has|have|had|can|could|will|would|should|the|a|an|of|in|on|for|to|and|or|by|with|from|at|it|its|that|this|there|be|been|much|many|any|some|according|report|say|says|tell|me|please|about|country|countries|they|their|his|her|than|as|into|not|no)$/i,
  noGivenNames: listWords(
    'The In Of Is Are Does Did Do Has Have Was Were Will Can And Or Which How What Why When Where North South New',
  ),
  comparing: comparingForms,
  several: severalForms,
  sweeping: sweepingForms,
  document: documentForms,
  gist: gistForms,
  reckoning: reckoningForms,
  tradeTerms,
  spellOutPeriods,
};
