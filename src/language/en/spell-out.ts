/** The verbs that English leaves out the second time, put in again. Pure. */

const verb =
  'owns?|owned|holds?|held|has|have|had|controls?|controlled|accounts? for|accounted for|makes? up|made up|contributes?|contributed|provides?|provided';
const share = String.raw`(?:about |around |some |over )?\d[\d.,]*(?: ?%| per ?cent)`;
const word = String.raw`\p{Lu}[\p{L}\p{N}.&’'-]*`;
const name = `(?:the )?${word}(?: (?:of |for |the )?${word})*`;

const elliptical = new RegExp(
  String.raw`\b(?<verb>${verb}) (?<before>${share}(?:(?!${share})[^.;:]){0,60}?(?:,? and|,? while|,? whereas|[,;]) ${name}) (?=${share})`,
  'gu',
);

/** As often as there may be owners in a row. */
const mostOwners = 6;

export function spellOut(text: string): string {
  let spelled = text;
  for (let owner = 1; owner < mostOwners; owner++) {
    const next = spelled.replace(elliptical, '$<verb> $<before> $<verb> ');
    if (next === spelled) break;
    spelled = next;
  }
  return spelled;
}
