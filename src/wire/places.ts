/** Names of places. Pure. */
import { formatPages } from '../text/format-pages.ts';
import { type NamedChapter, nameChapter } from '../text/name-chapter.ts';
import type { Citation, Restatement } from './types.ts';

type Place = NamedChapter & Pick<Citation, 'documentLabel' | 'pages' | 'page'>;

/**
 * "Germany, p. 84" or "Germany, pp. 84–85"; where the index holds several documents
 * "Fragmented Europe (2026): Germany, p. 84"; where the document has no chapters "Fragmented Europe, p. 84".
 */
export function placeOf(place: Place): string {
  const { documentLabel, pages, page } = place;
  return `${nameChapter(place, documentLabel)}, ${formatPages(pages.length > 0 ? pages : [page])}`;
}

/** "p. 12, Summary": where else a sentence stands; "p. 12" in a document without chapters. */
export function alsoPlaceOf(
  { undivided }: Pick<Citation, 'undivided'>,
  { chapter }: Pick<Restatement, 'chapter'>,
  page: string,
): string {
  return undivided ? page : `${page}, ${chapter}`;
}

/** ", read by OCR, confidence .93" behind a place; empty where the document has the text itself. */
export function ocrNote({ ocr }: Pick<Citation, 'ocr'>): string {
  return ocr === undefined ? '' : `, read by OCR, confidence ${ocr.confidence.toFixed(2).replace(/^0/, '')}`;
}
