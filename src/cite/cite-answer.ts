/** An answer in the formats that other programs take, by their names and media types. Pure. */
import type { Answer } from '../wire/types.ts';
import { type LinkOf, referencesOf } from './references.ts';
import { toBibtex } from './to-bibtex.ts';
import { toCsl } from './to-csl.ts';
import { toCsv } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';
import { toRis } from './to-ris.ts';
import { toText } from './to-text.ts';
import { toRtf } from './to-word.ts';

export const citationFormats = ['text', 'markdown', 'csv', 'rtf', 'bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Those that list what is cited, so that they are empty where nothing is. */
export const referenceFormats: readonly CitationFormat[] = ['bibtex', 'ris', 'csl'];

/** The references' are those of the DOI system's content negotiation (citation.doi.org). */
export const mediaTypes: Record<CitationFormat, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  csv: 'text/csv',
  rtf: 'application/rtf',
  bibtex: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  csl: 'application/vnd.citationstyles.csl+json',
};

export function citeAnswer(answer: Answer, format: CitationFormat, linkOf: LinkOf): string {
  switch (format) {
    case 'text':
      return toText(answer, linkOf);
    case 'markdown':
      return toMarkdown(answer, linkOf);
    case 'csv':
      return toCsv(answer, linkOf);
    case 'rtf':
      return toRtf(answer, linkOf);
    case 'bibtex':
      return toBibtex(referencesOf(answer, linkOf));
    case 'ris':
      return toRis(referencesOf(answer, linkOf));
    case 'csl':
      return toCsl(referencesOf(answer, linkOf));
  }
}
