/** Says of sentences and of a document what was read by OCR. Pure. */
import type { PageText, PlacedText } from '../core/document-reader.ts';
import type { ExtractionReport, Passage } from '../core/types.ts';

/** The passages, in which each sentence on a recognised page says how sure that page is; of two pages the less sure one. */
export function markRecognised(passages: Passage[], pages: readonly PageText[]): Passage[] {
  const sureness = new Map(pages.flatMap(({ number, ocr }) => (ocr ? [[number, ocr.confidence]] : [])));
  if (sureness.size === 0) return passages;
  return passages.map((passage) => ({
    ...passage,
    sentences: passage.sentences.map((sentence) => {
      const own = sentence.pages.flatMap((page) => sureness.get(page) ?? []);
      return own.length === 0 ? sentence : { ...sentence, ocr: { confidence: Math.min(...own) } };
    }),
  }));
}

/** The pages of a document that were read by OCR, and those that were not and could be. */
export function reportScans({
  pages,
  unread,
  remedy = '',
}: PlacedText): Pick<ExtractionReport, 'ocr' | 'unread'> {
  const read = pages.flatMap(({ number, ocr }) => (ocr === undefined ? [] : [{ number, ...ocr }]));
  const [first] = read;
  const total = read.reduce((sum, { confidence }) => sum + confidence, 0);
  return {
    ...(first !== undefined && {
      ocr: {
        pages: read.map(({ number }) => number),
        confidence: Math.round((total / read.length) * 100) / 100,
        languages: first.languages,
      },
    }),
    ...(unread !== undefined && { unread: { pages: unread, remedy } }),
  };
}
