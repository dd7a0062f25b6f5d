/** How well a document was read, in words. Pure. */
import { formatPages } from './format-pages.ts';

/** What a verdict on the whole says. */
export const overall = {
  good: 'Read well: nothing speaks against it.',
  look: 'Read well but for what is marked “look”.',
  poor: 'Not read well: see what is marked “poor” before you rely on it.',
} as const;

/** So many pages are listed; more are counted. */
const mostPages = 12;

/** "p. 15", "pp. 12–13, 40", with how many more there are. */
export function listPages(pages: readonly number[]): string {
  if (pages.length <= mostPages) return formatPages(pages);
  return `${formatPages(pages.slice(0, mostPages))} and ${pages.length - mostPages} more`;
}

/** What the marks on the picture of a page are called, and the sign that tells them apart without their colour. */
export const markNames = {
  heading: { sign: 'H', short: 'Heading', name: 'Heading' },
  text: { sign: '1', short: 'Text', name: 'Text, numbered as it is read' },
  table: { sign: 'T', short: 'Table', name: 'Table' },
  row: { sign: '', short: 'Row', name: 'Row of a table' },
  note: { sign: 'N', short: 'Note', name: 'Note' },
  'left out': { sign: '–', short: 'Left out', name: 'Left out for a reason, as a running head' },
  lost: { sign: '?', short: 'In no passage', name: 'In no passage' },
} as const;
