/** How names are written and told in English. Pure. */
import type { NameForms } from '../../core/statement-forms.ts';
import { listWords } from '../list-words.ts';
import * as words from './name-words.ts';

export const nameForms: NameForms = {
  ...words,
  opensClause: /ing$/,
  // "Wallonian" of "Wallonia", "Islam" of "Islamization".
  ending: /^(?:s|ic|n|an|ian|ns|ish|ese|i|er|ers|men|man|woman|women|ia|ism|ists?|i[sz]ation|i[sz]ed)$/,
  synonyms: [listWords('bc christ')],
  // A country by its part of the world, people by their kind.
  loose: listWords(
    'middle east west north south eastern western northern southern continent crown native black white',
  ),
  continents: listWords(
    'asia africa america latin oceania pacific caribbean caucasus caucasian sahel maghreb gulf levant',
  ),
  chambers: listWords('congress parliament'),
  lawmaking:
    /\b(?:chambers?|senat\w+|house|legislat\w+|lawmakers?|MPs?|MEPs?|deput(?:y|ies)|parliament\w*|congress\w*|parties|elections?|vote[sd]?|voting)\b/i,
  // "Sixteen Plus One" of 16+1.
  signs: new Map([['plus', '+']]),
  // "Norway and the EU" does not spell out NATO; "Made in China" and "Bank of China" are MIC and BOC.
  initialGrammar: /^(?:of|in)$/,
  // Initiative, organisation, plan: "the Belt and Road" is the BRI without its initiative.
  leftOut: /[iop]$/,
  // "Digitalization" as "digitalisation".
  respell: (name) => name.replace(/iz(?=ation|e[sd]?$|ing$)/, 'is'),
};
