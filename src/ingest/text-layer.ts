/** Checks that a document has text. Pure. */

import type { PageText, PlacedText } from '../core/document-reader.ts';
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

const countCharacters = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.text.length, 0);

/** The pages with hardly any text among these lines of theirs. */
export function findSparsePages(
  pages: readonly PageText[],
  linesOfPage: readonly (readonly Line[])[],
): number[] {
  return pages.flatMap((page, index) =>
    countCharacters(linesOfPage[index] ?? []) < thresholds.page.sparse ? [page.number] : [],
  );
}

/** What else can be done about a scan. */
export const otherRemedy = 'run it through OCR first (for example with ocrmypdf).';

/**
 * As `findSparsePages`.
 * @throws VerseError `no-text-layer` if there is hardly any text at all, which says whether it may be a scan.
 */
export function checkTextLayer(
  { pages, remedy }: Pick<PlacedText, 'pages' | 'remedy'>,
  linesOfPage: readonly (readonly Line[])[],
  name: string,
): number[] {
  const sparse = findSparsePages(pages, linesOfPage);
  const characters = countCharacters(linesOfPage.flat());
  if (characters >= thresholds.page.sparse) return sparse;
  const numbers = formatPages(sparse);
  const hold = sparse.length === 1 ? `page ${numbers} holds` : `pages ${numbers} hold`;
  const amount = characters === 0 ? 'no text' : 'hardly any text';
  const maybeScan = pages.some(({ hasImages }) => hasImages);
  const otherwise =
    characters === 0 || maybeScan ? `R${otherRemedy.slice(1)}` : 'Give one that has sentences to quote.';
  throw new VerseError(
    'no-text-layer',
    `${name}: ${hold} ${amount}${maybeScan ? ' (a scan?)' : ''}.`,
    remedy ?? otherwise,
  );
}
