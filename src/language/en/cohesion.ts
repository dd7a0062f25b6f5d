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
  // "The first half", "the second time" and "the third quarter" count no items.
  firstItem:
    /^["“'‘(]*(?:(?:the|a|one|its|their|our) )?(?:first(?:ly|,| (?!half|time|quarter|day|week|month|year|edition|lady|world|place\b))|one (?:is|was)\b)/i,
  laterItem:
    /^["“'‘(]*(?:(?:and |the |a |its |their |our )*(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly|,| (?!half|time|quarter|day|week|month|year|edition|world|place\b))|the (?:next|last|final|other)\b|next,|finally,|lastly,|another\b)/i,
  announcesItems:
    /^(?:in [^,;:]{1,60}, )?there (?:are|were) (?<count>two|three|four|five|six|seven|eight|nine|ten|several) [^:;]{5,120}\.$/i,
  byline:
    /^(?:By \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+(?:,| and )|(?:Graphics?|Charts?|Figures?|Maps?|Photos?|Design|Layout) (?:provided |made )?by \p{Lu})/u,
  authors: /^By /,
  negated: /\b(?:not|never|none|nor|neither|cannot|without|no)\b|n['’]t\b/i,
};
