/** How writers frame in English what a report says. Pure. */
import type { DraftForms } from '../../core/draft-forms.ts';
import { citingForms } from './citing-forms.ts';

const report = String.raw`(?:the|this)\s+(?:\p{Lu}+\s+)?(?:report|study|authors?|chapter)`;
const attributions = [
  new RegExp(String.raw`^(?:according\s+to|as)\s+${report}(?:\s[\p{L}’' ]{1,40})?,\s*`, 'iu'),
  new RegExp(
    String.raw`^${report}\s+(?:also\s+)?(?:says?|notes?|finds?|writes?|states?|argues?|adds?)\s+(?:that\s+)?`,
    'iu',
  ),
];

export const draftForms: DraftForms = {
  attributions,
  asides: [
    [/^(?:see|read|more on|listen|watch)\b(?=.{0,60}$)(?:\s(?:also|more|here))?/i, 'a pointer'],
    [
      /^(?:in (?:my|our) (?:view|opinion)|(?:we|I) (?:believe|think|hope|argue|suggest)|(?:my|our) (?:view|take))\b/i,
      'an opinion',
    ],
  ],
  leaning:
    /^["“‘']?(?:It|Its|They|Their|He|She|His|Her|This|That|These|Those|Both|The (?:country|company|government|firm|report))\b/,
  citing: citingForms,
};
