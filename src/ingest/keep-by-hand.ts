/** What was set by hand of a document outlives an ingest. Pure. */
import type { ReportDocument } from '../core/types.ts';
import type { KeptDocument, KnownDocument } from '../store/index-home.ts';

/**
 * A document with the title, the year, the tags and the collection that an earlier state of it has by hand; what is printed is as it is now.
 * @param known the earlier state.
 */
function keepOf(document: ReportDocument, known: KnownDocument): ReportDocument {
  const { title, printedTitle, year, printedYear, tags, collection } = known;
  return {
    ...document,
    ...(title !== undefined &&
      printedTitle !== undefined && { title, printedTitle: document.printedTitle ?? document.title }),
    ...(year !== undefined &&
      printedYear !== undefined && {
        year,
        printedYear: document.printedYear === undefined ? (document.year ?? null) : document.printedYear,
      }),
    ...(tags && { tags }),
    ...(collection !== undefined && { collection }),
  };
}

/**
 * The documents with what the index has of them by hand.
 * @param before the documents of the index.
 */
export function keepByHand<Document extends KeptDocument>(
  ingested: readonly Document[],
  before: readonly KnownDocument[],
): Document[] {
  return ingested.map((one) => {
    const known = before.find(({ id }) => id === one.document.id);
    return known === undefined ? one : { ...one, document: keepOf(one.document, known) };
  });
}
