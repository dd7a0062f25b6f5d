/** The words by which a sentence derives a number or a date from others, or a source tells one without a figure. Pure. */
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';

/** By these a sentence speaks of a sum. */
export const together =
  /\b(?:together|combined|total\w*|sum|in all|altogether|jointly|overall|between them)\b/i;
/** By these it speaks of what another share leaves over, or denies it. */
export const ofTheRest =
  /\b(?:others?|rest|remain\w*|not|no|none|never|nor|neither|without|outside|beyond|besides|except|rather|instead|lack\w*|left|un(?!der|til|i)\w+|non\w*|\w+less|only|still|yet|fail\w*|miss\w*)\b|n['’]t\b/i;
/** By these it speaks of what lies between two amounts, or of growth. */
export const compares =
  /\b(?:more|less|fewer|higher|lower|larger|smaller|above|below|short|ahead|behind|between|differ\w*|gap|margin|deficit|surplus|balance|extra|add\w*|gain\w*|ris\w+|rose|gr[eo]w\w*|increas\w+|decreas\w+|declin\w+|fell|fall\w*|drop\w*|shr[aiu]nk\w*|lost|los[est]\w*|cut|left|remain\w*|rest|exceed\w*|up|down|points?)\b/i;

export const timeUnit =
  /^(?:[ -](?:full |long |whole )?(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|generations?)\b| of (?:(?:an?|the|that|this) (?:\S+ )?(?:year|decade|century)\b|(?:19|20)\d\d\b))/i;
/** "Five years later". */
export const apart = /^[ -]years? (?:after|later|before|earlier)\b/i;
export const besideTime = /\b(?:(?:year|decade|centur(?:y|ie))s? and|span of) $/i;

/** "Over half" of most of them, "100 %" of all. */
export const mostWords =
  /\b(?:most|majority|mostly|mainly|all|every|entire|entirely|whole|wholly|fully|complete|completely|sole)\b/i;
/** "More than a thousand" of "thousands", "below 10 %" of "single digits". */
export const roundPlurals =
  /\b(?:dozens|scores|hundreds|thousands|millions|billions|(?:single|double|triple|two|three|six|seven|eight)[- ](?:digit|figure)s?)\b/i;
/** "In $ millions", at the head of a table. */
export const tableUnits: readonly (readonly [RegExp, number])[] = [
  [/\bbillions?\b|\bbn\b/i, 1e9],
  [/\bmillions?\b|\bmn\b/i, 1e6],
  [/\bthousands?\b/i, 1e3],
];
/** "Twice" of what happened, and happened again; "eleven times" of "on eleven occasions". */
export const onceMore = /\b(?:again|once more|both times|occasions|instances|cases)\b/i;
/** "Of every three dollars one", "9 of 10 firms": parts of a share, each by itself no number of the source. */
export const ofEach = /\b(?:in|of|from) (?:every|each) \S|\d of (?:the |its |their )?\d/i;

const measure =
  /^[ -]?(mm|cm|m|km|kg|t|kt|ha|h|min|km²|km2|sq\.? km|square \p{L}+|(?:milli|centi|kilo)?met(?:er|re)s?|kilo(?:gram)?s?|(?:kilo|metric )?ton(?:ne)?s?|hectares?|seconds?|minutes?|hours?|(?:euro )?cents?)(?![\p{L}\d])/iu;

/** The unit of measure behind a number; of sums their currency. */
function measureOf({ start, text, unit }: Quantity, whole: string): string | undefined {
  const found = measure.exec(whole.slice(start + text.length))?.[1]?.toLowerCase();
  return found ?? (unit === 'money' ? 'money' : undefined);
}

/** Whether the source has a measure of another unit: "2,400 metres" may be its 2.4 km, and "25 cents" its EUR 0.25. */
export function isMeasured(said: Quantity, sentence: string, source: string): boolean {
  const own = measureOf(said, sentence);
  if (own === undefined) return false;
  return findQuantities(source).some((given) => {
    const other = measureOf(given, source);
    const isMoney = own === 'money' || other === 'money';
    return other !== undefined && other !== own && (!isMoney || /cent/.test(`${own}${other}`));
  });
}
