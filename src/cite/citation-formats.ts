/** The formats that an answer is cited in, by their names and media types. Imports nothing. */

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
