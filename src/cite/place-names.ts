/** Names of places in a report. Pure. */
import { type NamedChapter, nameChapter } from '../text/name-chapter.ts';
import type { Citation } from '../wire/types.ts';

type Pages = Pick<Citation, 'page' | 'pages' | 'pageLabel'>;

type CitedChapter = NamedChapter & Pick<Citation, 'document'>;

/** "p. 84", "pp. 83–84". The printed label is used; the API gives it for the first page only. */
export function pageName({ page, pages, pageLabel }: Pages): string {
  const last = pages.at(-1) ?? page;
  if (last === page) return `p. ${pageLabel}`;
  return pageLabel === String(page) ? `pp. ${page}–${last}` : `p. ${pageLabel} f.`;
}

/** A report, by the label that tells it from the others. */
export interface NamedReport {
  id: string;
  label: string;
}

/** A name's title and its year or file, which are seen where a long title is cut: "Fragmented Europe", " (2026)". */
export function cutName(name: string): [title: string, details: string] {
  const details = /\s\([^()]*\)$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - details.length), details];
}

/** A label without its subtitle: "Fragmented Europe (2026)". */
function shortLabel(label: string): string {
  const [title, details] = cutName(label);
  return (title.split(': ')[0] ?? title) + details;
}

/** What a report is called among others: without its subtitle, unless another is called so too. */
export function reportName(id: string, reports: readonly NamedReport[]): string {
  const own = reports.find((report) => report.id === id);
  if (own === undefined) return id;
  const short = shortLabel(own.label);
  return reports.some((other) => other !== own && shortLabel(other.label) === short) ? own.label : short;
}

/** The reports of citations, each once. */
export function citedReports(
  citations: readonly Pick<Citation, 'document' | 'documentLabel' | 'documentTitle'>[],
): NamedReport[] {
  const labels = new Map(
    citations.map(({ document, documentLabel, documentTitle }) => [document, documentLabel ?? documentTitle]),
  );
  return [...labels].map(([id, label]) => ({ id, label }));
}

/** "Germany", or among several reports "Fragmented Europe (2026): Germany"; the report alone where it has no chapters. */
export function chapterName(citation: CitedChapter, reports: readonly NamedReport[]): string {
  const { document } = citation;
  return nameChapter(citation, reports.length > 1 ? reportName(document, reports) : undefined);
}

/** "Germany, p. 84", or among several reports "Fragmented Europe (2026): Germany, p. 84". */
export function placeName(citation: CitedChapter & Pages, reports: readonly NamedReport[]): string {
  return `${chapterName(citation, reports)}, ${pageName(citation)}`;
}

/** "read by OCR, confidence .93"; null where the document has the text itself. */
export function ocrName({ ocr }: Pick<Citation, 'ocr'>): string | null {
  return ocr === undefined ? null : `read by OCR, confidence ${ocr.confidence.toFixed(2).replace(/^0/, '')}`;
}
