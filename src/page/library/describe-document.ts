/** What the library says of a report. Pure. */
import { countNoun } from '../../text/count-noun.ts';
import type { DocumentListing } from '../../wire/types.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "1 Dec 2026", in the time of the reader. */
export function addedOn({ ingestedAt }: DocumentListing): string {
  const date = new Date(ingestedAt);
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
}

/** "12 tables", "60 notes": what was found beside the text. */
export function foundIn({ tables, notes }: DocumentListing): string[] {
  return [
    ...(tables > 0 ? [countNoun(tables, 'table')] : []),
    ...(notes > 0 ? [countNoun(notes, 'note')] : []),
  ];
}

/** What to know before relying on it, in few words. */
export function cautionsOf({ gone, unread, ocr, unsure, damage = [], reading }: DocumentListing): string[] {
  return [
    ...(gone ? ['file gone'] : []),
    ...(unread ? [`${countNoun(unread.pages.length, 'page')} not read`] : []),
    ...(ocr ? [`${countNoun(ocr.pages.length, 'page')} read by OCR`] : []),
    ...(unsure ? ['chapters unsure'] : []),
    ...(damage.length > 0 ? ['file damaged'] : []),
    ...(reading.verdict === 'poor' ? [`read poorly: ${reading.parts.join(', ')}`] : []),
  ];
}

/** Whether only its file's name tells it from another report. */
export function isTwin({ label, title, id }: DocumentListing): boolean {
  return label !== title && label.endsWith(`${id})`);
}
