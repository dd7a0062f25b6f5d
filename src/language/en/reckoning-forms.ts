/** How English questions ask for what is reckoned from two numbers. Pure. */
import type { ReckoningForms } from '../../core/question-forms.ts';

export const reckoningForms: ReckoningForms = {
  difference:
    /\bby how (?:much|many)\b|\bhow (?:much|many)\b[^?]*\b(?:more|fewer|less|higher|lower|larger|smaller|greater|change|rise|fall|grow|increase|decrease|decline|drop)\b|\b(?:difference|gap|change|increase|decrease|rise|fall|decline|drop)\b[^?]*\b(?:between|from)\b/i,
  sum: /\b(?:combined|together|altogether|(?:sum|total) of)\b/i,
  share:
    /\b(?:what|which) (?:share|proportion|percentage|fraction)\b|\bas a (?:share|proportion|percentage)\b/i,
};
