/** The words by which an English sentence derives a number from others, or a source tells one without a figure. Pure. */
import type { DerivationForms } from '../../core/number-forms.ts';

export const derivationForms: DerivationForms = {
  together: /\b(?:together|combined|total\w*|sum|in all|altogether|jointly|overall|between them)\b/i,
  ofTheRest:
    /\b(?:others?|rest|remain\w*|not|no|none|never|nor|neither|without|outside|beyond|besides|except|rather|instead|lack\w*|left|un(?!der|til|i)\w+|non\w*|\w+less|only|still|yet|fail\w*|miss\w*)\b|n['’]t\b/i,
  compares:
    /\b(?:more|less|fewer|higher|lower|larger|smaller|above|below|short|ahead|behind|between|differ\w*|gap|margin|deficit|surplus|balance|extra|add\w*|gain\w*|ris\w+|rose|gr[eo]w\w*|increas\w+|decreas\w+|declin\w+|fell|fall\w*|drop\w*|shr[aiu]nk\w*|lost|los[est]\w*|cut|left|remain\w*|rest|exceed\w*|up|down|points?)\b/i,
  // "Of every three dollars one", "9 of 10 firms": each by itself is no number of the source.
  ofEach: /\b(?:in|of|from) (?:every|each) \S|\d of (?:the |its |their )?\d/i,
  timeUnit:
    /^(?:[ -](?:full |long |whole )?(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|generations?)\b| of (?:(?:an?|the|that|this) (?:\S+ )?(?:year|decade|century)\b|(?:19|20)\d\d\b))/i,
  decade: /^[ -]decade/i,
  // "Five years later".
  apart: /^[ -]years? (?:after|later|before|earlier)\b/i,
  besideTime: /\b(?:(?:year|decade|centur(?:y|ie))s? and|span of) $/i,
  aPart: /\b(?:an?|one) $/i,
  // "Over half" of most of them, "100 %" of all.
  mostWords:
    /\b(?:most|majority|mostly|mainly|all|every|entire|entirely|whole|wholly|fully|complete|completely|sole)\b/i,
  // "More than a thousand" of "thousands", "below 10 %" of "single digits".
  roundPlurals:
    /\b(?:dozens|scores|hundreds|thousands|millions|billions|(?:single|double|triple|two|three|six|seven|eight)[- ](?:digit|figure)s?)\b/i,
  // "Twice" of what happened, and happened again; "eleven times" of "on eleven occasions".
  onceMore: /\b(?:again|once more|both times|occasions|instances|cases)\b/i,
  // "In $ millions".
  tableUnits: [
    [/\bbillions?\b|\bbn\b/i, 1e9],
    [/\bmillions?\b|\bmn\b/i, 1e6],
    [/\bthousands?\b/i, 1e3],
  ],
  centuries: /centur/i,
  listed: /[,;]| and | or /,
  measure:
    /^[ -]?(mm|cm|m|km|kg|t|kt|ha|h|min|km²|km2|sq\.? km|square \p{L}+|(?:milli|centi|kilo)?met(?:er|re)s?|kilo(?:gram)?s?|(?:kilo|metric )?ton(?:ne)?s?|hectares?|seconds?|minutes?|hours?|(?:euro )?cents?)(?![\p{L}\d])/iu,
  cents: /cent/,
};
