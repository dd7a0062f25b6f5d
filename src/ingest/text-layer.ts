/** Checks that a document has text. Pure. */

import type { PageText } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import { thresholds } from './layout/thresholds.ts';
import type { Line } from './page-model.ts';

/** "3-9, 12": page numbers with runs joined. */
export function formatPages(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/**
 * The pages with hardly any text.
 * @throws VerseError `no-text-layer` if the pages are mostly pictures without text, or there is no text at all.
 */
export function checkTextLayer(
  pages: readonly PageText[],
  linesOfPage: readonly (readonly Line[])[],
  name: string,
): number[] {
  const characters = linesOfPage.map((lines) => lines.reduce((sum, line) => sum + line.text.length, 0));
  const sparse = pages.flatMap((page, index) =>
    (characters[index] ?? 0) < thresholds.page.sparse ? [page.number] : [],
  );
  const scanned = sparse.filter((number) => pages[number - 1]?.hasImages);
  const total = characters.reduce((sum, count) => sum + count, 0);
  if (total < thresholds.page.sparse || scanned.length > pages.length / 2) {
    const named = scanned.length > 0 && total >= thresholds.page.sparse ? scanned : sparse;
    const label =
      named.length === 1 ? `page ${formatPages(named)} holds` : `pages ${formatPages(named)} hold`;
    throw new VerseError(
      'no-text-layer',
      `${name}: ${label} no text (a scan?).`,
      'Run it through OCR first (for example with ocrmypdf).',
    );
  }
  return sparse;
}
