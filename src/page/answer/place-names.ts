/** Names of places in a report. */
import type { Citation } from '../../wire/types.ts';

type Pages = Pick<Citation, 'page' | 'pages' | 'pageLabel'>;

/** "p. 84", "pp. 83–84". The printed label is used; the API gives it for the first page only. */
export function pageName({ page, pages, pageLabel }: Pages): string {
  const last = pages.at(-1) ?? page;
  if (last === page) return `p. ${pageLabel}`;
  return pageLabel === String(page) ? `pp. ${page}–${last}` : `p. ${pageLabel} f.`;
}

/** A report's title without its subtitle. */
export function reportName(title: string): string {
  return title.split(': ')[0] ?? title;
}

/** "Germany, p. 84", or with several reports "Fragmented Europe: Germany, p. 84". */
export function placeName(
  citation: Pick<Citation, 'chapter' | 'documentTitle'> & Pages,
  withReport = false,
): string {
  const place = `${citation.chapter}, ${pageName(citation)}`;
  return withReport ? `${reportName(citation.documentTitle)}: ${place}` : place;
}

/** "read by OCR, confidence .93"; null where the document has the text itself. */
export function ocrName({ ocr }: Pick<Citation, 'ocr'>): string | null {
  return ocr === undefined ? null : `read by OCR, confidence ${ocr.confidence.toFixed(2).replace(/^0/, '')}`;
}

/** "14 ms", "2.4 s", with a non-breaking space. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)}\u00a0ms`
    : `${(milliseconds / 1000).toFixed(1)}\u00a0s`;
}

/** The link for an address as the report prints it, often without a scheme; null if it is not one. */
export function toLink(url: string): { href: string; host: string } | null {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname } = new URL(whole);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { href: whole, host: hostname.replace(/^www\./, '') };
}
