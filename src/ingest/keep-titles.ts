/** Titles that were set by hand outlive an ingest. Pure. */
import type { KnownDocument } from '../store/disk/open-index.ts';
import type { KeptDocument } from '../store/index-home.ts';

/**
 * The documents under the titles that they have in the index, where those were set by hand.
 * @param before the documents of the index.
 */
export function keepTitles<Document extends KeptDocument>(
  ingested: readonly Document[],
  before: readonly KnownDocument[],
): Document[] {
  return ingested.map((one) => {
    const { document } = one;
    const known = before.find(({ id }) => id === document.id);
    if (known?.title === undefined || known.printedTitle === undefined) return one;
    const printedTitle = document.printedTitle ?? document.title;
    return { ...one, document: { ...document, title: known.title, printedTitle } };
  });
}
