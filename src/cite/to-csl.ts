/** References as CSL-JSON (citationstyles.org), as citation processors read it: an item for each chapter cited. Pure. */
import type { Reference } from './references.ts';
import { referenceKeys } from './to-bibtex.ts';

/** The fields of an item that are known of a report. */
interface CslItem {
  id: string;
  type: 'chapter' | 'report';
  title: string;
  'container-title'?: string;
  issued?: { 'date-parts': [[number]] };
  /** With hyphens, which styles print as they prefer. */
  page: string;
  URL?: string;
  note: string;
}

function toCslItems(references: readonly Reference[]): CslItem[] {
  const keys = referenceKeys(references);
  return references.map(({ title, year, chapter, pages, link, quotes }, index) => ({
    id: keys[index] ?? '',
    ...(chapter === undefined
      ? { type: 'report', title }
      : { type: 'chapter', title: chapter, 'container-title': title }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    page: pages.replaceAll('–', '-'),
    ...(link !== undefined && { URL: link }),
    note: quotes.map((one) => `“${one.text}” (${one.pages})`).join(' '),
  }));
}

export function toCsl(references: readonly Reference[]): string {
  return `${JSON.stringify(toCslItems(references), null, 2)}\n`;
}
