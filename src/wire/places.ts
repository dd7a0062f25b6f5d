/** Names of places. Pure. */
import { formatPages } from '../text/format-pages.ts';
import type { Citation } from './types.ts';

type Place = Pick<Citation, 'documentLabel' | 'chapter' | 'pages' | 'page'>;

/**
 * "Germany, p. 84" or "Germany, pp. 84–85"; where the index holds several documents
 * "Fragmented Europe (2026): Germany, p. 84".
 */
export function placeOf({ documentLabel, chapter, pages, page }: Place): string {
  const document = documentLabel === undefined ? '' : `${documentLabel}: `;
  return `${document}${chapter}, ${formatPages(pages.length > 0 ? pages : [page])}`;
}

/** ", read by OCR, confidence .93" behind a place; empty where the document has the text itself. */
export function ocrNote({ ocr }: Pick<Citation, 'ocr'>): string {
  return ocr === undefined ? '' : `, read by OCR, confidence ${ocr.confidence.toFixed(2).replace(/^0/, '')}`;
}
