/** How a number goes between English words in the place of one that says the same. Pure. */
import type { RestatingForms } from '../../core/number-forms.ts';

export const restatingForms: RestatingForms = {
  // "Almost 30 %", "just under a third".
  hedge:
    /\b(?:(?:just|slightly|a little|a bit|well|some) )?(?:almost|nearly|about|around|roughly|approximately|some|over|more than|above|under|less than|fewer than|below|close to|up to|upwards of|at least|not quite|circa)\s+$/i,
  ratio: / (?:in|of|out of) (?:every |each )?\S+$/i,
  ratioWithNoun: /^\S+ (?<noun>(?!out )\p{L}{2,}) (?:in|of|out of) (?:every |each )?\S+$/iu,
  // "40% of", "a 40% stake", "by 40%."
  followsShare:
    /^(?:\s(?:of|share|stake|in|by|to|on|from|and|or|that|more|less|fewer|higher|lower|larger|smaller|is|are|was|were|has|have|had)\b|[-–,.;:)])/i,
  verb: /^(?:halv|cut)/i,
  largeSum: /illion/i,
  shareOf: (share, noun) => (noun === undefined ? `${share} of` : `${share} of ${noun.replace(/s?$/, 's')}`),
};
