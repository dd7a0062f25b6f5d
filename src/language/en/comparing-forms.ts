/** How English questions compare places. Pure. */
import type { ComparingForms } from '../../core/question-forms.ts';

export const comparingForms: ComparingForms = {
  compares:
    /\b(?:compar\w+|differ\w*|versus|vs|than|both|between|contrast\w*|similar\w*|alike|respectively|resp|whereas|each|either)\b/i,
  comparesUnion: /\b(?:compar\w+|versus|vs|than)\b/i,
  // "France or Italy", "Sines in Portugal and Šurany in Slovakia".
  joined:
    /(?:\b(?:and|or|vs|versus|resp|than)\b\.?|[,/&])\s*(?:[\p{L}\p{N}-]+\s+(?=(?:in|of)\b))?(?:the\s+|in\s+|by\s+|of\s+|for\s+)?["“'‘(]?$/iu,
  // "Compare Germany with Norway", "How does Norway's line differ from Germany's".
  heldAgainst:
    /(?:^\S+|\b(?:compare[ds]?|differ\w*|contrast\w*)\b[^.?!]*)\s+(?:with|to|from)\s+(?:the\s+)?$/iu,
};
