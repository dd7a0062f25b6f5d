/** How English sentences hang together. Pure. */
import type { Cohesion } from '../../core/language.ts';

export const cohesion: Cohesion = {
  pointsBack:
    /^(?:["“'‘(]*)(?:(?:But|And|Yet|However|Moreover|Furthermore|In addition|Still|Instead|Thus|Therefore|Similarly|Meanwhile|For example|For instance|Notably|Nevertheless|Consequently|As a result|In fact|Indeed|Also|At the same time)[,]?\s+)?(?:this|these|those|it|its|they|their|them|he|she|his|her|such|both|the (?:latter|former|two|three|same|study|report|survey|company|firm|agreement|decision|move|deal|law|project|investment|plan|programme|program))\b/i,
  // "It is estimated that …", "It is clear that …".
  pointsAhead: /^["“'‘(]*it (?:is|was|has been) \w+(?:ed|n|ly|ear|ible) (?:that|to)\b/i,
  picksUp: /^(?:among|of|they|these|those|such|this)\b/i,
  takesBack:
    /^["“'‘(]*(?:in practice|in reality|however|yet|but|nevertheless|nonetheless|even so|still|despite (?:this|these|that)|so far|to date|instead|only|at the same time|that said|on the other hand|conversely)\b/i,
  byline:
    /^(?:By \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+(?:,| and )|(?:Graphics?|Charts?|Figures?|Maps?|Photos?|Design|Layout) (?:provided |made )?by \p{Lu})/u,
  authors: /^By /,
  negated: /\b(?:not|never|none|nor|neither|cannot|without|no)\b|n['’]t\b/i,
};
