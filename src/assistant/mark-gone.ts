/** Says of which documents the PDF is no longer where it was read. */
import { access } from 'node:fs/promises';
import type { ReportDocument } from '../core/types.ts';
import type { DocumentListing } from '../wire/types.ts';

/** @param documents those of the listings, in their order. */
export async function markGone(
  listings: readonly DocumentListing[],
  documents: readonly ReportDocument[],
): Promise<DocumentListing[]> {
  const isThere = await Promise.all(
    documents.map(({ file }) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return listings.map((listing, index) => (isThere[index] === false ? { ...listing, gone: true } : listing));
}
