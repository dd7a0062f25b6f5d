/** An answer in the formats that other programs take. Pure. */
import type { Answer } from '../wire/types.ts';
import type { CitationFormat } from './citation-formats.ts';
import { type LinkOf, referencesOf } from './references.ts';
import { toBibtex } from './to-bibtex.ts';
import { toCsl } from './to-csl.ts';
import { toCsv } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';
import { toRis } from './to-ris.ts';
import { toText } from './to-text.ts';
import { toRtf } from './to-word.ts';

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
