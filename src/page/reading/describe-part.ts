/** What the view of a reading says in words. Pure. */
import type { ReadingPart, SampledPage, Verdict } from '../../wire/types.ts';

export const overall: Record<Verdict, string> = {
  good: 'Read well: nothing speaks against it.',
  look: 'Read well but for what is marked “look”.',
  poor: 'Not read well: see what is marked “poor” before you rely on it.',
};

/** So many pages are listed; more are counted. */
const mostPages = 12;

/** "p. 15", "pp. 12, 40, 77", with how many more there are; empty without any. */
export function pagesOf({ pages }: Pick<ReadingPart, 'pages'>): string {
  if (pages.length === 0) return '';
  if (pages.length === 1) return `p. ${pages[0]}`;
  const more = pages.length > mostPages ? ` and ${pages.length - mostPages} more` : '';
  return `pp. ${pages.slice(0, mostPages).join(', ')}${more}`;
}

/** "p. 15, printed 14". */
export function nameOf({ page, label }: Pick<SampledPage, 'page' | 'label'>): string {
  return label === String(page) ? `p. ${page}` : `p. ${page}, printed ${label}`;
}
