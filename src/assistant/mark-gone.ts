/** Says of which documents there is no PDF any more. Pure. */
import type { DocumentListing } from '../wire/types.ts';

/** @param missing the ids of these documents. */
export function markGone(
  listings: readonly DocumentListing[],
  missing: ReadonlySet<string>,
): DocumentListing[] {
  return listings.map((listing) => (missing.has(listing.id) ? { ...listing, gone: true } : listing));
}
