/** Names of pages and places. Pure. */
import type { Citation } from './types.ts';

/** Ascending numbers, with runs of at least `shortestRun` joined: "1–2, 7", with 3 "1, 2, 7". */
export function formatNumbers(numbers: readonly number[], shortestRun = 2): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const texts = runs.map((run) =>
    run.length > 1 && run.length >= shortestRun ? `${run[0]}–${run.at(-1)}` : run.join(', '),
  );
  return texts.join(', ');
}

/** "p. 84", "pp. 84–85" or "pp. 84, 88". */
export function formatPages(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'p.' : 'pp.'} ${formatNumbers(pages)}`;
}

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
