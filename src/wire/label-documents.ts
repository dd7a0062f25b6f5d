/** What documents are called beside each other. Pure. */
import type { ExtractionReport, ReportDocument } from '../core/types.ts';
import type { Citation } from './types.ts';

export type Labelled = Pick<ReportDocument, 'id' | 'title' | 'year'>;

/** Letters of a title that can be read in passing, beside each sentence. */
const longest = 60;

/** A long title up to its colon or dash, else as many of its words: "Crude Oil: Uncertainty about Future …" is "Crude Oil". */
function shorten(title: string): string {
  if (title.length <= longest) return title;
  const main = /^(.{8,60}?)(?:: | [–—-] )/u.exec(title)?.[1];
  if (main !== undefined) return main;
  const blank = title.lastIndexOf(' ', longest);
  return `${title.slice(0, blank > 0 ? blank : longest).replace(/[,;:]$/u, '')} …`;
}

/** "Annual Report (2022)"; a title that has its year already is enough. */
function labelOf({ title, year, id }: Labelled, isNamed: boolean): string {
  const name = shorten(title);
  const isInName = year === undefined || new RegExp(`(?<!\\d)${year}(?!\\d)`).test(name);
  const details = [...(isInName ? [] : [String(year)]), ...(isNamed ? [id] : [])];
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

/**
 * What tells each document from all the others, by its id: its title, cut where it is long, its year where that is known and, where others have both,
 * its id, which is its file's name: "Annual Report (2022, annual-report-2)".
 * @param documents all of the index.
 */
export function labelDocuments(documents: readonly Labelled[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const keyOf = (document: Labelled) => labelOf(document, false).toLowerCase();
  for (const document of documents) counts.set(keyOf(document), (counts.get(keyOf(document)) ?? 0) + 1);
  return new Map(
    documents.map((document) => [document.id, labelOf(document, (counts.get(keyOf(document)) ?? 0) > 1)]),
  );
}

/** What a place says of its document, beside the id. */
export type DocumentName = Pick<Citation, 'documentYear' | 'documentLabel' | 'undivided'>;

export type Named = Labelled & { report?: Pick<ExtractionReport, 'chaptersFrom'> };

/**
 * What the places of each document say of it, by its id; the label only where there are several.
 * @param documents all of the index.
 */
export function nameDocuments(documents: readonly Named[]): ReadonlyMap<string, DocumentName> {
  const labels = documents.length > 1 ? labelDocuments(documents) : new Map<string, string>();
  return new Map(
    documents.map(({ id, year, report }) => {
      const label = labels.get(id);
      return [
        id,
        {
          ...(year !== undefined && { documentYear: year }),
          ...(label !== undefined && { documentLabel: label }),
          ...(report?.chaptersFrom === 'none' && { undivided: true as const }),
        },
      ];
    }),
  );
}
