/** What a question was narrowed to, in words, and whether a place stands within it. Pure. */
import type { PassageFilter } from '../../core/passage-store.ts';
import type { ReportDocument } from '../../core/types.ts';
import { namePath } from '../../text/name-path.ts';
import { labelDocuments } from '../../wire/label-documents.ts';
import type { Citation } from '../../wire/types.ts';

/**
 * Names what a filter narrows a search to: sections ("Germany > Trends"), chapters, or documents by their labels.
 * @param documents all of the index.
 * @returns nothing where it lets all of the index through.
 */
export function nameScope(filter: PassageFilter, documents: readonly ReportDocument[]): string[] | undefined {
  const { chapters, places, documents: ids } = filter;
  if (places !== undefined) {
    return [...new Set(places.map(({ chapter, path }) => (path ? namePath(path) : chapter)))];
  }
  if (chapters !== undefined) return [...chapters];
  if (ids === undefined || documents.every(({ id }) => ids.includes(id))) return undefined;
  return [...labelDocuments(documents)].flatMap(([id, label]) => (ids.includes(id) ? [`“${label}”`] : []));
}

/** Whether a filter lets a place through; of sections only whether it stands in their chapter. */
export function isWithin(
  { chapters, documents }: PassageFilter,
  { chapter, document }: Pick<Citation, 'chapter' | 'document'>,
): boolean {
  return (
    (chapters === undefined || chapters.includes(chapter)) &&
    (documents === undefined || documents.includes(document))
  );
}
