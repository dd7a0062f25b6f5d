/** What a form of a report changes. Pure. */
import type { DocumentChange, DocumentListing } from '../../wire/types.ts';

/** The fields as they are typed. */
export interface Typed {
  title: string;
  year: string;
  /** Separated by commas. */
  tags: string;
}

/** What differs from the report; null where nothing does. Empty titles and years are those read of the report itself. */
export function toChange(document: DocumentListing, typed: Typed): DocumentChange | null {
  const title = typed.title.trim();
  const year = typed.year.trim();
  const tags = typed.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const change: DocumentChange = {
    ...(title !== document.title && { title: title === '' ? null : title }),
    ...(year !== String(document.year ?? '') && { year: year === '' ? null : Number(year) }),
    ...(tags.join() !== document.tags.join() && { tags }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
